/** Theme by who spoke, as a table in which a darker cell means more. */
import { refusingLoader } from '#platform/http/refusals.ts'
import { PageHead } from '#platform/ui/page-head.tsx'
import { language, m } from '#platform/words/words.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { findFilterChoices, idOf } from '../../find-filters.ts'
import { findMatrix, MATRIX_COLUMNS, MATRIX_COUNTS } from '../find-matrix.ts'
import { readColumns, readCount } from '../matrix-choice.ts'
import { columnsWord, countWord } from '../matrix-words.ts'
import { FilterForm } from '../../parts/filter-form.tsx'
import { HeatTable } from '../parts/heat-table.tsx'
import css from '../../parts/understanding.css?url'
import type { Route } from './+types/matrix'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: css }]

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'read-transcripts', request)
	const search = new URL(request.url).searchParams
	const by = readColumns(search.get('spalten') ?? 'sector')
	const count = readCount(search.get('zaehlen'), by)
	const round = search.get('runde') ?? ''
	return inThisMunicipality(context, async (db) => {
		const { rounds } = await findFilterChoices(db)
		const matrix = await findMatrix(db, { columns: by, count, roundId: idOf(rounds, round) })
		return { by, count, round, rounds, matrix, columnChoices: [...MATRIX_COLUMNS], countChoices: [...MATRIX_COUNTS] }
	})
})

export default function MatrixPage({ loaderData }: Route.ComponentProps) {
	const { by, count, round, rounds, matrix, columnChoices, countChoices } = loaderData
	return (
		<div className="page page--wide">
			<PageHead stage="understand" title={m.understanding_matrix()} lead={m.understanding_matrix_lead()} />
			<FilterForm
				selects={[
					{
						name: 'spalten',
						label: m.understanding_matrix_columns(),
						value: by,
						isRequired: true,
						options: columnChoices.map((one) => ({ value: one, label: columnsWord(one) })),
					},
					{
						name: 'zaehlen',
						label: m.understanding_matrix_count(),
						value: count,
						isRequired: true,
						options: countChoices.map((one) => ({ value: one, label: countWord(one) })),
					},
					{
						name: 'runde',
						label: m.understanding_round(),
						value: round,
						options: rounds.map(({ slug, label }) => ({ value: slug, label: label[language()] ?? label.de })),
					},
				]}
			/>
			<HeatTable matrix={matrix} by={by} round={round} />
			{count === 'passages' ? null : (
				<p className="label">
					{by === 'stance' ? m.understanding_matrix_note_stance() : m.understanding_matrix_note()}
				</p>
			)}
		</div>
	)
}
