import { StateWord } from '#platform/ui/state-word.tsx'
import { SpokenText } from '#platform/ui/voice.tsx'
import { m } from '#platform/words/words.ts'
import { FormatWord } from '#listening/format-word.tsx'
import { stanceWord } from '#understanding/weighing/matrix-words.ts'
import { specialWord } from '#understanding/coding/special-words.ts'
import type { EvidencePassage } from '../find-evidence.ts'

type PassageListProps = {
	passages: readonly EvidencePassage[]
	chosen?: readonly string[]
	/** Boxes to tick, named `beleg-ID`; they belong to the form around the list. */
	canTick: boolean
	/** Where a passage becomes a quote; nothing is offered without it. */
	quoteAddress?: ((codingId: string) => string) | undefined
}

/** Passages with who said them in which conversation, good quotes first. */
export function PassageList({ passages, chosen = [], canTick, quoteAddress }: PassageListProps) {
	return (
		<ul className="passages">
			{passages.map((passage) => (
				<li key={passage.codingId}>
					<div className={canTick ? 'kern-form-check' : undefined}>
						{canTick ? (
							<input
								className="kern-form-check__checkbox"
								type="checkbox"
								id={`beleg-${passage.codingId}`}
								name={`beleg-${passage.codingId}`}
								value="ja"
								defaultChecked={chosen.includes(passage.codingId)}
							/>
						) : null}
						<label htmlFor={canTick ? `beleg-${passage.codingId}` : undefined}>
							<SpokenText>{passage.quote}</SpokenText>
						</label>
					</div>
					<p className="note passages__origin">
						<span className="theme-dot" style={{ background: passage.theme.colour }} aria-hidden="true" />{' '}
						{passage.theme.label} · {stanceWord(passage.stance)} · {passage.speakerCode}, {passage.conversationTitle} (
						<FormatWord of={passage.format} />){passage.isGoodQuote ? ` · ${m.focusing_good_quote()}` : null}
						{passage.isSensitive ? ` · ${m.focusing_sensitive()}` : null}
						{passage.special.length > 0 ? ` · ${passage.special.map(specialWord).join(', ')}` : null}
						{' · '}
						<StateWord tone={passage.mayQuote ? 'plain' : 'quiet'}>
							{passage.mayQuote ? m.focusing_may_quote() : m.focusing_may_not_quote()}
						</StateWord>
						{passage.mayQuote && quoteAddress ? (
							<>
								{' · '}
								<a href={quoteAddress(passage.codingId)}>{m.focusing_make_quote()}</a>
							</>
						) : null}
					</p>
				</li>
			))}
		</ul>
	)
}
