import type { Refusal } from '#platform/http/refusals.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { errorOf } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'
import { partLabel, partText } from '../part-words.ts'
import { PARTS } from '../rights.ts'

export const ADD_FIELDS = {
	'person-name-missing': 'name',
	'email-invalid': 'email',
	'already-member': 'email',
	'part-unknown': 'part',
}

export function AddMemberForm({ refusal, values }: { refusal?: Refusal; values?: Record<string, string> }) {
	const error = (name: string) => errorOf(refusal, ADD_FIELDS, name)
	return (
		<section className="section" aria-labelledby="aufnehmen">
			<h2 id="aufnehmen">{m.people_add_title()}</h2>
			<form method="post" className="form">
				<input type="hidden" name="intent" value="add" />
				<Field
					name="name"
					label={m.people_name()}
					autoComplete="off"
					required
					value={values?.['name']}
					error={error('name')}
				/>
				<Field
					kind="email"
					name="email"
					label={m.people_email()}
					autoComplete="off"
					required
					value={values?.['email']}
					error={error('email')}
				/>
				<Field
					kind="radios"
					name="part"
					label={m.people_part()}
					required
					value={values?.['part'] ?? 'moderator'}
					error={error('part')}
					options={PARTS.map((part) => ({ value: part, label: partLabel(part), hint: partText(part) }))}
				/>
				<Button>{m.people_add_button()}</Button>
			</form>
		</section>
	)
}
