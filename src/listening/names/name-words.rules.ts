/** Words that may stand in place of a name. Pure. */
import { Problem } from '#platform/problem.ts'
import { codePointLength } from '../code-points.ts'
import { LONGEST_REPLACEMENT } from '../rewrite.rules.ts'

/** Room for a case ending behind it. */
const ENDING_ROOM = 12

/** @throws {Problem} `replacement-empty`, `replacement-unusable` */
export function checkedReplacement(typed: string): string {
	const words = typed.trim()
	if (words === '') throw new Problem('invalid', 'replacement-empty')
	const limit = LONGEST_REPLACEMENT - ENDING_ROOM
	if (/[\0-\x1f\x7f]/.test(words) || !words.isWellFormed() || codePointLength(words) > limit)
		throw new Problem('invalid', 'replacement-unusable', { limit })
	return words
}
