/** One generated document, to read and to print. */
import type { Route } from './+types/record'
import { inThisMunicipality, municipalityContext, requireRight, todayIn } from '#people/request.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { languageContext } from '#platform/http/request-context.ts'
import { Problem } from '#platform/problem.ts'
import { ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { RecordSections } from '../parts/record-sections.tsx'
import { findRecordFacts } from '../records/find-record-facts.ts'
import { recordKindOf } from '../records/record-slugs.ts'
import { writeRecord } from '../records/write-record.ts'

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	requireRight(context, 'manage-municipality', request)
	const kind = recordKindOf(params.document)
	if (!kind) throw new Problem('not-found', 'page-unknown')
	const municipality = context.get(municipalityContext)
	const [today, language] = [todayIn(municipality), context.get(languageContext)]
	const facts = await inThisMunicipality(context, (db) => findRecordFacts(db, { municipality, today, language }))
	return { slug: params.document, record: writeRecord(kind, facts) }
})

export default function Record({ loaderData: { slug, record } }: Route.ComponentProps) {
	return (
		<div className="page narrow section prose">
			<PageHead
				title={record.title}
				lead={record.lead}
				crumbs={[{ href: '/werkstatt/datenschutz', label: m.publishing_records_title() }]}
			>
				<Buttons>
					<ButtonLink href={`/werkstatt/datenschutz/${slug}/datei`} look="secondary" download>
						{m.publishing_record_download()}
					</ButtonLink>
				</Buttons>
			</PageHead>
			<p className="note">{m.publishing_record_no_advice()}</p>
			<RecordSections sections={record.sections} />
		</div>
	)
}
