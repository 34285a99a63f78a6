/** What of a text is kept to find it by: the stems of its words and of what they are made of, with their places. Pure. */
import { partStemsOf } from './german-compounds.rules.ts'
import { stemOf } from './german-stem.rules.ts'
import { wordsOf } from './german-words.rules.ts'

/** The database tells no more places apart. */
const LAST_PLACE = 16_383

/**
 * A text as PostgreSQL reads a `tsvector`: every word by its stem with weight A, every part of a compound at the same
 * place with weight D. Words that say nothing are kept, for phrases are made of them.
 */
export function searchWordsOf(text: string): string {
	const places = new Map<string, string[]>()
	const note = (stem: string, place: string) => {
		const known = places.get(stem)
		if (known) known.push(place)
		else places.set(stem, [place])
	}
	for (const [at, { word }] of wordsOf(text).entries()) {
		const place = Math.min(at + 1, LAST_PLACE)
		note(stemOf(word), `${place}A`)
		for (const part of partStemsOf(word)) note(part, `${place}`)
	}
	return Array.from(places, ([stem, at]) => `'${stem}':${at.slice(0, 255).join(',')}`).join(' ')
}
