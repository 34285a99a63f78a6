import type { ReactNode } from 'react'
import { m } from '#platform/words/words.ts'
import type { Stage } from './stage.ts'

export type Weight = {
	label: string
	/** Length of the bar, 0 to 100: a band's middle, never an exact small number. */
	share: number
	/** The band in words: "viele", "mehrere", "vereinzelt". */
	word: string
}

/** Bars with words beside them, and the same as a table one click away. `note` says how to read them. */
export function Weights({
	weights,
	caption,
	columns,
	note,
	stage = 'understand',
}: {
	weights: readonly Weight[]
	caption: string
	/** Heads of the table's two columns. */
	columns: readonly [string, string]
	note?: ReactNode
	stage?: Stage
}) {
	return (
		<figure className={`weights ${stage}`}>
			<figcaption className="label">{caption}</figcaption>
			<div className="weights__bars" aria-hidden="true">
				{weights.map(({ label, share, word }) => (
					<div key={label} className="weights__row">
						<span>{label}</span>
						<i style={{ inlineSize: `${share}%` }} />
						<span>{word}</span>
					</div>
				))}
			</div>
			<details>
				<summary>{m.platform_weights_as_table()}</summary>
				<table className="kern-table">
					<caption className="hidden">{caption}</caption>
					<thead>
						<tr>
							<th scope="col">{columns[0]}</th>
							<th scope="col">{columns[1]}</th>
						</tr>
					</thead>
					<tbody>
						{weights.map(({ label, word }) => (
							<tr key={label}>
								<th scope="row">{label}</th>
								<td>{word}</td>
							</tr>
						))}
					</tbody>
				</table>
			</details>
			{note ? <p className="note">{note}</p> : null}
		</figure>
	)
}
