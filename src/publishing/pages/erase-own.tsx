/** The one step before somebody's words are gone for good. */
import { redirect } from 'react-router'
import type { Route } from './+types/erase-own'
import { inThisMunicipality, municipalityContext, todayIn } from '#people/request.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Problem } from '#platform/problem.ts'
import { Button, ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { errorOf, ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { eraseOwn } from '../erase-own.ts'
import { LeaveQuickly, ReceiptScript } from '../parts/receipt-frame.tsx'
import receiptLook from '../parts/receipt.css?url'
import { closeReceiptSession, requireReceipt } from '../receipt-session.ts'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: receiptLook }]

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	await requireReceipt(context, request)
	return null
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const speakerIds = await requireReceipt(context, request)
	if (form.get('sure') !== 'ja') throw new Problem('invalid', 'erase-not-confirmed')
	const today = todayIn(context.get(municipalityContext))
	await inThisMunicipality(context, (db) => eraseOwn(db, { speakerIds, via: 'receipt', today, at: new Date() }))
	const headers = { 'set-cookie': await closeReceiptSession(context) }
	return redirect('/beleg?getan=erase', { status: 303, headers })
})

const FIELDS = { 'erase-not-confirmed': 'sure' }

export default function EraseOwn({ actionData }: Route.ComponentProps) {
	const { refusal } = (actionData as RefusedForm | undefined) ?? {}
	return (
		<div className="page narrow section prose">
			<LeaveQuickly />
			<PageHead
				title={m.publishing_erase_title()}
				crumbs={[{ href: '/beleg', label: m.publishing_receipt_opened_title() }]}
			/>
			<ErrorSummary refusal={refusal} fields={FIELDS} />
			<ul>
				<li>{m.publishing_erase_words()}</li>
				<li>{m.publishing_erase_public()}</li>
				<li>{m.publishing_erase_paper()}</li>
				<li>{m.publishing_erase_receipt()}</li>
			</ul>
			<form method="post" className="flow">
				<Field
					kind="checkbox"
					name="sure"
					label={m.publishing_erase_sure()}
					error={errorOf(refusal, FIELDS, 'sure')}
					required
				/>
				<Buttons>
					<Button look="danger">{m.publishing_erase_now()}</Button>
					<ButtonLink href="/beleg" look="tertiary">
						{m.publishing_erase_back()}
					</ButtonLink>
				</Buttons>
			</form>
			<ReceiptScript />
		</div>
	)
}
