/** From who stands behind a table to what the public sees of it. Pure. */
import { bandOf, possibleBand, SMALLEST_GROUP, type Band } from '#protecting/bands.rules.ts'
import { compareTables, type Leak, type PeopleTable } from '#protecting/differencing.rules.ts'
import { protectTable } from '#protecting/public-table.rules.ts'
import { FURTHER_TABLES, TABLES, type EditionBasis, type TableBasis, type TableName } from './edition-basis.ts'

export type TableMode = 'bands' | 'numbers'

export type Basis = Pick<EditionBasis, 'heard' | 'tables'>

/** In merged columns several sectors count as one. */
const MERGED = '+'

/**
 * The basis as it is published. With numbers, columns of fewer than ten people are merged until they have that many, and
 * small numbers are hidden with as many others as it takes; bands need no change. In both, the heard of a column bound it.
 */
export function publishedBasis(basis: Basis, mode: TableMode): Basis {
	const { themes } = basis.tables
	if (mode === 'bands' || !themes) return basis
	const merged = mergeSmallColumns(themes, basis.heard)
	const heard = merged.columns.map((column) => heardIn(basis.heard, column).length)
	const counts = merged.cells.map((row) => row.map(({ length }) => length))
	const { cells, rowTotals: totals } = protectTable({ cells: counts, heard, hasColumnTotals: false })
	return { ...basis, tables: { ...basis.tables, themes: { ...merged, numbers: { cells, totals } } } }
}

/** Everybody heard in a column, merged or not. */
export function heardIn(heard: EditionBasis['heard'], column: string): string[] {
	return column.split(MERGED).flatMap((slug) => heard[slug] ?? [])
}

/** The sectors of a column. */
export function sectorsIn(column: string): string[] {
	return column.split(MERGED)
}

function mergeSmallColumns(table: TableBasis, heard: EditionBasis['heard']): TableBasis {
	const size = (column: string) => heardIn(heard, column).length
	const small = table.columns.filter((column) => size(column) < SMALLEST_GROUP)
	const large = table.columns
		.filter((column) => size(column) >= SMALLEST_GROUP)
		.toSorted((one, other) => size(one) - size(other))
	const together = [...small]
	while (together.length > 0 && size(together.join(MERGED)) < SMALLEST_GROUP && large.length > 0)
		together.push(large.shift()!)
	const isMerged = (column: string) => together.includes(column)
	const columns = [
		...table.columns.filter((column) => !isMerged(column)),
		...(together.length > 0 ? [table.columns.filter(isMerged).join(MERGED)] : []),
	]
	return {
		rows: table.rows,
		columns,
		cells: table.cells.map((row) =>
			columns.map((column) => sectorsIn(column).flatMap((slug) => row[table.columns.indexOf(slug)] ?? [])),
		),
	}
}

/** Bands of a row, one per column; with numbers, what is hidden shows as nobody and dossiers show no bands of their own. */
export function bandsOf(basis: Basis, name: TableName, row: string): Band[] {
	const table = basis.tables[name]
	if (!table || (name === 'focus' && basis.tables.themes?.numbers)) return []
	const at = table.rows.indexOf(row)
	return table.columns.map((column, to) => {
		const group = groupOf(basis, name, column).length
		return table.numbers ? bandOf(table.numbers.cells[at]?.[to] ?? 0, group) : bandAt(table, at, to, group)
	})
}

function bandAt(table: TableBasis, row: number, column: number, group: number): Band {
	return table.held?.[row]?.[column] ?? bandOf(table.cells[row]?.[column]?.length ?? 0, group)
}

/** Who could be in a cell of the column: whoever was heard there, or anybody heard where the table says who was. */
function groupOf({ heard, tables }: Basis, name: TableName, column: string): string[] {
	const table = tables[name]
	if (table?.heard) return table.heard[table.columns.indexOf(column)] ?? []
	return name === 'themes' || name === 'focus' ? heardIn(heard, column) : Object.values(heard).flat()
}

export type TableLeak = Leak & { table: TableName }

/** What the tables of `next` would give away beside those of earlier editions. */
export function leaksBeside(
	earlier: readonly { edition: number; basis: Basis }[],
	next: Basis,
	minimum: number,
	names: readonly TableName[] = TABLES,
): TableLeak[] {
	return names.flatMap((name) => {
		const before = earlier.flatMap(({ edition, basis }) => {
			const table = peopleTable(basis, name)
			return table ? [{ edition, table }] : []
		})
		const table = peopleTable(next, name)
		return table ? compareTables(before, table, minimum).map((leak) => ({ ...leak, table: name })) : []
	})
}

function peopleTable(basis: Basis, name: TableName): PeopleTable | null {
	const table = basis.tables[name]
	if (!table || (name === 'focus' && basis.tables.themes?.numbers)) return null
	return {
		columns: table.columns.map((key) => ({ key, heard: groupOf(basis, name, key) })),
		rows: table.rows.map((key, at) => ({
			key,
			cells: table.cells[at]!,
			bands: table.columns.map((column, to) => bandAt(table, at, to, groupOf(basis, name, column).length)),
			...(table.numbers ? { numbers: table.numbers.cells[at]!, total: table.numbers.totals[at]! } : {}),
		})),
	}
}

/**
 * Cells that would give somebody away keep the band of the last edition, or the next lower one the group of today can have;
 * nobody sees whether they would have moved.
 */
export function holdCells(basis: Basis, last: Basis, leaks: readonly TableLeak[]): Basis {
	const tables = Object.entries(basis.tables).map(([name, table]) => {
		const ofTable = leaks.filter((leak) => leak.table === name)
		const held = table.rows.map((row) => {
			const before = bandsOf(last, name as TableName, row)
			return table.columns.map((column) => {
				const isLeak = ofTable.some((leak) => leak.row === row && leak.column === column)
				if (!isLeak) return null
				const shown = before[last.tables[name as TableName]?.columns.indexOf(column) ?? -1] ?? 'none'
				return possibleBand(shown, groupOf(basis, name as TableName, column).length)
			})
		})
		return [name, ofTable.length > 0 ? { ...table, held } : table]
	})
	return { ...basis, tables: Object.fromEntries(tables) as Basis['tables'] }
}

/** The further tables hold what would give somebody away, without anybody being asked. */
export function holdFurtherTables(
	earlier: readonly { edition: number; basis: Basis }[],
	next: Basis,
	minimum: number,
): Basis {
	const last = earlier.at(-1)
	return last ? holdCells(next, last.basis, leaksBeside(earlier, next, minimum, FURTHER_TABLES)) : next
}
