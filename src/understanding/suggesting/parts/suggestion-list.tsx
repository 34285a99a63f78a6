/** Proposals one below the other: what was said, which theme, why, and two buttons. Works without a script. */
import { Button } from '#platform/ui/buttons.tsx'
import { m } from '#platform/words/words.ts'
import { stanceWord } from '../../weighing/matrix-words.ts'
import type { FoundSuggestion } from '../find-suggestions.ts'
import { markWords } from '../mark-words.rules.ts'

type Props = {
	suggestions: readonly FoundSuggestion[]
	/** How often proposals of a theme are right; null while nobody knows. */
	precision: (themeId: string) => number | null
	back: string
}

export function SuggestionList({ suggestions, precision, back }: Props) {
	return (
		<ol className="suggestions">
			{suggestions.map((suggestion, at) => (
				<Entry
					key={suggestion.id}
					suggestion={suggestion}
					precision={precision(suggestion.theme.id)}
					back={back}
					isFirst={at === 0}
				/>
			))}
		</ol>
	)
}

type EntryProps = { suggestion: FoundSuggestion; precision: number | null; back: string; isFirst: boolean }

function Entry({ suggestion, precision, back, isFirst }: EntryProps) {
	const { id, text, theme, because, stance, conversation, turn, speakerCode, coderName } = suggestion
	const desk = `/werkstatt/gespraeche/${conversation.slug}/codieren?beitrag=${turn}#beitrag-${turn}`
	return (
		<li id={`vorschlag-${id}`} tabIndex={-1} data-suggestion={isFirst ? 'first' : ''}>
			<blockquote className="spoken" lang="de">
				{markWords(partOf(suggestion, text), because).map((piece, at) =>
					piece.isMarked ? <mark key={at}>{piece.text}</mark> : piece.text,
				)}
			</blockquote>
			<p className="label">
				{speakerCode} · <a href={desk}>{conversation.title || m.understanding_conversation()}</a>
			</p>
			<form method="post" className="suggestions__decide">
				<input type="hidden" name="back" value={back} />
				<input type="hidden" name="suggestion" value={id} />
				<p>
					<i style={{ background: theme.colour }} aria-hidden="true" />
					<strong>{theme.label}</strong> · {stanceWord(stance)} · {sureness(suggestion, precision)}
					{because.length > 0 ? <> · {m.understanding_suggestion_because({ words: because.join(', ') })}</> : null}
					<span className="hidden"> · {coderName}</span>
				</p>
				<Button small name="act" value="accept" data-key="e">
					{m.understanding_suggestion_accept()}
					<span className="hidden"> {theme.label}</span>
				</Button>
				<Button look="secondary" small name="act" value="reject" data-key="r">
					{m.understanding_suggestion_reject()}
					<span className="hidden"> {theme.label}</span>
				</Button>
			</form>
		</li>
	)
}

function partOf({ start, end }: FoundSuggestion, text: string): string {
	return start === null || end === null ? text : Array.from(text).slice(start, end).join('')
}

function sureness({ probability, coderName, start }: FoundSuggestion, precision: number | null): string {
	if (start !== null) return m.understanding_suggestion_by_model({ name: coderName })
	if (probability === null) return m.understanding_suggestion_by_keyword()
	const percent = m.understanding_suggestion_probability({ percent: Math.round(probability * 100) })
	return precision === null
		? percent
		: `${percent} (${m.understanding_suggestion_mostly({ of: Math.round(precision * 10) })})`
}
