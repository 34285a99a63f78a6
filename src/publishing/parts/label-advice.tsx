/** What would become of a label beside all other quotes cleared so far. */
import { Notice } from '#platform/ui/notice.tsx'
import { m } from '#platform/words/words.ts'
import { climbWay, climbWords, judgementSentence } from '#protecting/label-sentences.ts'
import type { LabelledQuote } from '#protecting/edition-labels.rules.ts'
import type { LabelJudgement } from '#protecting/role-label.rules.ts'

export type LabelAdviceProps = { wished: string; judgement: LabelJudgement; labelled: LabelledQuote | null }

export function LabelAdvice({ wished, judgement, labelled }: LabelAdviceProps) {
	if (labelled?.isWithOffice) return <Notice title={m.focusing_advice_office({ label: wished })} />
	if (!judgement.allowed)
		return (
			<Notice kind="warning" title={judgementSentence(wished, judgement)}>
				<p>
					{judgement.suggestion
						? m.focusing_advice_instead({ suggestion: judgement.suggestion })
						: m.focusing_quote_label_unsafe()}
				</p>
			</Notice>
		)
	if (!labelled || (labelled.label !== null && labelled.climbs.length === 0))
		return <Notice kind="success" title={m.focusing_advice_stays({ label: wished })} />
	const title =
		labelled.label === null ? m.focusing_advice_paraphrase() : m.focusing_advice_climbs({ label: labelled.label })
	return (
		<Notice kind={labelled.label === null ? 'warning' : 'info'} title={title}>
			<ul>
				{labelled.climbs.map(({ from, because }) => (
					<li key={from}>{m.focusing_advice_because({ label: from, because: climbWords(because) })}</li>
				))}
			</ul>
			<p>
				<strong>{m.focusing_advice_ways()}</strong>
			</p>
			<ul>
				{[...new Set(labelled.climbs.map(({ because }) => climbWay(because)))].map((way) => (
					<li key={way}>{way}</li>
				))}
				{labelled.label === null ? null : <li>{m.focusing_advice_leave()}</li>}
			</ul>
			<p>{m.focusing_advice_changes()}</p>
		</Notice>
	)
}
