/** `search` and `matrix` on the command line. */
import { UsageError, type Command, type CommandContext } from '#platform/cli/command.ts'
import { inMunicipality } from '#platform/database/database.ts'
import { m } from '#platform/words/words.ts'
import { chooseMunicipality } from '#people/chosen-municipality.ts'
import { findRound } from '#listening/find-rounds.ts'
import { findMatrix, type Matrix, type MatrixColumns } from './find-matrix.ts'
import { findVoices, type VoiceHit } from './find-voices.ts'
import { readColumns, readCount } from './matrix-choice.ts'
import { bandWord, columnWord, publicCells } from './matrix-words.ts'

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
		const { total, hits } = await inChosen(command, (db) => findVoices(db, { query, limit }))
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

const matrix: Command = {
	name: 'matrix',
	usage:
		'--rows theme --columns sector|district|format|role|stance [--count persons|voices|passages] [--round SLUG] [--public] [--csv]',
	summary: { de: 'Zählt Themen nach Gruppen.', en: 'Counts themes by groups.' },
	options: {
		rows: { type: 'string', default: 'theme' },
		columns: { type: 'string', default: 'sector' },
		count: { type: 'string' },
		round: { type: 'string' },
		public: { type: 'boolean' },
		csv: { type: 'boolean' },
	},
	run: async (command) => {
		const { options } = command
		if (options['rows'] !== 'theme') throw new UsageError('--rows theme')
		const columns = readColumns(options['columns'])
		const isPublic = options['public'] === true
		const count = isPublic ? 'persons' : readCount(options['count'], columns)
		const found = await inChosen(command, async (db) => {
			const roundId = typeof options['round'] === 'string' ? (await findRound(db, options['round'])).id : undefined
			return findMatrix(db, { columns, count, roundId })
		})
		command.printJson(isPublic ? publicJson(found, columns) : { by: columns, ...found })
		if (command.json) return
		const table = isPublic ? publicTable(found) : openTable(found)
		for (const line of options['csv'] ? table.map(toCsv) : aligned(table)) command.print(line)
	},
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

type Table = (string | number)[][]

/** Numbers with their sums; without distinct totals, so that what is printed adds up. */
function openTable({ columns, rows, sums, sum }: Matrix): Table {
	return [
		[m.understanding_matrix_of_theme(), ...columns.map(columnWord), m.understanding_matrix_sum()],
		...rows.map(({ theme, cells, sum: ofRow }) => [theme.label, ...cells, ofRow]),
		[m.understanding_matrix_sum(), ...sums, sum],
	]
}

function publicTable(found: Matrix): Table {
	return [
		[m.understanding_matrix_of_theme(), ...found.columns.map(columnWord)],
		...publicCells(found).map(({ theme, bands }) => [theme.label, ...bands.map(bandWord)]),
	]
}

function publicJson(found: Matrix, by: MatrixColumns) {
	const columns = found.columns.map(({ key, label }) => ({ key, label }))
	return { by, columns, rows: publicCells(found) }
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe. */
function toCsv(row: (string | number)[]): string {
	return row.map((cell) => (typeof cell === 'number' ? String(cell) : quoted(cell))).join(',')
}

function quoted(cell: string): string {
	const harmless = /^[=+@\t\r-]/.test(cell) ? `'${cell}` : cell
	return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

function aligned(table: Table): string[] {
	const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => String(row[column]).length)))
	return table.map((row) =>
		row
			.map((cell, at) => (at === 0 ? String(cell).padEnd(widths[at]!) : String(cell).padStart(widths[at]!)))
			.join('  '),
	)
}

export const understandingCommands = [search, matrix]
