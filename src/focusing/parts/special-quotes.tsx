/** What stands beside a quote that tells something of article 9 GDPR: who confirmed it, or that it waits for somebody. */
import { Notice } from '#platform/ui/notice.tsx'
import { useTown } from '#platform/ui/town.tsx'
import { m } from '#platform/words/words.ts'
import { specialWord } from '#understanding/coding/special-words.ts'
import type { SpecialQuote } from '../find-special-quotes.ts'
import { specialConfirmed } from '../special-confirmed.ts'

export function SpecialConfirmed({ special }: { special: SpecialQuote }) {
	const { timeZone } = useTown()
	return <p className="note">{specialConfirmed(special, timeZone)}</p>
}

/** Nothing while none waits. */
export function WaitingForSecond({ slug, waiting }: { slug: string; waiting: readonly SpecialQuote[] }) {
	if (waiting.length === 0) return null
	return (
		<Notice kind="warning" title={m.focusing_special_waiting({ count: waiting.length })}>
			<p>{m.focusing_special_waiting_text()}</p>
			<ul>
				{waiting.map(({ id, codingId, wording, categories }) => (
					<li key={id}>
						<a href={`/werkstatt/fokusthemen/${slug}/zitat/${codingId}`} lang="de" className="spoken">
							{wording}
						</a>{' '}
						· {categories.map(specialWord).join(', ')}
					</li>
				))}
			</ul>
		</Notice>
	)
}
