import { Button, Buttons } from '#platform/ui/buttons.tsx'
import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'
import { stateWord } from '../acting-words.ts'
import type { Initiative } from '../find-initiative.ts'
import { INITIATIVE_STATES } from '../tables.ts'

type StateFormProps = { initiative: Initiative; values: Record<string, string> | undefined }

/** Moves an initiative on, and says by when people hear of it again. */
export function StateForm({ initiative, values }: StateFormProps) {
	return (
		<form method="post" className="sheet">
			<input type="hidden" name="was" value="stand" />
			<Field
				kind="radios"
				name="stand"
				label={m.acting_state_label()}
				horizontal
				options={INITIATIVE_STATES.map((state) => ({ value: state, label: stateWord(state) }))}
				value={values?.['stand'] ?? initiative.state}
			/>
			<Field
				name="grund"
				label={m.acting_reason_label()}
				hint={m.acting_reason_hint()}
				value={values?.['grund'] ?? initiative.stateReason}
			/>
			<Field
				kind="date"
				name="antwort-bis"
				label={m.acting_next_answer_label()}
				hint={m.acting_next_answer_hint()}
				value={values?.['antwort-bis'] ?? initiative.nextAnswerBy}
			/>
			<Buttons>
				<Button>{m.acting_state_save()}</Button>
			</Buttons>
		</form>
	)
}
