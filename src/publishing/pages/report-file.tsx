/** The report as a file: rendered once per edition, then kept until it is revised. No page of its own. */
import type { Route } from './+types/report-file'
import { inThisMunicipality, municipalityContext } from '#people/request.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { Problem } from '#platform/problem.ts'
import { findLiveEdition } from '../find-edition.ts'
import { printReport } from '../print-report.ts'
import { MEDIA_TYPES, REPORT_FORMATS, type ReportFormat } from '../render-edition.ts'

export const loader = refusingLoader(async ({ context, params, request }: Route.LoaderArgs) => {
	const format = REPORT_FORMATS.find((known) => params.file === `bericht.${known}`)
	if (!format) throw new Problem('not-found', 'report-format-unknown')
	const municipality = context.get(municipalityContext)
	const live = await inThisMunicipality(context, findLiveEdition)
	if (live && request.headers.get('if-none-match')?.includes(tagOf(live, format)))
		return new Response(null, { status: 304, headers: cacheHeaders(live, format) })
	const { edition, bytes } = await printReport((work) => inThisMunicipality(context, work), { municipality, format })
	return new Response(Buffer.from(bytes), {
		headers: {
			...cacheHeaders(edition, format),
			'content-type': MEDIA_TYPES[format],
			'content-disposition': `${format === 'docx' ? 'attachment' : 'inline'}; filename="bericht-${municipality.slug}-${edition.number}.${format}"`,
		},
	})
})

type Edition = { hash: string }

/** Whoever keeps a copy must ask every time whether it may still be shown: words can be taken back. */
function cacheHeaders(edition: Edition, format: ReportFormat) {
	return { 'cache-control': 'no-cache', etag: `"${tagOf(edition, format)}"` }
}

function tagOf({ hash }: Edition, format: ReportFormat) {
	return `${hash}-${format}`
}
