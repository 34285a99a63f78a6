/** Borders by the word: of the chosen words, or of the coding in hand. */
import { nextWord, oneWordLess, oneWordMore, previousWord, type Stretch } from '#listening/word-steps.rules.ts'
import { dropBrowserSelection, toSelection, toStretch } from '#listening/text-selection.ts'
import type { DeskStore } from './desk-store.ts'

export type BorderStep = 'start-earlier' | 'start-later' | 'end-earlier' | 'end-later'

export function stretchStepped(text: string, { from, to }: Stretch, step: BorderStep): Stretch {
	if (step === 'end-later') return oneWordMore(text, { from, to }) ?? { from, to }
	if (step === 'end-earlier') return oneWordLess(text, { from, to }) ?? { from, to }
	const first = nextWord(text, { from, to: from })
	const second = first && nextWord(text, first)
	if (step === 'start-later')
		return second && second.from > from && second.to <= to ? { from: second.from, to } : { from, to }
	const before = previousWord(text, { from, to })
	return before && before.from < from ? { from: before.from, to } : { from, to }
}

export function stepBorder(store: DeskStore, step: BorderStep) {
	const { selection } = store.view
	const turn = selection && store.codings.turns[selection.turn]
	if (!turn) return store.say({ what: 'choose-first' })
	placeBorders(store, stretchStepped(turn.text, toStretch(turn, selection), step))
}

/** The coding in hand, or else the selection, spans these words from now on. */
export function placeBorders(store: DeskStore, stretch: Stretch) {
	const { selection, activeId } = store.view
	const turn = selection && store.codings.turns[selection.turn]
	const wanted = turn && toSelection(turn, stretch)
	if (!wanted) return
	dropBrowserSelection()
	if (activeId) store.moveBorders(wanted)
	else store.select(wanted)
}
