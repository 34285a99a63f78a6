/** New themes per conversation: whether it is worth listening on. */
import { refusingLoader } from '#platform/http/refusals.ts'
import { DataTable } from '#platform/ui/data-table.tsx'
import { Pager } from '#platform/ui/pager.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { askedPage, leaveEmptyPage } from '#platform/http/asked-page.ts'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { passagesAddress } from '../cell-address.ts'
import { findFilterChoices, idOf } from '../../find-filters.ts'
import { findSaturation, type SaturationStep } from '../find-saturation.ts'
import { FilterForm } from '../../parts/filter-form.tsx'
import { roundSelect } from '../parts/round-select.ts'
import { WeighingNav } from '../parts/weighing-nav.tsx'
import css from '../../parts/understanding.css?url'
import weighingCss from '../parts/weighing.css?url'
import type { Route } from './+types/saturation'

export const links: Route.LinksFunction = () => [css, weighingCss].map((href) => ({ rel: 'stylesheet', href }))

/** So many conversations at the end are looked at. */
const LAST = 5

const PER_PAGE = 100

export const loader = refusingLoader(async ({ context, request, url }: Route.LoaderArgs) => {
	requireRight(context, 'read-transcripts', request)
	const search = new URL(request.url).searchParams
	const [round, page] = [search.get('runde') ?? '', askedPage(search)]
	return inThisMunicipality(context, async (db) => {
		const { rounds } = await findFilterChoices(db)
		const steps = await findSaturation(db, { roundId: idOf(rounds, round) })
		const listed = steps.slice((page - 1) * PER_PAGE, page * PER_PAGE)
		leaveEmptyPage(url, page, listed)
		const counts = steps.map(({ fresh, known }): Counts => ({ fresh: fresh.length, known }))
		return { counts, listed, page, round, rounds }
	})
})

export default function SaturationPage({ loaderData }: Route.ComponentProps) {
	const { counts, listed, page, round, rounds } = loaderData
	return (
		<div className="page page--wide">
			<PageHead stage="understand" title={m.understanding_saturation()} lead={m.understanding_saturation_lead()} />
			<WeighingNav />
			<FilterForm selects={[roundSelect(rounds, round)]} />
			{counts.length === 0 ? (
				<EmptyState title={m.understanding_weighing_empty()}>{m.understanding_weighing_empty_next()}</EmptyState>
			) : (
				<>
					<p>{meaning(counts)}</p>
					<Curve counts={counts} />
					<DataTable
						caption={m.understanding_saturation_caption()}
						rows={listed}
						rowKey={({ conversation }) => conversation.slug}
						columns={[
							{
								head: m.understanding_conversation(),
								cell: ({ conversation: { slug, title } }) => (
									<a href={`/werkstatt/gespraeche/${slug}/codieren`}>
										{title || m.understanding_conversation_untitled()}
									</a>
								),
							},
							{
								head: m.understanding_held_on(),
								cell: ({ conversation: { heldOn } }) => (heldOn ? <DateText day={heldOn} /> : '–'),
							},
							{ head: m.understanding_saturation_fresh(), isNumber: true, cell: ({ fresh }) => fresh.length },
							{ head: m.understanding_saturation_which(), cell: FreshThemes },
							{ head: m.understanding_saturation_known(), isNumber: true, cell: ({ known }) => known },
							{
								head: m.understanding_count_passages(),
								isNumber: true,
								cell: ({ conversation: { slug }, passages }) => (
									<a href={passagesAddress({ gespraech: slug })}>{passages}</a>
								),
							},
						]}
					/>
					<Pager page={page} pages={Math.ceil(counts.length / PER_PAGE)} />
				</>
			)}
		</div>
	)
}

/** Of one conversation each. */
type Counts = { fresh: number; known: number }

function meaning(counts: readonly Counts[]): string {
	if (counts.length < LAST + 1) return m.understanding_saturation_few({ count: counts.length })
	const fresh = counts.slice(-LAST).reduce((all, step) => all + step.fresh, 0)
	const facts = { count: LAST, fresh, known: counts.at(-1)!.known }
	return fresh === 0 ? m.understanding_saturation_full(facts) : m.understanding_saturation_open(facts)
}

function FreshThemes({ conversation, fresh }: SaturationStep) {
	if (fresh.length === 0) return '–'
	return (
		<ul className="fresh-themes">
			{fresh.map(({ slug, label }) => (
				<li key={slug}>
					<a href={passagesAddress({ thema: slug, gespraech: conversation.slug })}>{label}</a>
				</li>
			))}
		</ul>
	)
}

/** The table below says the same. */
function Curve({ counts }: { counts: readonly Counts[] }) {
	const [width, height] = [600, 200]
	const most = counts.at(-1)!.known
	const across = width / counts.length
	const up = (themes: number) => height - (themes / most) * (height - 20)
	const points = counts.map(({ known }, n) => `${(n + 0.5) * across},${up(known)}`).join(' ')
	return (
		<figure className="saturation">
			<svg viewBox={`-30 0 ${width + 40} ${height + 4}`} role="img" aria-label={m.understanding_saturation_caption()}>
				<line x1="0" y1={height} x2={width} y2={height} />
				<text x="-6" y={height} textAnchor="end">
					0
				</text>
				<text x="-6" y={up(most) + 5} textAnchor="end">
					{most}
				</text>
				{counts.map(({ fresh }, n) =>
					fresh === 0 ? null : (
						<rect
							key={n}
							x={n * across + across * 0.15}
							width={across * 0.7}
							y={up(fresh)}
							height={height - up(fresh)}
						/>
					),
				)}
				<polyline points={points} />
			</svg>
			<figcaption className="weighing-note">{m.understanding_saturation_drawn()}</figcaption>
		</figure>
	)
}
