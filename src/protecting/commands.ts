import { UsageError, type Command } from '#platform/cli/command.ts'
import { inMunicipality } from '#platform/database/database.ts'
import { language, m } from '#platform/words/words.ts'
import { chooseMunicipality } from '#people/chosen-municipality.ts'
import { findRoleDictionary } from './find-role-label.ts'
import { judgementSentence } from './label-sentences.ts'
import { judgeLabel, type LabelJudgement } from './role-label.rules.ts'

export const protectingCommands: Command[] = [
	{
		name: 'label',
		usage: '"TEXT" … [--district D] [--json]',
		summary: {
			de: 'Prüft, ob eine Rollenangabe öffentlich neben einem Zitat stehen darf',
			en: 'Tells whether a role label may stand in public beside a quote',
		},
		options: { district: { type: 'string' } },
		async run({ words, options, municipality, json, openDatabase, print, printJson }) {
			if (words.length === 0 || words.some((label) => label.trim() === '')) throw new UsageError('"TEXT"')
			const database = await openDatabase()
			const { id } = await chooseMunicipality(database, municipality)
			const district = options['district'] as string | undefined
			const dictionary = await inMunicipality(database, id, (db) => findRoleDictionary(db, language()))
			const judged = words.map((label) => ({ label, judgement: judgeLabel(dictionary, { label, district }) }))
			const [first, ...more] = judged
			if (json)
				printJson(
					more.length === 0 ? first!.judgement : judged.map(({ label, judgement }) => ({ label, ...judgement })),
				)
			else for (const { label, judgement } of judged) for (const line of sentences(label, judgement)) print(line)
		},
	},
]

function sentences(label: string, judgement: LabelJudgement): string[] {
	const told = judgementSentence(label, judgement)
	if (judgement.allowed) return [told]
	const { suggestion } = judgement
	return [told, suggestion ? m.protecting_label_instead({ suggestion }) : m.protecting_label_nothing_instead()]
}
