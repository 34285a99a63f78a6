/** What the desk says of what just happened. */
import { m } from '#platform/words/words.ts'
import type { Message } from './desk-store.ts'

export function messageText({ what, detail = '' }: Message, themeLabel: (themeId: string) => string): string {
	const said: Record<Message['what'], () => string> = {
		refused: () => detail,
		coded: () => m.understanding_said_coded({ theme: themeLabel(detail) }),
		removed: m.understanding_said_removed,
		restored: m.understanding_said_restored,
		changed: m.understanding_said_changed,
		'choose-first': m.understanding_said_choose_first,
		'nothing-to-undo': m.understanding_said_nothing_to_undo,
		'all-coded': m.understanding_said_all_coded,
		'one-turn-only': m.understanding_said_one_turn_only,
	}
	return said[what]()
}
