/** Where there is energy, where it runs empty, where something small could do much. */
import { refusingLoader } from '#platform/http/refusals.ts'
import { DataTable, type Column } from '#platform/ui/data-table.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { findFilterChoices, idOf } from '../../find-filters.ts'
import { FilterForm } from '../../parts/filter-form.tsx'
import css from '../../parts/understanding.css?url'
import { passagesAddress } from '../cell-address.ts'
import { findPatterns, type ThemePattern } from '../find-patterns.ts'
import { decimal, percent } from '../matrix-grid.ts'
import { stanceWord } from '../matrix-words.ts'
import { energyOf, isEnergy, isSmallLever, LEAST_PERSONS, runsEmpty } from '../patterns.rules.ts'
import { roundSelect } from '../parts/round-select.ts'
import weighingCss from '../parts/weighing.css?url'
import { WeighingNav } from '../parts/weighing-nav.tsx'
import { whoActs, type ThemeInitiative } from '../who-acts.ts'
import type { Route } from './+types/patterns'

export const links: Route.LinksFunction = () => [css, weighingCss].map((href) => ({ rel: 'stylesheet', href }))

type Pattern = ThemePattern & { initiatives: ThemeInitiative[] }

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'read-transcripts', request)
	const round = new URL(request.url).searchParams.get('runde') ?? ''
	return inThisMunicipality(context, async (db) => {
		const { rounds } = await findFilterChoices(db)
		const acted = await whoActs(db)
		const found = await findPatterns(db, { roundId: idOf(rounds, round) })
		const themes = found.map((theme): Pattern => ({ ...theme, initiatives: acted.get(theme.id) ?? [] }))
		return {
			round,
			rounds,
			energy: themes.filter(isEnergy).toSorted((one, other) => (energyOf(other) ?? 0) - (energyOf(one) ?? 0)),
			empty: themes
				.filter(runsEmpty)
				.toSorted((one, other) => one.initiatives.length - other.initiatives.length || other.hinders - one.hinders),
			levers: themes.filter(isSmallLever).toSorted((one, other) => other.wishSectors - one.wishSectors),
			few: themes.filter(({ persons }) => persons > 0 && persons < LEAST_PERSONS).map(({ label }) => label),
		}
	})
})

export default function PatternsPage({
	loaderData: { round, rounds, energy, empty, levers, few },
}: Route.ComponentProps) {
	const number = (
		head: string,
		of: (theme: Pattern) => number,
		narrowed: { haltung?: string; genannt?: string; runde?: string },
		said: (figure: number) => string = String,
	): Column<Pattern> => ({
		head,
		isNumber: true,
		cell: (theme) => {
			const address = passagesAddress({ thema: theme.slug, unter: '1', runde: round, ...narrowed })
			return of(theme) === 0 ? 0 : <a href={address}>{said(of(theme))}</a>
		},
	})
	const theme: Column<Pattern> = { head: m.understanding_theme(), cell: ({ label }) => label }
	const persons = number(m.understanding_count_persons(), (one) => one.persons, {})
	const helps = number(stanceWord('helps'), (one) => one.helps, { haltung: 'helps' })
	const wishes = number(stanceWord('wish'), (one) => one.wishes, { haltung: 'wish' })
	const hinders = number(stanceWord('hinders'), (one) => one.hinders, { haltung: 'hinders' })
	const acted: Column<Pattern> = { head: m.understanding_patterns_initiatives(), cell: Initiatives }
	return (
		<div className="page page--wide">
			<PageHead stage="understand" title={m.understanding_patterns()} lead={m.understanding_patterns_lead()} />
			<WeighingNav />
			<FilterForm selects={[roundSelect(rounds, round)]} />
			<PatternTable
				caption={m.understanding_patterns_energy()}
				formula={m.understanding_patterns_energy_formula()}
				rows={energy}
				columns={[
					theme,
					persons,
					helps,
					wishes,
					hinders,
					number(
						m.understanding_patterns_share(),
						(one) => energyOf(one) ?? 0,
						{},
						(share) => percent(share, 1),
					),
					acted,
				]}
			/>
			<PatternTable
				caption={m.understanding_patterns_empty()}
				formula={m.understanding_patterns_empty_formula()}
				rows={empty}
				columns={[
					theme,
					persons,
					hinders,
					helps,
					number(m.understanding_patterns_weight(), ({ weight }) => weight ?? 0, { haltung: 'hinders' }, decimal),
					number(m.understanding_patterns_rounds(), (one) => one.rounds, { haltung: 'hinders', runde: '' }),
					acted,
				]}
			/>
			<PatternTable
				caption={m.understanding_patterns_levers()}
				formula={m.understanding_patterns_levers_formula()}
				rows={levers}
				columns={[
					theme,
					persons,
					wishes,
					number(m.understanding_patterns_sectors(), (one) => one.wishSectors, { haltung: 'wish' }),
					number(m.understanding_patterns_concrete(), (one) => one.concreteWishes, wish('konkret')),
					number(m.understanding_patterns_higher(), (one) => one.higherWishes, wish('oben')),
					acted,
				]}
			/>
			{few.length > 0 ? (
				<p className="weighing-note">{m.understanding_patterns_few({ themes: few.join(' · ') })}</p>
			) : null}
		</div>
	)
}

const wish = (genannt: string) => ({ haltung: 'wish', genannt })

type PatternTableProps = { caption: string; formula: string; rows: Pattern[]; columns: Column<Pattern>[] }

function PatternTable({ caption, formula, rows, columns }: PatternTableProps) {
	return (
		<section className="pattern">
			<h2>{caption}</h2>
			<p className="weighing-note">{formula}</p>
			<DataTable
				caption={caption}
				hideCaption
				rows={rows}
				rowKey={({ slug }) => slug}
				columns={columns}
				empty={<EmptyState title={m.understanding_patterns_none()}>{m.understanding_patterns_none_next()}</EmptyState>}
			/>
		</section>
	)
}

function Initiatives({ initiatives }: Pattern) {
	if (initiatives.length === 0) return m.understanding_patterns_no_initiative()
	return (
		<ul className="initiatives-of">
			{initiatives.map(({ slug, title }) => (
				<li key={slug}>
					<a href={`/werkstatt/vorhaben/${slug}`}>{title}</a>
				</li>
			))}
		</ul>
	)
}
