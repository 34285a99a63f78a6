/** What people read for the kinds of answers. */
import { m } from '#platform/words/words.ts'
import type { AnswerKind } from './tables.ts'

export function answerWord(kind: AnswerKind): string {
	return {
		heard: m.answering_kind_heard,
		'next-step': m.answering_kind_next_step,
		'decided-yes': m.answering_kind_decided_yes,
		'decided-no': m.answering_kind_decided_no,
		done: m.answering_kind_done,
		changed: m.answering_kind_changed,
		'passed-on': m.answering_kind_passed_on,
	}[kind]()
}
