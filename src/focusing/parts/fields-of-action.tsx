import { Button, Buttons } from '#platform/ui/buttons.tsx'
import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'
import type { Dossier } from '../find-dossier.ts'
import { partHint, partWord } from './part-words.ts'

type FieldOfAction = Dossier['fieldsOfAction'][number]
type Values = Record<string, string> | undefined

/** What the convening organisation could do: each its own small form, and one to add. */
export function FieldsOfAction({ fields, values }: { fields: readonly FieldOfAction[]; values: Values }) {
	return (
		<section id="fields" className="dossier-section">
			<h2>{partWord('fields')}</h2>
			<p className="kern-hint">{partHint('fields')}</p>
			{fields.map((field) => (
				<FieldOfActionForm key={field.id} field={field} values={values} />
			))}
			<details open={fields.length === 0 || values?.['was'] === 'feld-neu'}>
				<summary>{m.focusing_field_add()}</summary>
				<form method="post" className="sheet">
					<input type="hidden" name="was" value="feld-neu" />
					<Field name="feld-titel" label={m.focusing_field_title()} required value={values?.['feld-titel']} />
					<Field
						kind="textarea"
						name="feld-text"
						rows={3}
						label={m.focusing_field_text()}
						optional
						value={values?.['feld-text']}
					/>
					<Button>{m.focusing_field_add_button()}</Button>
				</form>
			</details>
		</section>
	)
}

function FieldOfActionForm({ field, values }: { field: FieldOfAction; values: Values }) {
	const name = `feld-${field.id}`
	return (
		<details open={values?.['id'] === field.id}>
			<summary>{field.title}</summary>
			<form method="post" className="sheet">
				<input type="hidden" name="id" value={field.id} />
				<Field
					name={`${name}-titel`}
					label={m.focusing_field_title()}
					required
					value={values?.[`${name}-titel`] ?? field.title}
				/>
				<Field
					kind="textarea"
					name={`${name}-text`}
					rows={3}
					label={m.focusing_field_text()}
					optional
					value={values?.[`${name}-text`] ?? field.text}
				/>
				<Buttons>
					<Button name="was" value="feld">
						{m.focusing_save()}
					</Button>
					<Button look="tertiary" name="was" value="feld-weg" formNoValidate>
						{m.focusing_field_remove()}
					</Button>
				</Buttons>
			</form>
		</details>
	)
}
