import type { CSSProperties } from 'react'
import type { Band } from '#protecting/bands.rules.ts'
import { m } from '#platform/words/words.ts'
import { bandWord, numberWord } from '../public-words.ts'

/** How strongly a band is coloured, in percent; the word stands in every cell. */
export const BAND_WEIGHT: Record<Band, number> = { none: 0, few: 26, several: 58, many: 92 }

/** Who speaks of what: themes down, sectors across, a word in every cell. */
export function BandTable({
	caption,
	sectors,
	rows,
}: {
	caption: string
	sectors: string[]
	/** With numbers, a word gives way to a number and the row ends in its sum; null is hidden. */
	rows: { label: string; bands: Band[]; numbers?: (number | null)[]; total?: number | null }[]
}) {
	const hasNumbers = rows.some(({ numbers }) => numbers !== undefined)
	return (
		<div className="table-scroll" role="group" aria-label={caption} tabIndex={0}>
			<table className="kern-table heat-table">
				<caption className="hidden">{caption}</caption>
				<thead>
					<tr>
						<th scope="col">{m.publishing_theme()}</th>
						{sectors.map((sector) => (
							<th key={sector} scope="col" lang="de">
								{sector}
							</th>
						))}
						{hasNumbers ? <th scope="col">{m.publishing_table_total()}</th> : null}
					</tr>
				</thead>
				<tbody>
					{rows.map(({ label, bands, numbers, total }) => (
						<tr key={label}>
							<th scope="row" lang="de">
								{label}
							</th>
							{bands.map((band, at) => (
								<td key={sectors[at]} className="heat" style={{ '--v': BAND_WEIGHT[band] * 0.45 } as CSSProperties}>
									{numbers ? numberWord(numbers[at] ?? null) : bandWord(band)}
								</td>
							))}
							{numbers ? <td className="heat">{numberWord(total ?? null)}</td> : null}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	)
}
