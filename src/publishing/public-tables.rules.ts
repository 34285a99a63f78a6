/** From who stands behind a table to what the public sees of it. Pure. */
import { bandOf, SMALLEST_GROUP, type Band } from '#protecting/bands.rules.ts'
import { protectTable } from '#protecting/public-table.rules.ts'
import type { EditionBasis, TableBasis, TableName } from './edition-basis.ts'

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

/** Dossiers show no bands of their own beside numbers. */
export function isShown({ tables }: Basis, name: TableName): boolean {
	return name !== 'focus' || !tables.themes?.numbers
}

/** Bands of a row, one per column; with numbers, what is hidden shows as nobody. */
export function bandsOf(basis: Basis, name: TableName, row: string): Band[] {
	const table = basis.tables[name]
	if (!table || !isShown(basis, name)) return []
	const at = table.rows.indexOf(row)
	return table.columns.map((column, to) => {
		const group = groupOf(basis, name, column).length
		return table.numbers ? bandOf(table.numbers.cells[at]?.[to] ?? 0, group) : bandAt(table, at, to, group)
	})
}

/** The word in a cell, held or as it stands. */
export function bandAt(table: TableBasis, row: number, column: number, group: number): Band {
	return table.held?.[row]?.[column] ?? bandOf(table.cells[row]?.[column]?.length ?? 0, group)
}

/** Who could be in a cell of the column: whoever was heard there, or anybody heard where the table says who was. */
export function groupOf({ heard, tables }: Basis, name: TableName, column: string): string[] {
	const table = tables[name]
	if (table?.heard) return table.heard[table.columns.indexOf(column)] ?? []
	return name === 'themes' || name === 'focus' ? heardIn(heard, column) : Object.values(heard).flat()
}
