/** Tables of a new edition beside all earlier ones: which words stand, and what stops numbers. Pure. */
import { bandOf, rangesOfBands, type Band } from '#protecting/bands.rules.ts'
import { findHandfuls, type NumberTable } from '#protecting/differencing.rules.ts'
import type { ShownBand, ToldTable } from '#protecting/told-cells.rules.ts'
import { chooseBands, judgeNumbers, type ChosenBand } from '#protecting/what-tables-tell.rules.ts'
import { FURTHER_TABLES, TABLES, type TableBasis, type TableName } from './edition-basis.ts'
import { bandAt, groupOf, isShown, type Basis } from './public-tables.rules.ts'

/** A cell that cannot be shown as it stands. */
export type TableLeak = {
	table: TableName
	/** The last edition before. */
	edition: number
	row: string
	/** Empty when it takes several columns to see it. */
	column: string
	/** So many more people who came or went there would make it safe. */
	missing: number
}

export type Earlier = { edition: number; basis: Basis }

/** What a person says of a theme they take with them from column to column; in the others anybody may stand in several. */
const ONE_EACH: readonly TableName[] = ['themes', 'focus', 'themes-by-district', 'themes-by-format', 'themes-by-role']

/**
 * The basis with the words that may be shown, and what had to give way. Words that would give somebody away are held; numbers
 * stay as they are, and what they would give away is only told. The further tables hold without anybody being asked.
 */
export function guardTables(
	earlier: readonly Earlier[],
	next: Basis,
	minimum: number,
): { basis: Basis; leaks: TableLeak[] } {
	const guarded = [...TABLES, ...FURTHER_TABLES].flatMap((name) => {
		const table = next.tables[name]
		if (!table || !isShown(next, name)) return []
		if (table.numbers) return [{ name, table, leaks: leaksOfNumbers(earlier, next, name, minimum) }]
		const chosen = chooseBands(
			earlier.flatMap(({ basis }) => toldTable(basis, name) ?? []),
			{
				columns: columnsOf(next, name),
				isOneEach: ONE_EACH.includes(name),
				rows: table.rows.map((key, at) => ({ key, counts: table.cells[at]!.map(({ length }) => length) })),
			},
			minimum,
		)
		return [{ name, table: withBands(table, chosen), leaks: leaksIn(table, chosen, name, earlier) }]
	})
	return {
		basis: {
			...next,
			tables: { ...next.tables, ...Object.fromEntries(guarded.map(({ name, table }) => [name, table])) },
		},
		leaks: guarded.flatMap(({ name, leaks }) => (TABLES.some((one) => one === name) ? leaks : [])),
	}
}

function withBands(table: TableBasis, chosen: readonly ChosenBand[][]): TableBasis {
	const isHeld = chosen.flat().some(({ band, fresh }) => band !== fresh)
	const held = chosen.map((row) => row.map(({ band, fresh }): Band | null => (band === fresh ? null : band)))
	const told = chosen.map((row) => row.map(({ least, most }): [number, number] => [least, most]))
	return { ...table, told, ...(isHeld ? { held } : {}) }
}

function leaksIn(
	table: TableBasis,
	chosen: readonly ChosenBand[][],
	name: TableName,
	earlier: readonly Earlier[],
): TableLeak[] {
	const edition = earlier.at(-1)?.edition ?? 0
	return table.rows.flatMap((row, at) =>
		table.columns.flatMap((column, to) => {
			const { band, fresh, missing } = chosen[at]![to]!
			return band === fresh ? [] : [{ table: name, edition, row, column, missing: Math.max(1, missing) }]
		}),
	)
}

/** What readers of the edition were told by a table; nothing by one that was not shown. */
function toldTable(basis: Basis, name: TableName): ToldTable | null {
	const table = basis.tables[name]
	if (!table || !isShown(basis, name)) return null
	const columns = columnsOf(basis, name)
	return {
		columns,
		rows: table.rows.map((key, at) => ({
			key,
			shown: columns.map(({ heard }, to) => shownAt(table, at, to, heard.length)),
		})),
	}
}

/** Editions from before it was noted: a fresh word told its range, one that was held may have stood for anything. */
function shownAt(table: TableBasis, row: number, column: number, heard: number): ShownBand {
	if (table.numbers) {
		const number = table.numbers.cells[row]?.[column] ?? null
		return number === null
			? { band: 'none', least: 0, most: heard }
			: { band: bandOf(number, heard), least: number, most: number }
	}
	const band = bandAt(table, row, column, heard)
	const range = table.held?.[row]?.[column] ? undefined : rangesOfBands(heard).find((one) => one.band === band)
	const [least, most] = table.told?.[row]?.[column] ?? [range?.least ?? 0, range?.most ?? heard]
	return { band, least, most }
}

function columnsOf(basis: Basis, name: TableName): ToldTable['columns'] {
	return (basis.tables[name]?.columns ?? []).map((key) => ({ key, heard: groupOf(basis, name, key) }))
}

/** Numbers that leave too few people open, and handfuls of people between them. */
function leaksOfNumbers(earlier: readonly Earlier[], next: Basis, name: TableName, minimum: number): TableLeak[] {
	const last = earlier.at(-1)?.edition ?? 0
	const { rows, columns } = next.tables[name]!
	const told = earlier.flatMap(({ basis }) => toldTable(basis, name) ?? [])
	const tooFew = judgeNumbers(told, toldTable(next, name)!, minimum).flatMap((cells, at) =>
		cells.flatMap(({ missing }, to) =>
			missing === 0 ? [] : [{ edition: last, row: rows[at]!, column: columns[to]!, missing }],
		),
	)
	const before = earlier.flatMap(({ edition, basis }) => {
		const table = numberTable(basis, name)
		return table ? [{ edition, table }] : []
	})
	return [...tooFew, ...findHandfuls(before, numberTable(next, name)!)].map((leak) => ({ table: name, ...leak }))
}

function numberTable({ tables }: Basis, name: TableName): NumberTable | null {
	const { rows, columns, cells, numbers } = tables[name] ?? {}
	if (!rows || !columns || !cells || !numbers) return null
	return {
		columns,
		rows: rows.map((key, at) => {
			return { key, cells: cells[at]!, numbers: numbers.cells[at]!, total: numbers.totals[at]! }
		}),
	}
}
