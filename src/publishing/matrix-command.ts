/**
 * `matrix` on the command line: what the team counts, and with `--public` only what an edition shows. Counted anew at any
 * moment, a public table would tell of everybody who spoke between two calls.
 */
import { UsageError, type Command, type CommandContext } from '#platform/cli/command.ts'
import { inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { m } from '#platform/words/words.ts'
import { chooseMunicipality } from '#people/chosen-municipality.ts'
import { findRound } from '#listening/find-rounds.ts'
import { csvLine } from '#understanding/weighing/csv.rules.ts'
import { findMatrix, MATRIX_COLUMNS, type Matrix } from '#understanding/weighing/find-matrix.ts'
import { readColumns, readCount } from '#understanding/weighing/matrix-choice.ts'
import { columnWord } from '#understanding/weighing/matrix-words.ts'
import { findLiveTables, type PublicMatrix } from './find-live-tables.ts'
import { bandWord, numberWord } from './public-words.ts'

const PUBLIC_COLUMNS = MATRIX_COLUMNS.filter((columns) => columns !== 'age').join(', ')

export const matrixCommand: Command = {
	name: 'matrix',
	usage:
		'--rows theme --columns sector|district|format|role|stance|age [--count persons|voices|passages] [--round SLUG] [--public] [--csv]',
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
		if (options['public'] === true) {
			if (columns === 'age') throw new Problem('invalid', 'matrix-columns-unknown', { possible: PUBLIC_COLUMNS })
			const shown = await inChosen(command, (db) => findLiveTables(db, columns))
			command.printJson(shown)
			if (!command.json) printTable(command, publicTable(shown))
			return
		}
		const count = readCount(options['count'], columns)
		const found = await inChosen(command, async (db) => {
			const roundId = typeof options['round'] === 'string' ? (await findRound(db, options['round'])).id : undefined
			return findMatrix(db, { columns, count, roundId })
		})
		command.printJson({ by: columns, ...found })
		if (!command.json) printTable(command, openTable(found))
	},
}

function printTable({ options, print }: CommandContext, table: Table) {
	for (const line of options['csv'] ? table.map(csvLine) : aligned(table)) print(line)
}

async function inChosen<Result>(
	command: CommandContext,
	work: (db: MunicipalityDatabase) => Promise<Result>,
): Promise<Result> {
	const database = await command.openDatabase()
	const { id } = await chooseMunicipality(database, command.municipality)
	return inMunicipality(database, id, work)
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

function publicTable({ columns, rows }: PublicMatrix): Table {
	const hasNumbers = rows.some(({ numbers }) => numbers)
	return [
		[
			m.understanding_matrix_of_theme(),
			...columns.map(columnWord),
			...(hasNumbers ? [m.publishing_table_total()] : []),
		],
		...rows.map(({ theme, bands, numbers, total }) =>
			numbers
				? [theme.label, ...numbers.map(numberWord), numberWord(total ?? null)]
				: [theme.label, ...bands.map(bandWord)],
		),
	]
}

function aligned(table: Table): string[] {
	const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => String(row[column]).length)))
	return table.map((row) =>
		row
			.map((cell, at) => (at === 0 ? String(cell).padEnd(widths[at]!) : String(cell).padStart(widths[at]!)))
			.join('  '),
	)
}
