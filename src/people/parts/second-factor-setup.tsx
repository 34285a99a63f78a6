import type { Refusal } from '#platform/http/refusals.ts'
import type { QrDrawing } from '#platform/qr-drawing.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { errorOf } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'
import { QrCode } from './qr-code.tsx'

export type Setup = { secret: string; qr: QrDrawing }

/** The secret for the app, as a picture and to type; then a code that shows the app has it. */
export function SecondFactorSetup({ setup, refusal }: { setup: Setup; refusal: Refusal | undefined }) {
	return (
		<>
			<section className="boxed key-sheet" aria-labelledby="app">
				<div>
					<h2 id="app">{m.people_factor_scan()}</h2>
					<p>{m.people_factor_scan_text()}</p>
					<p className="code key-sheet__secret">{setup.secret.match(/.{4}/g)?.join(' ')}</p>
				</div>
				<QrCode qr={setup.qr} label={m.people_factor_qr()} />
			</section>
			<form method="post" className="form">
				<input type="hidden" name="intent" value="confirm" />
				<Field
					name="code"
					label={m.people_factor_code()}
					autoComplete="one-time-code"
					inputMode="numeric"
					required
					width={8}
					error={errorOf(refusal, { 'code-wrong': 'code' }, 'code')}
				/>
				<Button>{m.people_factor_switch_on()}</Button>
			</form>
		</>
	)
}
