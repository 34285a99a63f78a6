/** Everything about one speaker, with the first words they said, so that the team knows who is meant. */
import type { ReactNode } from 'react'
import { PACK_AGE_BANDS } from '#method/age-bands.ts'
import { Field } from '#platform/ui/field.tsx'
import { language, m } from '#platform/words/words.ts'
import type { Choices } from '../find-choices.ts'
import type { FoundSpeaker } from '../find-conversation.ts'
import { inLanguage } from '../wording.rules.ts'

export type SpeakerFieldsProps = {
	speaker: FoundSpeaker & { firstWords: string }
	choices: Choices
	/** What had been entered before a refusal; then what is ticked there counts. */
	values: Record<string, string> | undefined
	children?: ReactNode
}

export function SpeakerFields({ speaker, choices, values, children }: SpeakerFieldsProps) {
	const { id, code, firstWords, pseudonym, isModerator } = speaker
	const blank = m.listening_speak_no_answer()
	const ages = PACK_AGE_BANDS.map(({ key, label }) => ({ value: key, label: inLanguage(label, language()) }))
	const asked = (name: string, value: string | null) => ({
		name: `${name}-${id}`,
		value: values?.[`${name}-${id}`] ?? value,
	})
	return (
		<fieldset className="speaker-box">
			<legend>{code}</legend>
			<input type="hidden" name="speaker" value={id} />
			<p className="spoken speaker-box__first">{firstWords}</p>
			<div className="speaker-box__fields">
				<Field {...asked('pseudonym', pseudonym)} label={m.listening_pseudonym()} optional maxLength={80} />
				<Field
					kind="select"
					{...asked('sector', speaker.sector)}
					label={m.listening_coverage_sector()}
					options={choices.sectors}
					blank={blank}
				/>
				<Field
					kind="select"
					{...asked('role', speaker.role)}
					label={m.listening_role()}
					options={choices.roles}
					blank={blank}
				/>
				<Field
					kind="select"
					{...asked('district', speaker.district)}
					label={m.listening_district()}
					options={choices.districts}
					blank={blank}
				/>
				<Field
					kind="select"
					{...asked('age', speaker.ageBand)}
					label={m.listening_age()}
					options={ages}
					blank={blank}
				/>
			</div>
			<Field
				kind="checkbox"
				name={`moderator-${id}`}
				label={m.listening_moderates_tick()}
				checked={values ? values[`moderator-${id}`] === 'ja' : isModerator}
			/>
			{children}
		</fieldset>
	)
}
