/** What we may do with their words: each answer carries the wording it was given to. */
import type { Refusal } from '#platform/http/refusals.ts'
import { errorOf } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'
import type { ConsentWording } from '../find-consent-wordings.ts'
import { LONGEST_CONTACT, wordingField } from '../speak-form.rules.ts'
import type { Channel } from '../vocabulary.ts'

/** Which field of the public form a refusal is about. */
export const FIELDS = {
	'submission-empty': 'text',
	'submission-too-long': 'text',
	'submission-unusable': 'text',
	'submission-title-too-long': 'title',
	'analysis-not-allowed': 'analyse',
	'guardian-must-agree': 'guardian',
	'contact-missing': 'reach',
	'contact-too-long': 'reach',
}

export type SpeakConsentsProps = {
	consents: Partial<Record<Channel, ConsentWording>>
	refusal?: Refusal | undefined
	values: Record<string, string>
}

export function SpeakConsents({ consents, refusal, values }: SpeakConsentsProps) {
	const isTicked = (name: string) => values[name] === 'ja'
	const { analyse, quote, contact } = consents
	return (
		<>
			<Wording channel="analyse" wording={analyse} />
			<Field
				kind="checkbox"
				name="analyse"
				label={analyse?.text}
				hint={<Beside plain={analyse?.plain}>{m.listening_speak_analyse_hint()}</Beside>}
				required
				checked={isTicked('analyse')}
				error={errorOf(refusal, FIELDS, 'analyse')}
			/>
			<Wording channel="quote" wording={quote} />
			<Field
				kind="checkbox"
				name="quote"
				label={quote?.text}
				hint={<Beside plain={quote?.plain}>{m.listening_speak_quote_hint()}</Beside>}
				checked={isTicked('quote')}
			/>
			<fieldset className="speak-part">
				<legend>{m.listening_speak_young()}</legend>
				<Field kind="checkbox" name="under16" label={m.listening_speak_under16()} checked={isTicked('under16')} />
				<div className="speak-part__then">
					<Field
						kind="checkbox"
						name="guardian"
						label={m.listening_speak_guardian()}
						hint={m.listening_speak_guardian_hint()}
						checked={isTicked('guardian')}
						error={errorOf(refusal, FIELDS, 'guardian')}
					/>
				</div>
			</fieldset>
			<fieldset className="speak-part">
				<legend>{m.listening_speak_contact_heading()}</legend>
				<p className="note">{m.listening_speak_contact()}</p>
				<Wording channel="contact" wording={contact} />
				<Field
					kind="checkbox"
					name="contact"
					label={contact?.text}
					hint={contact?.plain ? <Beside plain={contact.plain} /> : undefined}
					checked={isTicked('contact')}
				/>
				<div className="speak-part__then">
					<Field
						name="reach"
						label={m.listening_speak_reach()}
						hint={m.listening_speak_reach_hint()}
						maxLength={LONGEST_CONTACT}
						autoComplete="off"
						value={values['reach']}
						error={errorOf(refusal, FIELDS, 'reach')}
					/>
				</div>
			</fieldset>
		</>
	)
}

function Wording({ channel, wording }: { channel: Channel; wording: ConsentWording | undefined }) {
	return wording ? <input type="hidden" name={wordingField(channel)} value={wording.id} /> : null
}

/** What else there is to know, and the same in plain German for whoever wants it. */
function Beside({ plain, children }: { plain: string | null | undefined; children?: string }) {
	return (
		<>
			{children}
			{plain ? (
				<details className="speak-plain">
					<summary>{m.listening_speak_plain()}</summary>
					<p>{plain}</p>
				</details>
			) : null}
		</>
	)
}
