/** Sector by format: an empty cell is a sentence, because who is missing matters most. */
import { DataTable } from '#platform/ui/data-table.tsx'
import { StateWord } from '#platform/ui/state-word.tsx'
import { language, m } from '#platform/words/words.ts'
import type { CoverageRow } from '../find-coverage.ts'
import { FORMATS } from '../vocabulary.ts'
import { inLanguage } from '../wording.rules.ts'
import { formatWord } from './format-word.ts'

export function CoverageTable({ rows }: { rows: readonly CoverageRow[] }) {
	const missing = rows.filter(({ sector, sum }) => sector && sum === 0)
	return (
		<>
			<DataTable
				caption={m.listening_coverage_caption()}
				rows={rows}
				rowKey={({ sector }) => sector?.slug ?? ''}
				columns={[
					{ head: m.listening_coverage_sector(), cell: sectorWord },
					...FORMATS.map((format, at) => ({
						head: formatWord(format, 'many'),
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
