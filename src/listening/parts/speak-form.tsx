/** The public form: their words, a few answers if they like, and what we may do with it. Works without any script. */
import { PACK_AGE_BANDS } from '#method/age-bands.ts'
import type { Refusal } from '#platform/http/refusals.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { errorOf, ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { language, m } from '#platform/words/words.ts'
import type { Choice } from '../find-choices.ts'
import { DECOY_FIELD, LONGEST_SUBMISSION, LONGEST_TITLE } from '../speak-form.rules.ts'
import type { ConsentWording } from '../find-consent-wordings.ts'
import type { Channel } from '../vocabulary.ts'
import { inLanguage } from '../wording.rules.ts'
import { FIELDS, SpeakConsents } from './speak-consents.tsx'

export type SpeakFormProps = {
	token: string
	choices: { sectors: Choice[]; districts: Choice[]; roles: Choice[] }
	consents: Partial<Record<Channel, ConsentWording>>
	refusal?: Refusal | undefined
	/** What had been entered before a refusal. */
	values: Record<string, string>
}

export function SpeakForm({ token, choices, consents, refusal, values }: SpeakFormProps) {
	return (
		<form method="post" className="speak">
			<ErrorSummary refusal={refusal} fields={FIELDS} />
			<input type="hidden" name="form" value={token} />
			<Decoy />
			<Field
				kind="textarea"
				name="text"
				label={m.listening_speak_text()}
				hint={m.listening_speak_text_hint()}
				rows={9}
				spoken
				required
				maxLength={LONGEST_SUBMISSION}
				value={values['text']}
				error={errorOf(refusal, FIELDS, 'text')}
			/>
			<Field
				name="title"
				label={m.listening_speak_title()}
				optional
				maxLength={LONGEST_TITLE}
				value={values['title']}
				error={errorOf(refusal, FIELDS, 'title')}
			/>
			<Field
				kind="radios"
				name="stance"
				label={m.listening_speak_stance()}
				optional
				value={values['stance']}
				options={[
					{ value: 'helps', label: m.listening_stance_helps() },
					{ value: 'hinders', label: m.listening_stance_hinders() },
					{ value: 'wish', label: m.listening_stance_wish() },
				]}
			/>
			<AboutYou choices={choices} values={values} />
			<h2>{m.listening_speak_consent_heading()}</h2>
			<SpeakConsents consents={consents} refusal={refusal} values={values} />
			<p className="note">
				<a href="/datenschutz#mitreden">{m.listening_speak_privacy()}</a>
			</p>
			<Button>{m.listening_speak_send()}</Button>
		</form>
	)
}

/** Folded away at first: nobody needs to say who they are. */
function AboutYou({ choices, values }: Pick<SpeakFormProps, 'choices' | 'values'>) {
	const isOpen = ['sector', 'district', 'age', 'role'].some((name) => values[name])
	const ages = PACK_AGE_BANDS.map(({ key, label }) => ({ value: key, label: inLanguage(label, language()) }))
	const blank = m.listening_speak_no_answer()
	return (
		<details className="speak__about" open={isOpen}>
			<summary>{m.listening_speak_about()}</summary>
			<p className="note">{m.listening_speak_about_hint()}</p>
			<Field
				kind="select"
				name="district"
				label={m.listening_speak_district()}
				optional
				options={choices.districts}
				blank={blank}
				value={values['district']}
			/>
			<Field
				kind="select"
				name="sector"
				label={m.listening_speak_sector()}
				optional
				options={choices.sectors}
				blank={blank}
				value={values['sector']}
			/>
			<Field
				kind="select"
				name="role"
				label={m.listening_speak_role()}
				hint={m.listening_speak_role_hint()}
				optional
				options={choices.roles}
				blank={blank}
				value={values['role']}
			/>
			<Field
				kind="select"
				name="age"
				label={m.listening_speak_age()}
				optional
				options={ages}
				blank={blank}
				value={values['age']}
			/>
		</details>
	)
}

/** Seen by machines only. */
function Decoy() {
	return (
		<div className="speak-decoy" aria-hidden="true">
			<label htmlFor={DECOY_FIELD}>{m.listening_speak_decoy()}</label>
			<input id={DECOY_FIELD} name={DECOY_FIELD} type="text" tabIndex={-1} autoComplete="off" />
		</div>
	)
}
