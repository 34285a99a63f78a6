/** What in a quote's wording may still tell who spoke or of whom, each with words to put there instead. */
import { m } from '#platform/words/words.ts'
import { Notice } from '#platform/ui/notice.tsx'
import { kindWord } from '#protecting/name-kind-words.ts'
import type { QuoteReason, QuoteWarning } from '#protecting/quote-text.rules.ts'

const REASONS: Record<QuoteReason, (() => string) | null> = {
	name: null,
	date: null,
	number: null,
	'someone-else': m.focusing_quote_reason_someone_else,
	'only-one': m.focusing_quote_reason_only_one,
	'own-firm': m.focusing_quote_reason_own_firm,
	illness: m.focusing_quote_reason_illness,
	'way-of-talking': m.focusing_quote_reason_way_of_talking,
}

export function QuoteWarnings({ warnings }: { warnings: readonly QuoteWarning[] }) {
	if (warnings.length === 0) return null
	return (
		<Notice kind="warning" title={m.focusing_quote_reads_like({ count: warnings.length })}>
			<p>{m.focusing_quote_reads_like_text()}</p>
			<ul>
				{warnings.map(({ start, words, reason, kind, suggestion }) => (
					<li key={start}>
						<q className="spoken" lang="de">
							{words}
						</q>{' '}
						– {REASONS[reason]?.() ?? kindWord(kind ?? '')}
						{suggestion ? (
							<>
								{': '}
								{m.focusing_quote_instead()} <code>{suggestion}</code>
							</>
						) : null}
					</li>
				))}
			</ul>
		</Notice>
	)
}
