/** Words of the names desk: kinds, states, and what just happened. */
import { m } from '#platform/words/words.ts'
import type { NameKind } from '#protecting/find-names.rules.ts'
import { kindWord } from '#protecting/name-kind-words.ts'
import type { FindingState } from '../names/decide-names.ts'
import type { NamesMessage } from './names-view.ts'

/** By which a person marks what no machine found, most often needed first: keys 1 to 9. */
export const MARKED_KINDS: readonly NameKind[] = [
	'person',
	'place',
	'association',
	'firm',
	'street',
	'school',
	'date',
	'phone',
	'unique',
]

/** Kinds that look alike share a colour; the word beside it tells them apart. */
export function colourOf(kind: string): 'who' | 'where' | 'body' | 'reach' | 'cue' {
	if (kind === 'person' || kind === 'office') return 'who'
	if (kind === 'place' || kind === 'street' || kind === 'address') return 'where'
	if (kind === 'association' || kind === 'firm' || kind === 'school') return 'body'
	return kind === 'date' || kind === 'unique' || kind === 'number' ? 'cue' : 'reach'
}

/** Behind the words in the text: what they are, or what will stand there. */
export function labelOf({
	kind,
	state,
	replacement,
}: {
	kind: string
	state: FindingState
	replacement: string
}): string {
	if (state === 'replaced') return replacement
	return state === 'kept' ? m.listening_names_stays() : `${kindWord(kind)}?`
}

export function messageText(message: NamesMessage): string {
	if (message.what === 'refused') return message.sentence
	const count = message.count ?? 1
	return {
		replaced: () => m.listening_names_said_replaced({ count }),
		kept: () => m.listening_names_said_kept({ count }),
		marked: () => m.listening_names_said_marked({ count }),
		undone: m.listening_names_said_undone,
		'choose-first': m.listening_names_choose_first,
		'nothing-to-undo': m.listening_names_nothing_to_undo,
		'one-turn-only': m.listening_names_one_turn_only,
	}[message.what]()
}
