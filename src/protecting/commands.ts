import { UsageError, type Command } from '#platform/cli/command.ts'
import { inMunicipality } from '#platform/database/database.ts'
import { language, m } from '#platform/words/words.ts'
import { chooseMunicipality } from '#people/chosen-municipality.ts'
import { findRoleLabel } from './find-role-label.ts'
import { judgementSentence } from './label-sentences.ts'
import type { LabelJudgement } from './role-label.rules.ts'

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

function sentences(label: string, judgement: LabelJudgement): string[] {
	const told = judgementSentence(label, judgement)
	if (judgement.allowed) return [told]
	const { suggestion } = judgement
	return [told, suggestion ? m.protecting_label_instead({ suggestion }) : m.protecting_label_nothing_instead()]
}
