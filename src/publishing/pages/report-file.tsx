/** The report as a file: rendered once per edition, then kept. No page of its own. */
import type { Route } from './+types/report-file'
import { municipalityContext } from '#people/request.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { Problem } from '#platform/problem.ts'
import { keepReport, reportForDownload } from '../report-for-download.ts'
import { MEDIA_TYPES, renderAs, REPORT_FORMATS, type ReportFormat } from '../render-edition.ts'
import { inThisMunicipality } from '#people/request.ts'

export const loader = refusingLoader(async ({ context, params }: Route.LoaderArgs) => {
	const format = REPORT_FORMATS.find((known) => params.file === `bericht.${known}`)
	if (!format) throw new Problem('not-found', 'report-format-unknown')
	const municipality = context.get(municipalityContext)
	const found = await inThisMunicipality(context, (db) => reportForDownload(db, municipality, format))
	// Rendering takes a second: the database is not held meanwhile.
	const bytes = found.bytes ?? (await renderAs(format, found.report))
	if (!found.bytes) await inThisMunicipality(context, (db) => keepReport(db, found.edition, format, bytes))
	return new Response(Buffer.from(bytes), {
		headers: fileHeaders(format, `bericht-${municipality.slug}-${found.edition.number}`),
	})
})

function fileHeaders(format: ReportFormat, name: string): Record<string, string> {
	return {
		'content-type': MEDIA_TYPES[format],
		'content-disposition': `${format === 'docx' ? 'attachment' : 'inline'}; filename="${name}.${format}"`,
	}
}
