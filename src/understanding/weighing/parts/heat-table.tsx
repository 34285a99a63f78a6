/* What scrolls must be reachable by keyboard, with a name; a fieldset would promise controls. */
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role */
import type { CSSProperties } from 'react'
import { useLocation } from 'react-router'
import { withParameter } from '#platform/ui/pager.tsx'
import { m } from '#platform/words/words.ts'
import type { GridCell, GridChoice, MatrixGrid } from '../matrix-grid.ts'

type HeatTableProps = { grid: MatrixGrid; choice: GridChoice; caption: string; hasDistinct: boolean }

/** Every number opens its passages. Sums are what the cells add up to; beside them everybody once. */
export function HeatTable({ grid, choice, caption, hasDistinct }: HeatTableProps) {
	const { rows, columns, cells, sum, distinct, passages } = grid
	const { isTurned } = choice
	return (
		<div className="kern-table-responsive" tabIndex={0} role="group" aria-label={caption}>
			<table className="kern-table heat-table">
				<caption>{caption}</caption>
				<thead>
					<tr>
						<SortHead sort="label" isOff={isTurned} label={m.understanding_theme()} />
						{columns.map((column) => (
							<SortHead
								key={column.key}
								sort={`s:${column.key}`}
								isOff={isTurned}
								label={column.label}
								href={column.href}
							/>
						))}
						<SortHead sort="sum" isOff={isTurned} label={m.understanding_matrix_sum()} />
						{hasDistinct ? <th scope="col">{m.understanding_matrix_distinct()}</th> : null}
					</tr>
				</thead>
				<tbody>
					{rows.map((row, at) => (
						<tr key={row.key}>
							<th scope="row" style={{ paddingInlineStart: `${0.7 + row.depth * 1.2}rem` }}>
								{row.href ? <a href={row.href}>{row.label}</a> : row.label}
							</th>
							{cells[at]!.map((cell, place) => (
								<Cell key={columns[place]!.key} cell={cell} />
							))}
							<Sum count={row.sum} href={row.passages} />
							{hasDistinct ? <Sum count={row.distinct} href={row.passages} /> : null}
						</tr>
					))}
				</tbody>
				<tfoot>
					<tr>
						<th scope="row">{m.understanding_matrix_sum()}</th>
						{columns.map((column) => (
							<Sum key={column.key} count={column.sum} href={column.passages} />
						))}
						<Sum count={sum} href={passages} />
						{hasDistinct ? <td className="num">–</td> : null}
					</tr>
					{hasDistinct ? (
						<tr>
							<th scope="row">{m.understanding_matrix_distinct()}</th>
							{columns.map((column) => (
								<Sum key={column.key} count={column.distinct} href={column.passages} />
							))}
							<td className="num">–</td>
							<Sum count={distinct} href={passages} />
						</tr>
					) : null}
				</tfoot>
			</table>
		</div>
	)
}

function Sum({ count, href }: { count: number; href: string }) {
	return <td className="num">{count === 0 ? 0 : <a href={href}>{count}</a>}</td>
}

function Cell({ cell: { text, heat, mark, href, note } }: { cell: GridCell }) {
	const inside = (
		<>
			{text}
			{mark ? <small>{mark === 'more' ? m.understanding_matrix_more() : m.understanding_matrix_less()}</small> : null}
		</>
	)
	return (
		<td className="heat" style={{ '--v': heat } as CSSProperties}>
			{href ? (
				<a href={href} title={note ?? undefined}>
					{inside}
				</a>
			) : (
				<span className="nothing">{inside}</span>
			)}
		</td>
	)
}

type SortHeadProps = { label: string; href?: string | null; sort: string; isOff: boolean }

/** Themes are sorted by a click: downwards first, for the most is looked for most often; turned round, heads are themes. */
function SortHead({ label, href, sort, isOff }: SortHeadProps) {
	const location = useLocation()
	const current = new URLSearchParams(location.search).get('sort')
	if (isOff) return <th scope="col">{href ? <a href={href}>{label}</a> : label}</th>
	const [isUp, isDown] = [current === sort, current === `-${sort}`]
	const isDownFirst = sort !== 'label'
	const next = (isDownFirst ? isDown : !isUp) ? sort : `-${sort}`
	return (
		<th scope="col" aria-sort={isUp ? 'ascending' : isDown ? 'descending' : undefined}>
			<a href={withParameter(location, 'sort', next)}>
				{label}
				<span aria-hidden="true">{isUp ? ' ↑' : isDown ? ' ↓' : ''}</span>
			</a>
		</th>
	)
}
