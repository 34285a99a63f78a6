/** The documents a municipality must keep, generated from what it has set. */
import type { Route } from './+types/records'
import { requireRight } from '#people/request.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Row, Rows } from '#platform/ui/rows.tsx'
import { m } from '#platform/words/words.ts'
import { RECORD_KINDS } from '../records/record-document.ts'
import { RECORD_SLUGS } from '../records/record-slugs.ts'
import { recordTitle } from '../records/write-record.ts'

// oxlint-disable-next-line typescript/require-await
export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'manage-municipality', request)
	return { records: RECORD_KINDS.map((kind) => ({ slug: RECORD_SLUGS[kind], title: recordTitle(kind) })) }
})

export default function Records({ loaderData }: Route.ComponentProps) {
	return (
		<div className="page section">
			<PageHead title={m.publishing_records_title()} lead={m.publishing_records_lead()} />
			<Rows>
				{loaderData.records.map(({ slug, title }) => (
					<Row key={slug} title={title} href={`/werkstatt/datenschutz/${slug}`} level={2} />
				))}
			</Rows>
			<Buttons>
				<ButtonLink href="/werkstatt/aufbewahrung" look="secondary">
					{m.publishing_records_retention()}
				</ButtonLink>
				<ButtonLink href="/werkstatt/einstellungen" look="tertiary">
					{m.publishing_records_settings()}
				</ButtonLink>
			</Buttons>
		</div>
	)
}
