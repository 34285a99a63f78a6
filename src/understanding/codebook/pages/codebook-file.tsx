/** The codebook as a table for spreadsheets. No page of its own. */
import { refusingLoader } from '#platform/http/refusals.ts'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, municipalityContext, requireRight } from '#people/request.ts'
import { writeCodebookCsv } from '../codebook-csv.rules.ts'
import { findCodebook } from '../find-codebook.ts'
import type { Route } from './+types/codebook-file'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'read-transcripts', request)
	const themes = (await inThisMunicipality(context, findCodebook)).filter(({ isArchived }) => !isArchived)
	const heads = [
		m.understanding_csv_path(),
		m.understanding_csv_definition(),
		m.understanding_theme_anchor(),
		m.understanding_theme_rule(),
		m.understanding_theme_include(),
		m.understanding_theme_exclude(),
		m.understanding_theme_keywords(),
		m.understanding_csv_colour(),
		m.understanding_count_persons(),
		m.understanding_count_passages(),
	]
	// Spreadsheets take a file without a mark for an old Windows alphabet, and spoil every umlaut.
	return new Response(`\uFEFF${writeCodebookCsv(themes, heads)}`, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="codebuch-${context.get(municipalityContext).slug}.csv"`,
		},
	})
})
