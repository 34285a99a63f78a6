/** Two rounds side by side: what people speak of now and did not then. */
import { refusingLoader } from '#platform/http/refusals.ts'
import { DataTable } from '#platform/ui/data-table.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { passagesAddress } from '../cell-address.ts'
import { findFilterChoices, type FilterChoice } from '../../find-filters.ts'
import { findRoundsCompared, type ComparedTheme, type RoundSide } from '../find-rounds-compared.ts'
import { FilterForm } from '../../parts/filter-form.tsx'
import { asOptions } from '../parts/round-select.ts'
import { WeighingNav } from '../parts/weighing-nav.tsx'
import css from '../../parts/understanding.css?url'
import weighingCss from '../parts/weighing.css?url'
import type { Route } from './+types/rounds-compared'

export const links: Route.LinksFunction = () => [css, weighingCss].map((href) => ({ rel: 'stylesheet', href }))

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'read-transcripts', request)
	const search = new URL(request.url).searchParams
	return inThisMunicipality(context, async (db) => {
		const { rounds } = await findFilterChoices(db)
		// Newest first, as they are listed.
		const later = rounds.find(({ slug }) => slug === search.get('jetzt')) ?? rounds[0]
		const earlier =
			rounds.find(({ slug }) => slug === search.get('frueher')) ?? rounds.find(({ id }) => id !== later?.id)
		if (!earlier || !later) return { rounds, earlier: null, later: null, compared: [] }
		const compared = await findRoundsCompared(db, { earlierId: earlier.id, laterId: later.id })
		return { rounds, earlier: earlier.slug, later: later.slug, compared }
	})
})

export default function RoundsCompared({ loaderData: { rounds, earlier, later, compared } }: Route.ComponentProps) {
	const side = (round: string | null, of: (theme: ComparedTheme) => RoundSide, head: string) => ({
		head,
		isNumber: true,
		cell: (one: ComparedTheme) => {
			const { count, of: all } = of(one)
			const href = passagesAddress({ thema: one.theme.slug, unter: '1', runde: round ?? '' })
			return (
				<>
					{count === 0 ? 0 : <a href={href}>{count}</a>} {m.understanding_of_all({ all })}
				</>
			)
		},
	})
	return (
		<div className="page page--wide rounds-compared">
			<PageHead stage="understand" title={m.understanding_rounds_compared()} lead={m.understanding_rounds_lead()} />
			<WeighingNav />
			{earlier === null ? (
				<EmptyState title={m.understanding_rounds_one()}>{m.understanding_rounds_one_next()}</EmptyState>
			) : (
				<>
					<FilterForm
						selects={[
							{
								name: 'frueher',
								label: m.understanding_rounds_earlier(),
								value: earlier,
								options: asOptions(rounds),
								isRequired: true,
							},
							{
								name: 'jetzt',
								label: m.understanding_rounds_later(),
								value: later ?? '',
								options: asOptions(rounds),
								isRequired: true,
							},
						]}
					/>
					<NothingCoded round={rounds.find(({ slug }) => slug === earlier)} side={compared[0]?.earlier} />
					<NothingCoded round={rounds.find(({ slug }) => slug === later)} side={compared[0]?.later} />
					<DataTable
						caption={m.understanding_rounds_caption()}
						rows={compared}
						rowKey={({ theme }) => theme.slug}
						empty={
							<EmptyState title={m.understanding_weighing_empty()}>{m.understanding_weighing_empty_next()}</EmptyState>
						}
						columns={[
							{
								head: m.understanding_theme(),
								cell: ({ theme }) =>
									theme.isArchived ? m.understanding_theme_archived({ theme: theme.label }) : theme.label,
							},
							side(earlier, (one) => one.earlier, m.understanding_rounds_earlier()),
							side(later, (one) => one.later, m.understanding_rounds_later()),
							{ head: m.understanding_rounds_change(), cell: ({ change }) => changeText(change) },
							{ head: m.understanding_rounds_direction(), cell: directionText },
						]}
					/>
					<p className="weighing-note">{m.understanding_rounds_note()}</p>
				</>
			)}
		</div>
	)
}

/** Without it, noughts would look like an answer. */
function NothingCoded({ round, side }: { round: FilterChoice | undefined; side: RoundSide | undefined }) {
	if (!round || !side || side.of > 0) return null
	return (
		<Notice title={m.understanding_rounds_uncoded({ round: round.label.de ?? round.slug })}>
			<a href={`/werkstatt/codieren?runde=${round.slug}`}>{m.understanding_coding()}</a>
		</Notice>
	)
}

function changeText(change: ComparedTheme['change']): string {
	if (!change) return m.understanding_too_few()
	const { difference, low, high } = change
	const facts = { points: points(difference), low: points(low), high: points(high) }
	return low <= 0 && high >= 0 ? m.understanding_rounds_chance(facts) : m.understanding_rounds_real(facts)
}

function directionText({ earlier, later }: ComparedTheme): string {
	if (earlier.balance === null && later.balance === null) return m.understanding_too_few()
	const told = ({ balance }: RoundSide) => (balance === null ? m.understanding_too_few() : points(balance))
	return m.understanding_rounds_balance({ earlier: told(earlier), later: told(later) })
}

function points(share: number): string {
	const rounded = Math.round(share * 100)
	return rounded > 0 ? `+${rounded}` : String(rounded).replace('-', '−')
}
