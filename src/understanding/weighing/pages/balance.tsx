/** What drives each theme forward and what holds it back, in passages; wishes and passages without direction apart. */
import { refusingLoader } from '#platform/http/refusals.ts'
import { DataTable } from '#platform/ui/data-table.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { passagesAddress } from '../cell-address.ts'
import { findBalance, type ThemeBalance } from '../find-balance.ts'
import { findFilterChoices, idOf } from '../../find-filters.ts'
import { stanceWord } from '../matrix-words.ts'
import { FilterForm } from '../../parts/filter-form.tsx'
import { roundSelect, sectorSelect } from '../parts/round-select.ts'
import { WeighingNav } from '../parts/weighing-nav.tsx'
import type { Stance } from '../../tables.ts'
import css from '../../parts/understanding.css?url'
import weighingCss from '../parts/weighing.css?url'
import type { Route } from './+types/balance'

export const links: Route.LinksFunction = () => [css, weighingCss].map((href) => ({ rel: 'stylesheet', href }))

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'read-transcripts', request)
	const search = new URL(request.url).searchParams
	const [round, sector, sort] = [search.get('runde') ?? '', search.get('bereich') ?? '', search.get('sort') ?? '']
	return inThisMunicipality(context, async (db) => {
		const { rounds, sectors } = await findFilterChoices(db)
		const balances = await findBalance(db, { roundId: idOf(rounds, round), sectorId: idOf(sectors, sector) })
		return { balances: sorted(balances, sort), round, sector, rounds, sectors }
	})
})

function sorted(balances: ThemeBalance[], sort: string): ThemeBalance[] {
	const key = sort.replace(/^-/, '')
	const sign = sort.startsWith('-') ? -1 : 1
	if (key === 'balance') return balances.toSorted((one, other) => sign * ((one.balance ?? 0) - (other.balance ?? 0)))
	const stance = (['helps', 'hinders', 'wish', 'neutral'] as const).find((one) => one === key)
	return stance ? balances.toSorted((one, other) => sign * (one[stance] - other[stance])) : balances
}

export default function BalancePage({ loaderData }: Route.ComponentProps) {
	const { balances, round, sector, rounds, sectors } = loaderData
	const most = Math.max(1, ...balances.flatMap(({ helps, hinders }) => [helps, hinders]))
	const number = (stance: Stance) => ({
		head: stanceWord(stance),
		sortKey: stance,
		isNumber: true,
		cell: ({ theme, ...counts }: ThemeBalance) => {
			const href = passagesAddress({ thema: theme.slug, unter: '1', haltung: stance, runde: round, bereich: sector })
			return counts[stance] === 0 ? 0 : <a href={href}>{counts[stance]}</a>
		},
	})
	return (
		<div className="page page--wide">
			<PageHead stage="understand" title={m.understanding_balance()} lead={m.understanding_balance_lead()} />
			<WeighingNav />
			<FilterForm selects={[sectorSelect(sectors, sector), roundSelect(rounds, round)]} />
			{balances.length === 0 ? (
				<EmptyState title={m.understanding_weighing_empty()}>{m.understanding_weighing_empty_next()}</EmptyState>
			) : (
				<>
					<DataTable
						caption={m.understanding_balance_caption()}
						rows={balances}
						rowKey={({ theme }) => theme.slug}
						columns={[
							{ head: m.understanding_theme(), cell: ({ theme }) => theme.label },
							{
								head: `${stanceWord('hinders')} | ${stanceWord('helps')}`,
								cell: ({ helps, hinders }) => <Bars helps={helps} hinders={hinders} most={most} />,
							},
							number('hinders'),
							number('helps'),
							{
								head: m.understanding_balance_value(),
								sortKey: 'balance',
								isNumber: true,
								cell: ({ balance }) => (balance === null ? m.understanding_too_few() : signed(balance)),
							},
							number('wish'),
							number('neutral'),
						]}
					/>
					<p className="weighing-note">{m.understanding_balance_note()}</p>
				</>
			)}
		</div>
	)
}

/** Holding back to the left, bringing forward to the right; the numbers stand beside it. */
function Bars({ helps, hinders, most }: { helps: number; hinders: number; most: number }) {
	const [left, right] = [(hinders / most) * 98, (helps / most) * 98]
	return (
		<svg className="balance-bars" viewBox="0 0 200 16" aria-hidden="true">
			<rect className="balance-bars__hinders" x={100 - left} y="2" width={left} height="12" />
			<rect className="balance-bars__helps" x="100" y="2" width={right} height="12" />
			<line x1="100" y1="0" x2="100" y2="16" />
		</svg>
	)
}

function signed(balance: number): string {
	const percent = Math.round(balance * 100)
	return percent > 0 ? `+${percent}` : String(percent).replace('-', '−')
}
