/** `code suggest`: learns now, in this process, and says what is proposed for one round. */
import { UsageError, type Command } from '#platform/cli/command.ts'
import { inMunicipality } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { m } from '#platform/words/words.ts'
import { chooseMunicipality } from '#people/chosen-municipality.ts'
import { findFilterChoices, idOf } from '../find-filters.ts'
import { countProposals, type ThemeProposals } from './count-proposals.ts'
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
		const themes = await inMunicipality(database, id, (db) => countProposals(db, roundId))
		const { examples, silent, conversations, isMeasured, hitAt3, precision, recall } = learned.report
		const suggestions = themes.reduce((sum, { count }) => sum + count, 0)
		const quality = { isMeasured, hitAt3, precision, recall }
		command.printJson({ round: slug, examples, silent, conversations, ...quality, suggestions, themes })
		if (command.json) return
		command.print(m.understanding_cli_learned({ examples, silent, conversations }))
		command.print(m.understanding_cli_suggested({ count: suggestions }))
		for (const found of themes)
			command.print(`${String(found.count).padStart(6)}  ${found.label} (${qualityOf(found)})`)
	},
}

function qualityOf({ examples, isLearned, line, precision, recall }: ThemeProposals): string {
	if (!isLearned) return m.understanding_cli_theme_keywords({ examples })
	if (line === null) return m.understanding_cli_theme_silent({ examples })
	return m.understanding_cli_theme_quality({ examples, precision: percent(precision), recall: percent(recall) })
}

function percent(share: number | null): string {
	return share === null ? '–' : `${Math.round(share * 100)} %`
}
