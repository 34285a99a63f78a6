/** `code suggest`: learns now, in this process, and says what is proposed for one round. */
import { UsageError, type Command } from '#platform/cli/command.ts'
import { inMunicipality } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { m } from '#platform/words/words.ts'
import { chooseMunicipality } from '#people/chosen-municipality.ts'
import { findFilterChoices, idOf } from '../find-filters.ts'
import { countProposals } from './count-proposals.ts'
import { learnSuggestions } from './learn-suggestions.ts'

export const codeSuggestCommand: Command = {
	name: 'code suggest',
	usage: '--round SLUG [--json]',
	summary: {
		de: 'Lernt aus dem, was das Team codiert hat, und schlägt für eine Runde Themen vor.',
		en: 'Learns from what the team has coded and suggests themes for one round.',
	},
	options: { round: { type: 'string' } },
	run: async (command) => {
		const slug = command.options['round']
		if (typeof slug !== 'string' || slug === '') throw new UsageError('--round SLUG')
		const database = await command.openDatabase()
		const { id } = await chooseMunicipality(database, command.municipality)
		const roundId = await inMunicipality(database, id, async (db) => idOf((await findFilterChoices(db)).rounds, slug))
		if (!roundId) throw new Problem('not-found', 'round-unknown', { round: slug })
		const learned = await learnSuggestions(database, id, new Date())
		if (!learned) throw new Problem('conflict', 'suggesting-off')
		const found = await inMunicipality(database, id, (db) => countProposals(db, roundId))
		const { examples, conversations, isMeasured, hitAt3 } = learned.report
		const suggestions = found.reduce((sum, { count }) => sum + count, 0)
		command.printJson({ round: slug, examples, conversations, isMeasured, hitAt3, suggestions, themes: found })
		if (command.json) return
		command.print(m.understanding_cli_learned({ examples, conversations }))
		command.print(m.understanding_cli_suggested({ count: suggestions }))
		for (const { label, count, examples: own, f1 } of found)
			command.print(`${String(count).padStart(6)}  ${label} (${own}${f1 === null ? '' : `, F1 ${f1.toFixed(2)}`})`)
	},
}
