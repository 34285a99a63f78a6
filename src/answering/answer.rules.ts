/** What an answer owes. Pure: no clock, no database, no request. */
import type { AnswerKind } from './tables.ts'

/** After these something is still to come, so the answer says by when people hear of it again. */
const UNFINISHED: readonly AnswerKind[] = ['heard', 'next-step', 'decided-yes', 'passed-on']

export function needsNextAnswer(kind: AnswerKind): boolean {
	return UNFINISHED.includes(kind)
}
