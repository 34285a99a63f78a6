/* What scrolls must be reachable by keyboard, with a name; a fieldset would promise controls. */
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role */
import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { m } from '#platform/words/words.ts'
import { classes } from './classes.ts'
import { withParameter } from './pager.tsx'

export type Column<Row> = {
	head: ReactNode
	cell: (row: Row) => ReactNode
	isNumber?: boolean
	/** Makes the head a link that sorts: `?sort=KEY`, a second click `?sort=-KEY`. The loader does the sorting. */
	sortKey?: string
}

export type DataTableProps<Row> = {
	caption: ReactNode
	/** Reads the caption out but does not show it, where a heading above already says it. */
	hideCaption?: boolean
	columns: readonly Column<Row>[]
	rows: readonly Row[]
	rowKey: (row: Row) => string
	/** Shown instead of the table while there are no rows. */
	empty?: ReactNode
}

/** A table whose first column names the row. Scrolls sideways by itself on narrow screens. */
export function DataTable<Row>({ caption, hideCaption, columns, rows, rowKey, empty }: DataTableProps<Row>) {
	if (rows.length === 0 && empty) return empty
	return (
		<div
			className="kern-table-responsive"
			tabIndex={0}
			role="group"
			aria-label={typeof caption === 'string' ? caption : m.platform_table()}
		>
			<table className="kern-table">
				<caption className={hideCaption ? 'hidden' : undefined}>{caption}</caption>
				<thead>
					<tr>
						{columns.map((column, index) => (
							<HeadCell key={index} column={column} />
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={rowKey(row)}>
							{columns.map(({ cell, isNumber }, index) =>
								index === 0 ? (
									<th key={index} scope="row">
										{cell(row)}
									</th>
								) : (
									<td key={index} className={classes(isNumber && 'num')}>
										{cell(row)}
									</td>
								),
							)}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	)
}

function HeadCell<Row>({ column: { head, sortKey, isNumber } }: { column: Column<Row> }) {
	const location = useLocation()
	const current = new URLSearchParams(location.search).get('sort')
	const isUp = sortKey !== undefined && current === sortKey
	const isDown = sortKey !== undefined && current === `-${sortKey}`
	return (
		<th
			scope="col"
			className={classes(isNumber && 'num')}
			aria-sort={isUp ? 'ascending' : isDown ? 'descending' : undefined}
		>
			{sortKey ? (
				<a href={withParameter(location, 'sort', isUp ? `-${sortKey}` : sortKey)}>
					{head}
					<span aria-hidden="true">{isUp ? ' ↑' : isDown ? ' ↓' : ''}</span>
				</a>
			) : (
				head
			)}
		</th>
	)
}
