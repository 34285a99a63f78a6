/** Which themes come up together, drawn and as a table. */
import { refusingLoader } from '#platform/http/refusals.ts'
import { DataTable } from '#platform/ui/data-table.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Pager } from '#platform/ui/pager.tsx'
import { askedPage, leaveEmptyPage } from '#platform/http/asked-page.ts'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { passagesAddress } from '../cell-address.ts'
import { findPairs, type ThemePair } from '../find-pairs.ts'
import { findFilterChoices, idOf } from '../../find-filters.ts'
import { decimal } from '../matrix-grid.ts'
import { nearnessWord } from '../matrix-words.ts'
import { NEARNESSES } from '../pairs.rules.ts'
import { FilterForm } from '../../parts/filter-form.tsx'
import { PairNetwork } from '../parts/pair-network.tsx'
import { roundSelect } from '../parts/round-select.ts'
import { WeighingNav } from '../parts/weighing-nav.tsx'
import css from '../../parts/understanding.css?url'
import weighingCss from '../parts/weighing.css?url'
import type { Route } from './+types/pairs'

export const links: Route.LinksFunction = () => [css, weighingCss].map((href) => ({ rel: 'stylesheet', href }))

const PER_PAGE = 50

const BY: Record<string, (pair: ThemePair) => number> = {
	both: ({ both }) => both,
	jaccard: ({ jaccard }) => jaccard,
	lift: ({ lift }) => lift ?? 0,
}

export const loader = refusingLoader(async ({ context, request, url }: Route.LoaderArgs) => {
	requireRight(context, 'read-transcripts', request)
	const search = new URL(request.url).searchParams
	const nearness = NEARNESSES.find((one) => one === search.get('in')) ?? 'voice'
	const isRolledUp = search.get('unter') !== 'nein'
	const [round, page, sort] = [search.get('runde') ?? '', askedPage(search), search.get('sort') ?? '-both']
	return inThisMunicipality(context, async (db) => {
		const { rounds } = await findFilterChoices(db)
		const { themes, pairs } = await findPairs(db, { nearness, isRolledUp, roundId: idOf(rounds, round) })
		const asked = sort.replace(/^-/, '')
		const value = BY[Object.hasOwn(BY, asked) ? asked : 'both']!
		const sign = sort.startsWith('-') ? -1 : 1
		const sorted = pairs.toSorted((one, other) => sign * (value(one) - value(other)))
		const listed = sorted.slice((page - 1) * PER_PAGE, page * PER_PAGE)
		leaveEmptyPage(url, page, listed)
		const nearnesses = [...NEARNESSES]
		return {
			themes,
			pairs: pairs.slice(0, 100),
			listed,
			count: pairs.length,
			page,
			nearness,
			nearnesses,
			isRolledUp,
			round,
			rounds,
		}
	})
})

export default function PairsPage({ loaderData }: Route.ComponentProps) {
	const { themes, pairs, listed, count, page, nearness, nearnesses, isRolledUp, round, rounds } = loaderData
	const shared = { unter: isRolledUp ? '1' : '', runde: round }
	const label = (theme: number) => themes[theme]!.label
	const address = ({ first, second }: ThemePair) =>
		passagesAddress({ thema: themes[first]!.slug, mit: themes[second]!.slug, in: nearness, ...shared })
	return (
		<div className="page page--wide pairs">
			<PageHead stage="understand" title={m.understanding_pairs()} lead={m.understanding_pairs_lead()} />
			<WeighingNav />
			<FilterForm
				selects={[
					{
						name: 'in',
						label: m.understanding_pairs_near(),
						value: nearness,
						isRequired: true,
						options: nearnesses.map((one) => ({ value: one, label: nearnessWord(one) })),
					},
					{
						name: 'unter',
						label: m.understanding_matrix_subthemes(),
						value: isRolledUp ? '' : 'nein',
						isRequired: true,
						options: [
							{ value: '', label: m.understanding_matrix_rolled_up() },
							{ value: 'nein', label: m.understanding_matrix_apart() },
						],
					},
					roundSelect(rounds, round),
				]}
			/>
			{count === 0 ? (
				<EmptyState title={m.understanding_pairs_none()}>{m.understanding_pairs_none_next()}</EmptyState>
			) : (
				<>
					<PairNetwork
						themes={themes}
						pairs={pairs}
						address={address}
						themeAddress={(slug) => passagesAddress({ thema: slug, ...shared })}
					/>
					<DataTable
						caption={m.understanding_pairs_caption({ near: nearnessWord(nearness) })}
						rows={listed}
						rowKey={({ first, second }) => `${first} ${second}`}
						columns={[
							{
								head: m.understanding_pairs_pair(),
								cell: (pair) => <a href={address(pair)}>{`${label(pair.first)}\u00a0– ${label(pair.second)}`}</a>,
							},
							{ head: m.understanding_pairs_both(), sortKey: 'both', isNumber: true, cell: ({ both }) => both },
							{
								head: m.understanding_pairs_share(),
								sortKey: 'jaccard',
								isNumber: true,
								cell: ({ jaccard }) => `${Math.round(jaccard * 100)} %`,
							},
							{
								head: m.understanding_pairs_lift(),
								sortKey: 'lift',
								isNumber: true,
								cell: ({ lift }) => (lift === null ? '–' : decimal(lift)),
							},
						]}
					/>
					<Pager page={page} pages={Math.ceil(count / PER_PAGE)} />
					<p className="weighing-note">
						{nearness === 'passage' ? m.understanding_pairs_note_passage() : m.understanding_pairs_note()}
					</p>
				</>
			)}
		</div>
	)
}
