/** What the desk says of what just happened. */
import { m } from '#platform/words/words.ts'
import type { Message } from './desk-store.ts'

export function messageText({ what, detail = '' }: Message, themeLabel: (themeId: string) => string): string {
	switch (what) {
		case 'refused':
			return detail
		case 'coded':
			return m.understanding_said_coded({ theme: themeLabel(detail) })
		case 'removed':
			return m.understanding_said_removed()
		case 'restored':
			return m.understanding_said_restored()
		case 'changed':
			return m.understanding_said_changed()
		case 'choose-first':
			return m.understanding_said_choose_first()
		case 'nothing-to-undo':
			return m.understanding_said_nothing_to_undo()
		case 'all-coded':
			return m.understanding_said_all_coded()
		case 'one-turn-only':
			return m.understanding_said_one_turn_only()
	}
}
