/** One generated document as a Word file. No page of its own. */
import type { Route } from './+types/record-file'
import { inThisMunicipality, municipalityContext, requireRight, todayIn } from '#people/request.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { languageContext } from '#platform/http/request-context.ts'
import { Problem } from '#platform/problem.ts'
import { m } from '#platform/words/words.ts'
import { findRecordFacts } from '../records/find-record-facts.ts'
import { recordKindOf } from '../records/record-slugs.ts'
import { renderRecordDocx } from '../records/render-record-docx.ts'
import { writeRecord } from '../records/write-record.ts'
import { MEDIA_TYPES } from '../render-edition.ts'

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	requireRight(context, 'manage-municipality', request)
	const kind = recordKindOf(params.document)
	if (!kind) throw new Problem('not-found', 'page-unknown')
	const municipality = context.get(municipalityContext)
	const [today, language] = [todayIn(municipality), context.get(languageContext)]
	const facts = await inThisMunicipality(context, (db) => findRecordFacts(db, { municipality, today, language }))
	const bytes = await renderRecordDocx(writeRecord(kind, facts), {
		language: language === 'en' ? 'en' : 'de',
		notice: m.publishing_record_no_advice(),
		blank: (what) => m.publishing_record_blank({ what }),
	})
	return new Response(Buffer.from(bytes), {
		headers: {
			'content-type': MEDIA_TYPES.docx,
			'content-disposition': `attachment; filename="${params.document}-${municipality.slug}.docx"`,
		},
	})
})
