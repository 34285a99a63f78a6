import type { Refusal } from '#platform/http/refusals.ts'
import { errorOf } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { m } from '#platform/words/words.ts'
import { levelWord } from '#focusing/level-words.ts'
import { LEVELS } from '#focusing/tables.ts'
import { kindWord } from '../acting-words.ts'
import type { InitiativeChoices } from '../find-initiative-choices.ts'
import type { Initiative } from '../find-initiative.ts'
import { ActorChoice } from './actor-choice.tsx'
import { FieldChoice, PartnerChoice } from './initiative-ties.tsx'

const KINDS = ['project', 'pilot', 'format', 'rule', 'room'] as const

export const INITIATIVE_FIELDS = {
	'initiative-title-missing': 'titel',
	'actor-unknown': 'wer',
	'actor-name-missing': 'wer-neu',
	'next-answer-missing': 'antwort-bis',
	'day-past': 'antwort-bis',
	'day-unreadable': 'antwort-bis',
}

type InitiativeFieldsProps = {
	choices: InitiativeChoices
	/** What stands there now; null for a new one. */
	initiative: Initiative | null
	/** Preselected for a new one. */
	focusThemeId?: string | undefined
	values: Record<string, string> | undefined
	refusal: Refusal | undefined
}

/** Everything an initiative says of itself. */
export function InitiativeFields({ choices, initiative, focusThemeId, values, refusal }: InitiativeFieldsProps) {
	const is = (name: string, saved: string | null | undefined) => values?.[name] ?? saved
	return (
		<>
			<Field
				name="titel"
				label={m.acting_title_label()}
				required
				value={is('titel', initiative?.title)}
				error={errorOf(refusal, INITIATIVE_FIELDS, 'titel')}
			/>
			<Field
				name="satz"
				label={m.acting_teaser_label()}
				hint={m.acting_teaser_hint()}
				optional
				value={is('satz', initiative?.teaser)}
			/>
			<Field kind="textarea" name="ziel" rows={3} label={m.acting_goal_label()} value={is('ziel', initiative?.goal)} />
			<Field
				name="schritt"
				label={m.acting_first_step_label()}
				hint={m.acting_first_step_hint()}
				value={is('schritt', initiative?.firstStep)}
			/>
			<ActorChoice
				name="wer"
				label={m.acting_owner_label()}
				blank={m.acting_owner_none()}
				actors={choices.actors}
				value={initiative?.owner?.id}
				values={values}
				error={errorOf(refusal, INITIATIVE_FIELDS, 'wer')}
			/>
			<Field
				kind="select"
				name="art"
				label={m.acting_kind_label()}
				options={KINDS.map((kind) => ({ value: kind, label: kindWord(kind) }))}
				value={is('art', initiative?.kind)}
			/>
			<Field
				kind="select"
				name="ebene"
				label={m.acting_level_label()}
				options={LEVELS.map((level) => ({ value: level, label: levelWord(level) }))}
				value={is('ebene', initiative?.level ?? 'municipality')}
			/>
			<Field
				kind="select"
				name="ortsteil"
				label={m.acting_district_label()}
				blank={m.acting_district_all()}
				options={choices.districts.map(({ id, name }) => ({ value: id, label: name }))}
				value={is('ortsteil', initiative?.district?.id)}
			/>
			<Field
				kind="select"
				name="fokusthema"
				label={m.acting_focus_theme_label()}
				hint={m.acting_focus_theme_hint()}
				blank={m.acting_focus_theme_none()}
				options={choices.focusThemes.map(({ id, title }) => ({ value: id, label: title }))}
				value={is('fokusthema', initiative?.focusTheme?.id ?? focusThemeId)}
			/>
			<FieldChoice choices={choices} chosen={initiative?.fieldsOfAction ?? []} values={values} />
			<PartnerChoice choices={choices} partners={initiative?.partners ?? []} values={values} />
		</>
	)
}
