import { m } from '#platform/words/words.ts'
import { stanceWord } from '../../weighing/matrix-words.ts'
import type { ThemePassage } from '../find-theme-passages.ts'

/** Who said it where, and how it was coded, in one line. */
export function PassageFacts({ passage }: { passage: ThemePassage }) {
	const { speakerCode, conversation, coderName, stance, isGoodQuote, isSensitive } = passage
	const facts = [
		speakerCode,
		conversation,
		stanceWord(stance),
		isGoodQuote && m.understanding_good_quote(),
		isSensitive && m.understanding_sensitive(),
		coderName,
	]
	return <>{facts.filter(Boolean).join(' · ')}</>
}
