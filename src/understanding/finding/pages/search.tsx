/** Search in everything that was said; hits can be kept as a set and coded in one step. */
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Pager } from '#platform/ui/pager.tsx'
import { m } from '#platform/words/words.ts'
import { appendAudit } from '#people/audit-log.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { findFormats } from '#listening/find-formats.ts'
import { askedPage, leaveEmptyPage } from '#platform/http/asked-page.ts'
import { findFilterChoices } from '../../find-filters.ts'
import { actOnPlaces } from './act-on-places.ts'
import { askedFilter, readFilter } from '../asked-filter.ts'
import { findVoices } from '../find-voices.ts'
import { spellOut } from '../search-terms.rules.ts'
import { AskedOnPaper } from '../parts/asked-on-paper.tsx'
import { Hits, HowRead } from '../parts/hits.tsx'
import { FilterFields } from '../parts/filter-fields.tsx'
import { FindingLinks } from '../parts/finding-links.tsx'
import { PlacesForm } from '../parts/places-form.tsx'
import css from '../../parts/understanding.css?url'
import findingCss from '../parts/finding.css?url'
import type { Route } from './+types/search'

export const links: Route.LinksFunction = () => [
	{ rel: 'stylesheet', href: css },
	{ rel: 'stylesheet', href: findingCss },
]
export const handle = { hydrate: true }

const PER_PAGE = [20, 50, 200] as const

export const loader = refusingLoader(async ({ context, request, url }: Route.LoaderArgs) => {
	const { accountId: by } = requireRight(context, 'read-transcripts', request)
	const search = new URL(request.url).searchParams
	const [query, asked, page] = [search.get('q') ?? '', askedFilter(search), askedPage(search)]
	const sort = search.get('folge') === 'neu' ? ('newest' as const) : ('best' as const)
	const limit = PER_PAGE.find((count) => String(count) === search.get('anzahl')) ?? PER_PAGE[0]
	return inThisMunicipality(context, async (db) => {
		const choices = await findFilterChoices(db)
		// That somebody searched, not for what: the words would be contents.
		if (query) await appendAudit(db, { by, act: 'voices-searched', subject: 'voice', at: new Date() })
		const { asked: understood, ...found } = await findVoices(db, {
			...readFilter(asked, choices),
			query,
			sort,
			limit,
			offset: (page - 1) * limit,
		})
		leaveEmptyPage(url, page, found.hits)
		const reading = understood && spellOut(understood, operatorWords())
		return { ...found, reading, query, sort, limit, choices, formats: await findFormats(db), filter: asked, page }
	})
})

function operatorWords() {
	return {
		and: m.understanding_and(),
		or: m.understanding_or(),
		not: m.understanding_not(),
		near: m.understanding_near(),
	}
}

export const action = refusingAction((asked: Route.ActionArgs, form) => actOnPlaces(asked, form))

export default function Search({ loaderData, actionData }: Route.ComponentProps) {
	const { query, sort, limit, choices, formats, filter, page, total } = loaderData
	return (
		<div className="page">
			<PageHead stage="understand" title={m.understanding_search()} />
			<FindingLinks here="/suche" />
			<search>
				<form method="get" className="finding-ask">
					<div className="finding-first">
						<Field
							kind="search"
							name="q"
							label={m.understanding_search_for()}
							value={query}
							hint={m.understanding_search_hint()}
							autoComplete="off"
						/>
						<Button>{m.understanding_search_button()}</Button>
					</div>
					<FilterFields asked={filter} choices={choices} formats={formats}>
						<SortFields sort={sort} limit={limit} />
					</FilterFields>
				</form>
			</search>
			{query ? <AskedOnPaper question={`${m.understanding_search_for()} ${query}`} {...loaderData} /> : null}
			<SearchHelp isOpen={!query} />
			<HowRead {...loaderData} />
			{query && loaderData.reading ? (
				total === 0 ? (
					<EmptyState title={m.understanding_search_none()}>{m.understanding_search_none_next()}</EmptyState>
				) : (
					<PlacesForm
						themes={choices.themes}
						name={query.slice(0, 120)}
						refused={actionData as RefusedForm | undefined}
						withExtent
					>
						<Hits {...loaderData} />
						<Pager page={page} pages={Math.ceil(total / limit)} />
					</PlacesForm>
				)
			) : null}
		</div>
	)
}

function SortFields({ sort, limit }: Pick<Route.ComponentProps['loaderData'], 'sort' | 'limit'>) {
	return (
		<>
			<Field
				kind="select"
				name="folge"
				label={m.understanding_sort()}
				value={sort === 'newest' ? 'neu' : ''}
				options={[
					{ value: '', label: m.understanding_sort_best() },
					{ value: 'neu', label: m.understanding_sort_newest() },
				]}
			/>
			<Field
				kind="select"
				name="anzahl"
				label={m.understanding_per_page()}
				value={String(limit)}
				options={PER_PAGE.map((count) => ({ value: String(count), label: String(count) }))}
			/>
		</>
	)
}

function SearchHelp({ isOpen }: { isOpen: boolean }) {
	const lines = [
		['Ampel Markt', m.understanding_search_help_words()],
		['Schule', m.understanding_search_help_compounds()],
		['„runder Tisch“', m.understanding_search_help_phrase()],
		['Bus ODER Bahn', m.understanding_search_help_or()],
		['Bus -Schule, Bus NICHT Schule', m.understanding_search_help_not()],
		['Bus NAH/5 abends', m.understanding_search_help_near()],
		['Gemeinsch*', m.understanding_search_help_prefix()],
		['(Bus ODER Bahn) UND abends', m.understanding_search_help_brackets()],
	] as const
	return (
		<details className="finding-help no-print" open={isOpen}>
			<summary>{m.understanding_search_help()}</summary>
			<dl>
				{lines.map(([sample, meaning]) => (
					<div key={sample}>
						<dt>
							<code>{sample}</code>
						</dt>
						<dd>{meaning}</dd>
					</div>
				))}
			</dl>
		</details>
	)
}
