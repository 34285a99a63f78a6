/** What the desk says of what just happened. */
import { m } from '#platform/words/words.ts'
import type { CodingChange } from '../change-coding.ts'
import { codingFacts } from '../coding-facts.ts'
import type { Message } from './desk-view.ts'

export function messageText(
	{ what, detail = '', change = {} }: Message,
	themeLabel: (themeId: string) => string,
): string {
	const said: Record<Message['what'], () => string> = {
		refused: () => detail,
		coded: () => m.understanding_said_coded({ theme: detail.split(' ').map(themeLabel).join(', ') }),
		moved: m.understanding_said_moved,
		undone: m.understanding_said_undone,
		redone: m.understanding_said_redone,
		noted: m.understanding_said_noted,
		'none-coded': m.understanding_said_none_coded,
		removed: m.understanding_said_removed,
		changed: () => changeText(change, themeLabel),
		'next-begins': () => m.understanding_said_next_begins({ facts: codingFacts(change).join(', ') }),
		'choose-first': m.understanding_said_choose_first,
		'nothing-to-undo': m.understanding_said_nothing_to_undo,
		'all-coded': m.understanding_said_all_coded,
		suggested: () => m.understanding_said_suggested({ theme: detail.split(' ').map(themeLabel).join(', ') }),
		'refused-suggestion': () => m.understanding_said_suggestion_refused({ theme: themeLabel(detail) }),
		'none-suggested': m.understanding_said_none_suggested,
		'one-turn-only': m.understanding_said_one_turn_only,
		'let-go': m.understanding_said_let_go,
	}
	return said[what]()
}

/** To what, so that whoever presses a key without looking knows. */
function changeText(change: CodingChange, themeLabel: (themeId: string) => string): string {
	const to = [change.themeId ? themeLabel(change.themeId) : '', ...codingFacts(change)].filter(Boolean)
	if (to.length > 0) return m.understanding_said_changed({ facts: to.join(', ') })
	const gone = [
		change.isGoodQuote === false && m.understanding_good_quote(),
		change.isSensitive === false && m.understanding_sensitive(),
		change.specialCategory === null && m.understanding_special(),
	]
	return m.understanding_said_no_longer({ facts: gone.filter(Boolean).join(', ') })
}
