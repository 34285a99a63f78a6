/** What the desk says of what just happened. */
import { m } from '#platform/words/words.ts'
import type { Message } from './desk-view.ts'

export function messageText({ what, detail = '' }: Message, themeLabel: (themeId: string) => string): string {
	const said: Record<Message['what'], () => string> = {
		refused: () => detail,
		coded: () => m.understanding_said_coded({ theme: detail.split(' ').map(themeLabel).join(', ') }),
		moved: m.understanding_said_moved,
		undone: m.understanding_said_undone,
		redone: m.understanding_said_redone,
		noted: m.understanding_said_noted,
		'none-coded': m.understanding_said_none_coded,
		removed: m.understanding_said_removed,
		changed: m.understanding_said_changed,
		'choose-first': m.understanding_said_choose_first,
		'nothing-to-undo': m.understanding_said_nothing_to_undo,
		'all-coded': m.understanding_said_all_coded,
		suggested: () => m.understanding_said_suggested({ theme: detail.split(' ').map(themeLabel).join(', ') }),
		'refused-suggestion': () => m.understanding_said_suggestion_refused({ theme: themeLabel(detail) }),
		'none-suggested': m.understanding_said_none_suggested,
		'one-turn-only': m.understanding_said_one_turn_only,
	}
	return said[what]()
}
