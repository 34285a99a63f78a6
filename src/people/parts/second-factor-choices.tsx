import type { Refusal } from '#platform/http/refusals.ts'
import { Button, Buttons } from '#platform/ui/buttons.tsx'
import { errorOf } from '#platform/ui/error-summary.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { m } from '#platform/words/words.ts'
import { ConfirmField } from './confirm-field.tsx'

type Props = { isOn: boolean; asksAgain: boolean; refusal: Refusal | undefined }

/** One form, because every choice asks who somebody is. */
export function SecondFactorChoices({ isOn, asksAgain, refusal }: Props) {
	return (
		<>
			{isOn ? <Notice kind="success" title={m.people_factor_is_on()} /> : null}
			<form method="post" className="form">
				{asksAgain ? <ConfirmField error={errorOf(refusal, { 'confirmation-wrong': 'current' }, 'current')} /> : null}
				{isOn ? (
					<Buttons>
						<Button name="intent" value="renew">
							{m.people_recovery_renew()}
						</Button>
						<Button name="intent" value="end" look="danger">
							{m.people_factor_switch_off()}
						</Button>
					</Buttons>
				) : (
					<Button name="intent" value="begin">
						{m.people_factor_begin()}
					</Button>
				)}
			</form>
		</>
	)
}
