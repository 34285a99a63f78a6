/** Sector by format: an empty cell is a sentence, because who is missing matters most. */
import type { TownFormat } from '#method/formats.ts'
import { DataTable } from '#platform/ui/data-table.tsx'
import { StateWord } from '#platform/ui/state-word.tsx'
import { language, m } from '#platform/words/words.ts'
import type { CoverageRow } from '../find-coverage.ts'
import { inLanguage } from '../wording.rules.ts'

type CoverageTableProps = { rows: readonly CoverageRow[]; formats: readonly TownFormat[] }

export function CoverageTable({ rows, formats }: CoverageTableProps) {
	const missing = rows.filter(({ sector, sum }) => sector && sum === 0)
	return (
		<>
			<DataTable
				caption={m.listening_coverage_caption()}
				rows={rows}
				rowKey={({ sector }) => sector?.slug ?? ''}
				columns={[
					{ head: m.listening_coverage_sector(), cell: sectorWord },
					...formats.map(({ plural }, at) => ({
						head: inLanguage(plural, language()),
						isNumber: true,
						cell: ({ people }: CoverageRow) => people[at] || <span aria-label={m.listening_coverage_nobody()}>–</span>,
					})),
					{
						head: m.listening_coverage_sum(),
						isNumber: true,
						cell: ({ sum }) =>
							sum === 0 ? <StateWord tone="late">{m.listening_coverage_nobody_yet()}</StateWord> : sum,
					},
				]}
			/>
			<p>
				{missing.length === 0
					? m.listening_coverage_all()
					: m.listening_coverage_missing({ sectors: missing.map(sectorWord).join(', ') })}
			</p>
		</>
	)
}

function sectorWord({ sector }: CoverageRow): string {
	return sector ? inLanguage(sector.label, language()) : m.listening_coverage_unnoted()
}
