/** What people read for the parts of a dossier. */
import { m } from '#platform/words/words.ts'
import type { SixPart } from '../dossier.rules.ts'

export function partWord(part: SixPart): string {
	return {
		analysis: m.focusing_part_analysis,
		conclusion: m.focusing_part_conclusion,
		voices: m.focusing_part_voices,
		question: m.focusing_part_question,
		fields: m.focusing_part_fields,
		conditions: m.focusing_part_conditions,
	}[part]()
}

/** One sentence: what belongs into a part. */
export function partHint(part: SixPart): string {
	return {
		analysis: m.focusing_hint_analysis,
		conclusion: m.focusing_hint_conclusion,
		voices: m.focusing_hint_voices,
		question: m.focusing_hint_question,
		fields: m.focusing_hint_fields,
		conditions: m.focusing_hint_conditions,
	}[part]()
}
