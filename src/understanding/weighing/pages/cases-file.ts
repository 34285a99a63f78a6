/** All case summaries of a round or theme, for a spreadsheet. */
import { refusingLoader } from '#platform/http/refusals.ts'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { csvAnswer } from '../csv-answer.ts'
import { readCaseGrid } from '../read-case-grid.ts'
import type { Route } from './+types/cases-file'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'read-transcripts', request)
	const search = new URL(request.url).searchParams
	const { themes, cases } = await inThisMunicipality(context, (db) => readCaseGrid(db, search, null))
	return csvAnswer('faelle', [
		[m.understanding_conversation(), ...themes.map(({ label }) => label)],
		...cases.map(({ title, cells }) => [title, ...cells.map(({ text }) => text)]),
	])
})
