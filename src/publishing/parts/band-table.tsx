import type { CSSProperties } from 'react'
import type { Band } from '#protecting/bands.rules.ts'
import { m } from '#platform/words/words.ts'
import { bandWord } from '../public-words.ts'

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
	rows: { label: string; bands: Band[] }[]
}) {
	return (
		<div className="table-scroll" role="group" aria-label={caption} tabIndex={0}>
			<table className="kern-table heat-table">
				<caption className="hidden">{caption}</caption>
				<thead>
					<tr>
						<th scope="col">{m.publishing_theme()}</th>
						{sectors.map((sector) => (
							<th key={sector} scope="col">
								{sector}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map(({ label, bands }) => (
						<tr key={label}>
							<th scope="row">{label}</th>
							{bands.map((band, at) => (
								<td key={sectors[at]} className="heat" style={{ '--v': BAND_WEIGHT[band] * 0.45 } as CSSProperties}>
									{bandWord(band)}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	)
}
