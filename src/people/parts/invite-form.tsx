import type { Refusal } from '#platform/http/refusals.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { errorOf } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'
import { partLabel, partText } from '../part-words.ts'
import { PARTS } from '../rights.ts'

export const INVITE_FIELDS = {
	'person-name-missing': 'name',
	'email-invalid': 'email',
	'part-unknown': 'part',
}

type Props = { canMail: boolean; refusal: Refusal | undefined; values: Record<string, string> | undefined }

/** By mail where mails leave this house, on paper everywhere. */
export function InviteForm({ canMail, refusal, values }: Props) {
	const error = (name: string) => errorOf(refusal, INVITE_FIELDS, name)
	return (
		<form method="post" className="form">
			<Field
				name="name"
				label={m.people_invite_name()}
				autoComplete="off"
				required
				value={values?.['name']}
				error={error('name')}
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
			{canMail ? (
				<>
					<Field
						kind="radios"
						name="way"
						label={m.people_invite_way()}
						required
						value={values?.['way'] ?? 'mail'}
						options={[
							{ value: 'mail', label: m.people_invite_by_mail(), hint: m.people_invite_by_mail_hint() },
							{ value: 'paper', label: m.people_invite_on_paper(), hint: m.people_invite_on_paper_hint() },
						]}
					/>
					<Field
						kind="email"
						name="email"
						label={m.people_email()}
						hint={m.people_invite_email_hint()}
						autoComplete="off"
						value={values?.['email']}
						error={error('email')}
					/>
				</>
			) : (
				<>
					<input type="hidden" name="way" value="paper" />
					<p className="muted">{m.people_invite_no_mail()}</p>
				</>
			)}
			<Button>{m.people_invite_button()}</Button>
		</form>
	)
}
