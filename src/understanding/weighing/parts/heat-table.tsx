import type { CSSProperties } from 'react'
import { m } from '#platform/words/words.ts'
import type { Matrix, MatrixColumns, MatrixRow } from '../find-matrix.ts'
import { columnsWord, columnWord, countWord } from '../matrix-words.ts'

type HeatTableProps = { matrix: Matrix; by: MatrixColumns; round: string }

/** Every number opens its passages. Sums are what the cells add up to; beside them everybody once. */
export function HeatTable({ matrix, by, round }: HeatTableProps) {
	const { columns, rows, sums, sum, distinctByColumn, distinct, count } = matrix
	const most = Math.max(1, ...rows.flatMap(({ cells }) => cells))
	const hasDistinct = count !== 'passages'
	const caption = m.understanding_matrix_caption({ count: countWord(count), columns: columnsWord(by) })
	return (
		<div className="kern-table-responsive" tabIndex={0} role="group" aria-label={caption}>
			<table className="kern-table heat-table">
				<caption>{caption}</caption>
				<thead>
					<tr>
						<th scope="col">{m.understanding_theme()}</th>
						{columns.map((column) => (
							<th key={column.key} scope="col">
								{columnWord(column)}
							</th>
						))}
						<th scope="col">{m.understanding_matrix_sum()}</th>
						{hasDistinct ? <th scope="col">{m.understanding_matrix_distinct()}</th> : null}
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<Row key={row.theme.slug} row={row} matrix={matrix} most={most} address={cellAddress(by, round)} />
					))}
				</tbody>
				<tfoot>
					<tr>
						<th scope="row">{m.understanding_matrix_sum()}</th>
						{sums.map((one, at) => (
							<td key={columns[at]!.key} className="num">
								{one}
							</td>
						))}
						<td className="num">{sum}</td>
						{hasDistinct ? <td className="num">–</td> : null}
					</tr>
					{hasDistinct ? (
						<tr>
							<th scope="row">{m.understanding_matrix_distinct()}</th>
							{distinctByColumn.map((one, at) => (
								<td key={columns[at]!.key} className="num">
									{one}
								</td>
							))}
							<td className="num">–</td>
							<td className="num">{distinct}</td>
						</tr>
					) : null}
				</tfoot>
			</table>
		</div>
	)
}

type RowProps = { row: MatrixRow; matrix: Matrix; most: number; address: (theme: string, key?: string) => string }

function Row({ row: { theme, cells, sum, distinct }, matrix, most, address }: RowProps) {
	return (
		<tr>
			<th scope="row" style={{ paddingInlineStart: `${0.7 + theme.depth * 1.2}rem` }}>
				<a href={address(theme.slug)}>{theme.label}</a>
			</th>
			{cells.map((cell, at) => (
				<td
					key={matrix.columns[at]!.key}
					className="heat"
					style={{ '--v': Math.round((cell / most) * 55) } as CSSProperties}
				>
					{cell === 0 ? (
						<span className="nothing">0</span>
					) : (
						<a href={address(theme.slug, matrix.columns[at]!.key)}>{cell}</a>
					)}
				</td>
			))}
			<td className="num">{sum}</td>
			{matrix.count === 'passages' ? null : <td className="num">{distinct}</td>}
		</tr>
	)
}

function cellAddress(by: MatrixColumns, round: string) {
	return (theme: string, key?: string) => {
		const search = new URLSearchParams({ thema: theme })
		if (key !== undefined) {
			search.set('spalten', by)
			search.set('wert', key)
		}
		if (round) search.set('runde', round)
		return `/werkstatt/stellen?${search}`
	}
}
