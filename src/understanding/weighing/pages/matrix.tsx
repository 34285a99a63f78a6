/** Theme by who spoke, as a table in which a darker cell means more. */
import { useLocation } from 'react-router'
import { refusingLoader } from '#platform/http/refusals.ts'
import { ButtonLink } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { MATRIX_COLUMNS, MATRIX_COUNTS } from '../find-matrix.ts'
import { findMatrixGrid, readMatrixChoice } from '../matrix-choice.ts'
import { MATRIX_VIEWS } from '../matrix-grid.ts'
import { columnsWord, countWord, viewWord } from '../matrix-words.ts'
import { FilterForm } from '../../parts/filter-form.tsx'
import { roundSelect } from '../parts/round-select.ts'
import { HeatTable } from '../parts/heat-table.tsx'
import { WeighingNav } from '../parts/weighing-nav.tsx'
import css from '../../parts/understanding.css?url'
import weighingCss from '../parts/weighing.css?url'
import type { Route } from './+types/matrix'

export const links: Route.LinksFunction = () => [css, weighingCss].map((href) => ({ rel: 'stylesheet', href }))

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'read-transcripts', request)
	const choice = readMatrixChoice(new URL(request.url).searchParams)
	const found = await inThisMunicipality(context, (db) => findMatrixGrid(db, choice))
	const choices = { columns: [...MATRIX_COLUMNS], counts: [...MATRIX_COUNTS], views: [...MATRIX_VIEWS] }
	return { ...found, choice, choices }
})

export default function MatrixPage({ loaderData: { grid, rounds, choice, choices } }: Route.ComponentProps) {
	const { by, count, round, view, isRolledUp, isTurned } = choice
	const { search } = useLocation()
	const select = (name: string, label: string, value: string, options: { value: string; label: string }[]) => {
		return { name, label, value, options, isRequired: true }
	}
	const named = <One extends string>(list: readonly One[], word: (one: One) => string) =>
		list.map((one) => ({ value: one, label: word(one) }))
	const caption = m.understanding_matrix_caption({ count: countWord(count), columns: columnsWord(by) })
	return (
		<div className="page page--wide">
			<PageHead stage="understand" title={m.understanding_matrix()} lead={m.understanding_matrix_lead()} />
			<WeighingNav />
			<FilterForm
				selects={[
					select('spalten', m.understanding_matrix_columns(), by, named(choices.columns, columnsWord)),
					select('zaehlen', m.understanding_matrix_count(), count, named(choices.counts, countWord)),
					select('zeigen', m.understanding_show(), view, named(choices.views, viewWord)),
					select('unter', m.understanding_matrix_subthemes(), isRolledUp ? 'ja' : '', [
						{ value: '', label: m.understanding_matrix_apart() },
						{ value: 'ja', label: m.understanding_matrix_rolled_up() },
					]),
					select('gedreht', m.understanding_matrix_layout(), isTurned ? 'ja' : '', [
						{ value: '', label: m.understanding_matrix_themes_down() },
						{ value: 'ja', label: m.understanding_matrix_themes_across() },
					]),
					roundSelect(rounds, round),
				]}
			/>
			{grid.sum === 0 ? (
				<EmptyState title={m.understanding_weighing_empty()}>{m.understanding_weighing_empty_next()}</EmptyState>
			) : (
				<>
					<HeatTable grid={grid} choice={choice} caption={caption} hasDistinct={count !== 'passages'} />
					<p className="weighing-note">{m.understanding_matrix_mark_note()}</p>
					{grid.hasFew ? <p className="weighing-note">{m.understanding_matrix_few()}</p> : null}
					{count === 'passages' ? null : (
						<p className="weighing-note">
							{by === 'stance' ? m.understanding_matrix_note_stance() : m.understanding_matrix_note()}
						</p>
					)}
					<ButtonLink look="secondary" href={`/werkstatt/matrix/tabelle.csv${search}`} download>
						{m.understanding_weighing_csv()}
					</ButtonLink>
				</>
			)}
		</div>
	)
}
