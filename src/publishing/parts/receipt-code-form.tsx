import { Button } from '#platform/ui/buttons.tsx'
import { errorOf } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import type { RefusedForm } from '#platform/http/refusals.ts'
import { m } from '#platform/words/words.ts'

export const CODE_REFUSALS = {
	'receipt-code-incomplete': 'code',
	'receipt-code-typo': 'code',
	'receipt-unknown': 'code',
}

/** Where a code is typed in; the script fills it from a QR code. */
export function ReceiptCodeForm({ refused }: { refused?: RefusedForm | undefined }) {
	return (
		<form method="post" action="/beleg" className="flow" data-receipt>
			<Field
				name="code"
				label={m.publishing_receipt_code()}
				hint={m.publishing_receipt_code_hint()}
				error={errorOf(refused?.refusal, CODE_REFUSALS, 'code')}
				value={refused?.values['code']}
				autoComplete="off"
				autoCapitalize="characters"
				spellCheck={false}
				required
			/>
			<Button>{m.publishing_receipt_open()}</Button>
		</form>
	)
}
