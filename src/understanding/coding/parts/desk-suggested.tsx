/** What the machine proposes: beside a contribution as marks, in the panel with its reasons and two buttons. */
import { useEffect } from 'react'
import { m } from '#platform/words/words.ts'
import { paintRanges, rangeOf } from '#listening/text-selection.ts'
import { stanceWord } from '../../weighing/matrix-words.ts'
import type { DeskSuggestion } from '../../suggesting/find-desk-suggestions.ts'
import { placesOf } from '../../suggesting/mark-words.rules.ts'
import { useCodingsOf, useDesk, useSuggestionsOf } from './desk-context.ts'

/** Beside the contribution; taking one takes the words it is about. */
export function SuggestedHere({ turn }: { turn: number }) {
	return useSuggestionsOf(turn).length > 0 ? <Marks turn={turn} /> : null
}

function useOpen(turn: number): readonly DeskSuggestion[] {
	const { store } = useDesk()
	useSuggestionsOf(turn)
	useCodingsOf(turn)
	return store.suggestions.openOf(turn)
}

function Marks({ turn }: { turn: number }) {
	const { themeById } = useDesk()
	const open = useOpen(turn)
	if (open.length === 0) return null
	return (
		<ul className="turn__suggested" aria-label={m.understanding_suggestions()}>
			{open.map(({ id, themeId }) => (
				<li key={id}>
					<button type="button" className="label" tabIndex={-1} data-suggested={id}>
						<i style={{ borderColor: themeById.get(themeId)?.colour }} aria-hidden="true" />
						<span>
							<span className="hidden">{m.understanding_suggestion()}: </span>
							{themeById.get(themeId)?.label}
							<span aria-hidden="true">?</span>
						</span>
					</button>
				</li>
			))}
		</ul>
	)
}

/** In the panel, for the contribution the chosen words stand in. The keys act on the first. */
export function SuggestionsHere({ turn }: { turn: number }) {
	const open = useOpen(turn)
	const { store } = useDesk()
	const because = open.flatMap((one) => one.because).join(' ')
	useEffect(() => {
		const words = store.codings.turns[turn]
		const places = words ? placesOf(words.text, because.split(' ')) : []
		paintRanges('suggested', words ? places.flatMap((place) => rangeOf(words, place) ?? []) : [])
		return () => paintRanges('suggested', [])
	}, [because, store, turn])
	if (open.length === 0) return null
	return (
		<section className="desk__suggested" aria-labelledby="vorschlaege-hier">
			<h3 id="vorschlaege-hier">{m.understanding_desk_suggestions()}</h3>
			<ul>
				{open.map((suggestion, at) => (
					<Entry key={suggestion.id} suggestion={suggestion} isFirst={at === 0} />
				))}
			</ul>
		</section>
	)
}

function Entry({ suggestion, isFirst }: { suggestion: DeskSuggestion; isFirst: boolean }) {
	const { store, themeById } = useDesk()
	const { themeId, stance, because } = suggestion
	const theme = themeById.get(themeId)
	const why = because.length > 0 ? m.understanding_suggestion_because({ words: because.join(', ') }) : ''
	return (
		<li className="suggested">
			<p>
				<i style={{ borderColor: theme?.colour }} aria-hidden="true" />
				<strong>{theme?.label}</strong> <small>{stanceWord(stance)}</small>
			</p>
			<p className="desk__hint">{[why, qualityWord(suggestion)].filter(Boolean).join(' · ')}</p>
			<button type="button" className="toggle" onClick={() => store.decide(suggestion, true)}>
				{m.understanding_suggestion_accept()}
				<span className="hidden"> {theme?.label}</span>
				{isFirst ? <kbd aria-hidden="true">E</kbd> : null}
			</button>{' '}
			<button type="button" className="toggle" onClick={() => store.decide(suggestion, false)}>
				{m.understanding_suggestion_reject()}
				<span className="hidden"> {theme?.label}</span>
				{isFirst ? <kbd aria-hidden="true">R</kbd> : null}
			</button>
		</li>
	)
}

/** What is known of how often such proposals are right, and no more. */
function qualityWord({ precision, probability, model }: DeskSuggestion): string {
	if (model !== null) return m.understanding_suggestion_by_model({ name: model })
	if (probability === null) return m.understanding_suggestion_by_keyword()
	if (precision === null) return m.understanding_suggestion_unknown()
	return m.understanding_suggestion_mostly({ of: Math.round(precision * 10) })
}
