/** What the chosen words carry already. */
import { m } from '#platform/words/words.ts'
import { toStretch } from '#listening/text-selection.ts'
import { codingFacts } from '../coding-facts.ts'
import type { DeskCoding } from '../find-desk.ts'
import { useCodingsOf, useDesk, useDeskView } from './desk-context.ts'

export function CodingsHere({ turn, start, end }: { turn: number; start: number; end: number }) {
	const { store } = useDesk()
	const { activeId } = useDeskView()
	const here = useCodingsOf(turn).filter((coding) => coding.start < end && coding.end > start)
	const words = store.codings.turns[turn]!
	if (here.length === 0) return <p className="desk__hint">{m.understanding_desk_none_here()}</p>
	return (
		<section aria-labelledby="hier">
			<h3 id="hier">{m.understanding_desk_codings_here()}</h3>
			<ul className="desk__here">
				{here.map((coding) => {
					const { from, to } = toStretch(words, coding)
					return (
						<CodingEntry
							key={coding.id}
							coding={coding}
							quote={words.text.slice(from, to)}
							isActive={coding.id === activeId}
						/>
					)
				})}
			</ul>
		</section>
	)
}

function CodingEntry({ coding, quote, isActive }: { coding: DeskCoding; quote: string; isActive: boolean }) {
	const { store, themeById } = useDesk()
	const theme = themeById.get(coding.themeId)
	return (
		<li data-active={isActive || undefined}>
			<button type="button" className="here" aria-pressed={isActive} onClick={() => store.activate(coding.id, quote)}>
				<i style={{ background: theme?.colour }} aria-hidden="true" />
				<strong>{theme?.label}</strong>
				<small>{[...codingFacts(coding), coding.coderName].join(' · ')}</small>
			</button>
			<button type="button" className="here__remove" onClick={() => store.remove(coding.id)}>
				{m.understanding_desk_remove()}
				<span className="hidden"> {theme?.label}</span>
			</button>
		</li>
	)
}
