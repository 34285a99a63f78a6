/** How good the proposals are, theme by theme, on conversations the machine had not seen. */
import { DataTable } from '#platform/ui/data-table.tsx'
import { m } from '#platform/words/words.ts'
import type { ThemeReport } from '../proposing.rules.ts'

export type ThemeQuality = { id: string; label: string } & ThemeReport

type Props = {
	themes: readonly ThemeQuality[]
	isMeasured: boolean
	/** Of all that is shown; null while that is unknown. */
	precision: number | null
	recall: number | null
}

/** First what everybody should know, then the table. */
export function SuggestionQuality({ themes, isMeasured, precision, recall }: Props) {
	const silent = themes.filter(({ isLearned, line }) => isLearned && line === null).map(({ label }) => label)
	return (
		<>
			{precision === null || recall === null ? null : (
				<p>{m.understanding_suggestion_overall({ right: percent(precision), found: percent(recall) })}</p>
			)}
			{silent.length > 0 ? <p>{m.understanding_suggestion_silent({ themes: silent.join(', ') })}</p> : null}
			<QualityTable themes={themes} isMeasured={isMeasured} />
		</>
	)
}

function percent(share: number): number {
	return Math.round(share * 100)
}

function QualityTable({ themes, isMeasured }: Pick<Props, 'themes' | 'isMeasured'>) {
	const share = (of: number | null | undefined) => (of === undefined || of === null ? '–' : `${percent(of)} %`)
	return (
		<details className="suggestions__quality">
			<summary>{m.understanding_suggestion_quality()}</summary>
			<p>{isMeasured ? m.understanding_suggestion_quality_how() : m.understanding_suggestion_unmeasured()}</p>
			<DataTable
				caption={m.understanding_suggestion_quality()}
				hideCaption
				rows={themes}
				rowKey={({ id }) => id}
				columns={[
					{ head: m.understanding_evaluate_label(), cell: ({ label }) => label },
					{ head: m.understanding_evaluate_count(), isNumber: true, cell: ({ examples }) => examples },
					{ head: m.understanding_suggestion_right(), isNumber: true, cell: ({ precision }) => share(precision) },
					{
						head: m.understanding_evaluate_recall(),
						isNumber: true,
						cell: ({ recall, line }) => share(line === null ? null : recall),
					},
					{ head: m.understanding_suggestion_shown_from(), isNumber: true, cell: ({ line }) => share(line) },
					{ head: m.understanding_suggestion_verdict(), cell: verdict },
				]}
			/>
		</details>
	)
}

function verdict({ isLearned, examples, line, precision }: ThemeQuality): string {
	if (!isLearned) return m.understanding_suggestion_too_few({ count: examples })
	if (line === null) return m.understanding_suggestion_poor()
	return (precision ?? 0) >= 0.7 ? m.understanding_suggestion_good() : m.understanding_suggestion_fair()
}
