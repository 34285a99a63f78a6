import { m } from '#platform/words/words.ts'
import { stanceWord } from '../weighing/matrix-words.ts'
import type { CodingState } from './deeds.rules.ts'
import { intensityWord } from './intensity-word.ts'
import { specialWord } from './special-words.ts'

/** What a coding says besides its theme and its words, one fact each: "bremst", "betont", "gutes Zitat". */
export function codingFacts(coding: Partial<Omit<CodingState, 'start' | 'end' | 'themeId'>>): string[] {
	const { stance, intensity, isGoodQuote, isSensitive, specialCategory } = coding
	return [
		stance && stanceWord(stance),
		intensity && intensityWord(intensity),
		isGoodQuote && m.understanding_good_quote(),
		isSensitive && m.understanding_sensitive(),
		specialCategory && specialWord(specialCategory),
	].filter((fact) => typeof fact === 'string')
}
