/** The matrix as it is read: sorted, in counts or shares, turned round if wanted. Page and file show the same. */
import { m } from '#platform/words/words.ts'
import { cellAddress, columnAddress } from './cell-address.ts'
import type { Matrix, MatrixColumns } from './find-matrix.ts'
import { columnWord } from './matrix-words.ts'
import { weighCell } from './residuals.rules.ts'

export const MATRIX_VIEWS = ['count', 'row', 'column', 'intensity', 'expected'] as const
export type MatrixView = (typeof MATRIX_VIEWS)[number]

export type GridHead = {
	key: string
	label: string
	href: string | null
	/** Where everything that its sum counts can be read. */
	passages: string
	depth: number
	sum: number
	distinct: number
}
export type GridCell = {
	text: string
	/** 0 to 55: how dark. */
	heat: number
	mark: 'more' | 'less' | null
	/** Null where there is nothing to open. */
	href: string | null
	/** What the mark rests on, in words. */
	note: string | null
}
export type MatrixGrid = {
	rows: GridHead[]
	columns: GridHead[]
	cells: GridCell[][]
	sum: number
	distinct: number
	/** Where everything the whole table counts can be read. */
	passages: string
	/** Some cell was expected so small that it could not be marked. */
	hasFew: boolean
}

export type GridChoice = {
	by: MatrixColumns
	round: string
	view: MatrixView
	isRolledUp: boolean
	isTurned: boolean
	/** A column's key, `sum` or `label`, with a minus before it downwards; anything else is the codebook's order. */
	sort: string
}

export function gridOf(matrix: Matrix, choice: GridChoice): MatrixGrid {
	const { by, round, isRolledUp, view } = choice
	const address = { by, round, isRolledUp }
	const sorted = sortedRows(matrix, choice.sort)
	const most = Math.max(1, ...sorted.flatMap(({ cells }) => cells))
	const rows = sorted.map(({ theme, sum, distinct }): GridHead => {
		return {
			key: theme.slug,
			label: theme.label,
			href: cellAddress(address, theme.slug),
			passages: cellAddress(address, theme.slug),
			depth: theme.depth,
			sum,
			distinct,
		}
	})
	const columns = matrix.columns.map((column, at): GridHead => {
		const [sum, distinct] = [matrix.sums[at]!, matrix.distinctByColumn[at]!]
		const passages = columnAddress(address, column.key)
		return { key: column.key, label: columnWord(column), href: null, passages, depth: 0, sum, distinct }
	})
	const cells = sorted.map((row) =>
		row.cells.map((count, at): GridCell => {
			const weighed = weighCell(count, row.sum, matrix.sums[at]!, matrix.sum)
			return {
				text: cellText(view, count, row.sum, matrix.sums[at]!, weighed.expected, row.intensities[at] ?? null),
				heat: Math.round((count / most) * 55),
				mark: weighed.mark,
				href: count === 0 ? null : cellAddress(address, row.theme.slug, matrix.columns[at]!.key),
				note:
					weighed.residual === null
						? null
						: m.understanding_matrix_residual({
								expected: decimal(weighed.expected),
								residual: decimal(weighed.residual),
							}),
			}
		}),
	)
	const hasFew = cells.some((row) => row.some(({ note }) => note === null))
	const passages = columnAddress(address)
	const grid = { rows, columns, cells, sum: matrix.sum, distinct: matrix.distinct, passages, hasFew }
	return choice.isTurned ? turned(grid) : grid
}

function sortedRows({ rows, columns }: Matrix, sort: string) {
	const isDown = sort.startsWith('-')
	const key = isDown ? sort.slice(1) : sort
	const column = columns.findIndex((one) => `s:${one.key}` === key)
	if (key !== 'label' && key !== 'sum' && column < 0) return rows
	const sign = isDown ? -1 : 1
	return rows.toSorted((one, other) => {
		if (key === 'label') return sign * one.theme.label.localeCompare(other.theme.label, 'de')
		return sign * (key === 'sum' ? one.sum - other.sum : one.cells[column]! - other.cells[column]!)
	})
}

function turned({ rows, columns, cells, ...rest }: MatrixGrid): MatrixGrid {
	return { ...rest, rows: columns, columns: rows, cells: columns.map((_, at) => cells.map((row) => row[at]!)) }
}

function cellText(view: MatrixView, count: number, row: number, column: number, expected: number, mean: number | null) {
	if (view === 'row') return percent(count, row)
	if (view === 'column') return percent(count, column)
	if (view === 'intensity') return mean === null ? '–' : decimal(mean)
	return view === 'expected' ? decimal(expected) : String(count)
}

export function percent(part: number, of: number): string {
	return of === 0 ? '–' : `${Math.round((part / of) * 100)} %`
}

/** One place after the decimal sign of the reader's language. */
export function decimal(value: number): string {
	return new Intl.NumberFormat(m.understanding_number_locale(), {
		minimumFractionDigits: 1,
		maximumFractionDigits: 1,
	}).format(value)
}
