/** How good the proposals are, theme by theme, on conversations the machine had not seen. */
import { DataTable } from '#platform/ui/data-table.tsx'
import { m } from '#platform/words/words.ts'
import type { LabelMeasure } from '../measures.rules.ts'

export type ThemeQuality = { id: string; label: string; examples: number; isLearned: boolean } & Partial<LabelMeasure>

export function SuggestionQuality({ themes, isMeasured }: { themes: readonly ThemeQuality[]; isMeasured: boolean }) {
	const share = (of: number | undefined) => (of === undefined ? '–' : `${Math.round(of * 100)} %`)
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
					{ head: m.understanding_evaluate_recall(), isNumber: true, cell: ({ recall }) => share(recall) },
					{ head: m.understanding_suggestion_verdict(), cell: verdict },
				]}
			/>
		</details>
	)
}

/** Below half right, reading proposals costs more than it saves. */
function verdict({ isLearned, examples, f1 }: ThemeQuality): string {
	if (!isLearned) return m.understanding_suggestion_too_few({ count: examples })
	if (f1 === undefined) return '–'
	if (f1 >= 0.7) return m.understanding_suggestion_good()
	return f1 >= 0.5 ? m.understanding_suggestion_fair() : m.understanding_suggestion_poor()
}
