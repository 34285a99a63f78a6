/** New themes per conversation: whether it is worth listening on. */
import { refusingLoader } from '#platform/http/refusals.ts'
import { DataTable } from '#platform/ui/data-table.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
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

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'read-transcripts', request)
	const round = new URL(request.url).searchParams.get('runde') ?? ''
	return inThisMunicipality(context, async (db) => {
		const { rounds } = await findFilterChoices(db)
		return { steps: await findSaturation(db, { roundId: idOf(rounds, round) }), round, rounds }
	})
})

export default function SaturationPage({ loaderData: { steps, round, rounds } }: Route.ComponentProps) {
	return (
		<div className="page page--wide">
			<PageHead stage="understand" title={m.understanding_saturation()} lead={m.understanding_saturation_lead()} />
			<WeighingNav />
			<FilterForm selects={[roundSelect(rounds, round)]} />
			{steps.length === 0 ? (
				<EmptyState title={m.understanding_weighing_empty()}>{m.understanding_weighing_empty_next()}</EmptyState>
			) : (
				<>
					<p>{meaning(steps)}</p>
					<Curve steps={steps} />
					<DataTable
						caption={m.understanding_saturation_caption()}
						rows={steps}
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
				</>
			)}
		</div>
	)
}

function meaning(steps: readonly SaturationStep[]): string {
	if (steps.length < LAST + 1) return m.understanding_saturation_few({ count: steps.length })
	const fresh = steps.slice(-LAST).reduce((all, step) => all + step.fresh.length, 0)
	const facts = { count: LAST, fresh, known: steps.at(-1)!.known }
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

/** Bars: new themes of each conversation; line: themes so far. The table below says the same. */
function Curve({ steps }: { steps: readonly SaturationStep[] }) {
	const [width, height] = [600, 200]
	const most = steps.at(-1)!.known
	const across = width / steps.length
	const up = (themes: number) => height - (themes / most) * (height - 20)
	const points = steps.map(({ known }, n) => `${(n + 0.5) * across},${up(known)}`).join(' ')
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
				{steps.map(({ conversation, fresh }, n) => (
					<rect
						key={conversation.slug}
						x={n * across + across * 0.15}
						width={across * 0.7}
						y={up(fresh.length)}
						height={height - up(fresh.length)}
					/>
				))}
				<polyline points={points} />
			</svg>
		</figure>
	)
}
