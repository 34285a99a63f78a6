/** Sets of passages somebody kept together. */
import { refusingLoader } from '#platform/http/refusals.ts'
import { DataTable } from '#platform/ui/data-table.tsx'
import { ButtonLink } from '#platform/ui/buttons.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { findSets } from '../find-sets.ts'
import { FindingLinks } from '../parts/finding-links.tsx'
import css from '../../parts/understanding.css?url'
import findingCss from '../parts/finding.css?url'
import type { Route } from './+types/sets'

export const links: Route.LinksFunction = () => [
	{ rel: 'stylesheet', href: css },
	{ rel: 'stylesheet', href: findingCss },
]

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'read-transcripts', request)
	const sort = new URL(request.url).searchParams.get('sort') ?? '-made'
	const sets = await inThisMunicipality(context, findSets)
	const key = (['name', 'passages'] as const).find((one) => one === sort.replace('-', ''))
	if (key) {
		const compare = new Intl.Collator('de', { numeric: true }).compare
		sets.sort((one, other) => compare(String(one[key]), String(other[key])))
		if (sort.startsWith('-')) sets.reverse()
	}
	return { sets }
})

export default function Sets({ loaderData: { sets } }: Route.ComponentProps) {
	return (
		<div className="page">
			<PageHead stage="understand" title={m.understanding_sets()} lead={m.understanding_sets_lead()} />
			<FindingLinks here="/sammlungen" />
			<DataTable
				caption={m.understanding_sets()}
				hideCaption
				rows={sets}
				rowKey={({ id }) => id}
				columns={[
					{
						head: m.understanding_set_name(),
						sortKey: 'name',
						cell: ({ id, name }) => <a href={`/werkstatt/sammlungen/${id}`}>{name}</a>,
					},
					{
						head: m.understanding_set_passages(),
						sortKey: 'passages',
						isNumber: true,
						cell: ({ passages }) => passages,
					},
					{ head: m.understanding_set_by(), cell: ({ by }) => by ?? '' },
					{
						head: m.understanding_set_made(),
						cell: ({ createdAt }) => <DateText day={createdAt.slice(0, 10)} style="short" />,
					},
				]}
				empty={
					<EmptyState
						title={m.understanding_sets_none()}
						action={<ButtonLink href="/werkstatt/suche">{m.understanding_search()}</ButtonLink>}
					>
						{m.understanding_sets_none_next()}
					</EmptyState>
				}
			/>
		</div>
	)
}
