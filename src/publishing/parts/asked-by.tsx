/** How somebody told the team what they want. */
import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'

export const howAsked = () => [
	{ value: 'mail', label: m.publishing_person_asked_by_mail() },
	{ value: 'in-person', label: m.publishing_withdrawal_via_person() },
]

export function AskedBy() {
	return (
		<Field
			kind="radios"
			name="via"
			label={m.publishing_person_asked()}
			value="in-person"
			horizontal
			options={howAsked()}
		/>
	)
}
