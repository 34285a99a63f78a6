/** `search` and `agreement` on the command line. */
import { UsageError, type Command, type CommandContext } from '#platform/cli/command.ts'
import { inMunicipality } from '#platform/database/database.ts'
import { m } from '#platform/words/words.ts'
import { appendAudit } from '#people/audit-log.ts'
import { chooseMunicipality } from '#people/chosen-municipality.ts'
import { agreementCommand } from './agreeing/commands.ts'
import { findVoices, type VoiceHit } from './finding/find-voices.ts'
import { suggestingCommands } from './suggesting/commands.ts'

const search: Command = {
	name: 'search',
	usage: 'QUERY [--limit N]',
	summary: { de: 'Sucht in allem, was gesagt wurde.', en: 'Searches everything that was said.' },
	options: { limit: { type: 'string', default: '20' } },
	run: async (command) => {
		const query = command.words.join(' ')
		const limit = Number(command.options['limit'])
		if (query === '') throw new UsageError('QUERY')
		if (!Number.isInteger(limit) || limit < 1 || limit > 10_000) throw new UsageError('--limit 1 … 10000')
		const { total, hits } = await inChosen(command, async (db) => {
			await appendAudit(db, { by: 'command', act: 'voices-searched', subject: 'voice', at: new Date() })
			return findVoices(db, { query, limit, isCounted: true })
		})
		command.printJson({
			total,
			hits: hits.map((hit) => ({ voice: hit.voiceId, title: titleOf(hit), snippet: snippetOf(hit), score: hit.score })),
		})
		if (command.json) return
		command.print(m.understanding_search_total({ total }))
		for (const hit of hits) command.print(`\n${titleOf(hit)} · ${hit.speakerCode}\n  ${snippetOf(hit)}`)
	},
}

function titleOf(hit: VoiceHit): string {
	return hit.title ?? hit.conversation.title
}

function snippetOf(hit: VoiceHit): string {
	return hit.snippet.map(({ text }) => text).join('')
}

function inChosen<Result>(
	command: CommandContext,
	work: Parameters<typeof inMunicipality<Result>>[2],
): Promise<Result> {
	return command.openDatabase().then(async (database) => {
		const { id } = await chooseMunicipality(database, command.municipality)
		return inMunicipality(database, id, work)
	})
}

export const understandingCommands = [search, agreementCommand, ...suggestingCommands]
