import { Button } from '#platform/ui/buttons.tsx'
import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'
import type { Actor } from '#people/find-actors.ts'
import { ActorChoice } from './actor-choice.tsx'

type NewCommitmentFormProps = { actors: readonly Actor[]; values: Record<string, string> | undefined }

/** A promise, or a step that still looks for somebody. */
export function NewCommitmentForm({ actors, values }: NewCommitmentFormProps) {
	return (
		<details open={values !== undefined}>
			<summary>{m.acting_commitment_add()}</summary>
			<form method="post" className="sheet">
				<input type="hidden" name="was" value="zusage-neu" />
				<Field name="neu-was" label={m.acting_what_label()} required value={values?.['neu-was']} />
				<ActorChoice
					name="neu-wer"
					label={m.acting_who()}
					blank={m.acting_nobody_yet()}
					actors={actors}
					values={values}
				/>
				<Field
					kind="date"
					name="neu-bis"
					label={m.acting_until_label()}
					hint={m.acting_until_hint()}
					value={values?.['neu-bis']}
				/>
				<Field
					name="neu-stunden"
					label={m.acting_hours_label()}
					inputMode="decimal"
					width={8}
					optional
					value={values?.['neu-stunden']}
				/>
				<Button>{m.acting_commitment_add_button()}</Button>
			</form>
		</details>
	)
}
