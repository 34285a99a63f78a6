/** The matrix as the page shows it, for a spreadsheet. */
import { refusingLoader } from '#platform/http/refusals.ts'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { csvAnswer } from '../csv-answer.ts'
import { findMatrixGrid, readMatrixChoice } from '../matrix-choice.ts'
import type { Route } from './+types/matrix-file'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'read-transcripts', request)
	const choice = readMatrixChoice(new URL(request.url).searchParams)
	const { grid } = await inThisMunicipality(context, (db) => findMatrixGrid(db, choice))
	const asNumber = (text: string) => (choice.view === 'count' ? Number(text) : text)
	return csvAnswer('matrix', [
		[m.understanding_matrix_of_theme(), ...grid.columns.map(({ label }) => label), m.understanding_matrix_sum()],
		...grid.rows.map(({ label, sum }, row) => [label, ...grid.cells[row]!.map(({ text }) => asNumber(text)), sum]),
		[m.understanding_matrix_sum(), ...grid.columns.map(({ sum }) => sum), grid.sum],
	])
})
