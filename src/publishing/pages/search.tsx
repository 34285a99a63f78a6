/** Search in everything that is public: what people said, the themes, the initiatives, the answers. */
import type { Route } from './+types/search'
import { refusingLoader } from '#platform/http/refusals.ts'
import { visitorContext } from '#platform/http/request-context.ts'
import { createRateLimit } from '#platform/http/rate-limit.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { FoundPlaces } from '../parts/found-places.tsx'
import css from '../parts/search.css?url'
import { readPublic } from '../requested-edition.ts'
import { searchPublic } from '../search-public.ts'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: css }]

const inAMinute = createRateLimit({ tries: 60, minutes: 1 })

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const query = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 200).trim()
	if (query === '') return { query, found: null }
	inAMinute.take(context.get(visitorContext))
	const found = await readPublic(context, ({ db, edition, today }) =>
		searchPublic(db, { query, content: edition?.content ?? null, today }),
	)
	return { query, found }
})

export default function Search({ loaderData: { query, found } }: Route.ComponentProps) {
	return (
		<div className="page narrow">
			<PageHead
				title={query === '' ? m.publishing_search_title() : m.publishing_search_for({ query })}
				lead={m.publishing_search_lead()}
			/>
			<meta name="robots" content="noindex" />
			<search>
				<form method="get" className="search-form">
					<Field kind="search" name="q" label={m.publishing_search_label()} value={query} autoComplete="off" required />
					<Button>{m.publishing_search_button()}</Button>
				</form>
			</search>
			{found === null ? null : found.length === 0 ? (
				<EmptyState
					title={m.publishing_search_nothing({ query })}
					action={<a href="/themen">{m.publishing_search_themes()}</a>}
				>
					<p>{m.publishing_search_nothing_next()}</p>
				</EmptyState>
			) : (
				found.map((places) => <FoundPlaces key={places.group} {...places} />)
			)}
		</div>
	)
}
