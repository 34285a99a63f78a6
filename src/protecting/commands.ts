import { UsageError, type Command } from '#platform/cli/command.ts'
import { inMunicipality } from '#platform/database/database.ts'
import { language, m } from '#platform/words/words.ts'
import { chooseMunicipality } from '#people/chosen-municipality.ts'
import { findRoleLabel } from './find-role-label.ts'
import type { LabelJudgement, LabelReason } from './role-label.rules.ts'

export const protectingCommands: Command[] = [
	{
		name: 'label',
		usage: '"TEXT" [--district D] [--json]',
		summary: {
			de: 'Prüft, ob eine Rollenangabe öffentlich neben einem Zitat stehen darf',
			en: 'Tells whether a role label may stand in public beside a quote',
		},
		options: { district: { type: 'string' } },
		async run({ words, options, municipality, json, openDatabase, print, printJson }) {
			const [label, ...more] = words
			if (!label || more.length > 0) throw new UsageError('label "TEXT"')
			const database = await openDatabase()
			const { id } = await chooseMunicipality(database, municipality)
			const district = options['district'] as string | undefined
			const judgement = await inMunicipality(database, id, (db) => findRoleLabel(db, { label, district }, language()))
			if (json) printJson(judgement)
			else for (const line of sentences(label, judgement)) print(line)
		},
	},
]

const REASONS: Record<LabelReason, (facts: { label: string; population: number }) => string> = {
	'enough-people': m.protecting_label_allowed,
	'too-few-people': m.protecting_label_reason_too_few_people,
	'other-word': m.protecting_label_reason_other_word,
	'unknown-word': m.protecting_label_reason_unknown_word,
	'several-attributes': m.protecting_label_reason_several_attributes,
	'place-too-small': m.protecting_label_reason_place_too_small,
}

function sentences(label: string, { allowed, population, reason, suggestion }: LabelJudgement): string[] {
	const told = REASONS[reason]({ label, population })
	if (allowed) return [told]
	return [told, suggestion ? m.protecting_label_instead({ suggestion }) : m.protecting_label_nothing_instead()]
}
