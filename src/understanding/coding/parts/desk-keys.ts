/** The desk's keys. They work while nobody types into a field, and can be switched off (WCAG 2.1.4). */
import {
	SPECIAL_CATEGORIES,
	suggestSpecialCategory,
	type SpecialCategory,
} from '#protecting/special-categories.rules.ts'
import type { DeskTurn } from '../find-desk.ts'
import {
	nextWord,
	oneSentenceLess,
	oneSentenceMore,
	oneWordLess,
	oneWordMore,
	previousWord,
	type Stretch,
} from '#listening/word-steps.rules.ts'
import { toSelection, toStretch, turnOf } from '#listening/text-selection.ts'
import type { DeskStore } from './desk-store.ts'

export type KeyHelp = 'open-help' | 'find-theme'

/** What a key did; `undefined` leaves the key to the browser. */
export function pressKey(
	event: KeyboardEvent,
	store: DeskStore,
	themeIds: readonly string[],
	ask: (what: KeyHelp) => void,
): boolean {
	if (event.ctrlKey || event.metaKey || event.altKey) return false
	return pressArrow(event, store) || pressLetter(event, store, themeIds, ask)
}

function pressLetter(
	{ key }: KeyboardEvent,
	store: DeskStore,
	themeIds: readonly string[],
	ask: (what: KeyHelp) => void,
): boolean {
	const { activeId, next } = store.view
	const active = activeId ? store.codings.find(activeId) : undefined
	const { stance, intensity } = active ?? next
	const turnTo = (wanted: 'helps' | 'hinders' | 'wish') =>
		store.change({ stance: stance === wanted ? 'neutral' : wanted })
	const weigh = (weight: number) => weight >= 1 && weight <= 3 && store.change({ intensity: weight })
	const keys: Record<string, () => unknown> = {
		f: () => turnTo('helps'),
		h: () => turnTo('hinders'),
		w: () => turnTo('wish'),
		o: () => store.change({ stance: 'neutral' }),
		'+': () => weigh(intensity + 1),
		'-': () => weigh(intensity - 1),
		q: () => active && store.change({ isGoodQuote: !active.isGoodQuote }),
		x: () => active && store.change({ isSensitive: !active.isSensitive }),
		s: () =>
			active && store.change({ specialCategory: nextSpecial(active.specialCategory, store.view.selection?.quote) }),
		z: () => store.undo(),
		y: () => store.redo(),
		n: () => goToNextUncoded(store),
		t: () => ask('find-theme'),
		'/': () => ask('find-theme'),
		'?': () => ask('open-help'),
		delete: () => active && store.remove(active.id),
		escape: () => store.select(null),
	}
	const theme = /^[1-9]$/.test(key) ? themeIds[Number(key) - 1] : undefined
	if (theme) store.code(theme)
	else if (!keys[key.toLowerCase()]) return false
	else keys[key.toLowerCase()]!()
	return true
}

/** What the words suggest, then one category after the other, then none. */
function nextSpecial(now: SpecialCategory | null, quote = ''): SpecialCategory | null {
	const suggested = suggestSpecialCategory(quote)?.category ?? SPECIAL_CATEGORIES[0]
	const order = [suggested, ...SPECIAL_CATEGORIES.filter((one) => one !== suggested)]
	return now === null ? suggested : (order[order.indexOf(now) + 1] ?? null)
}

function pressArrow({ key, shiftKey }: KeyboardEvent, store: DeskStore): boolean {
	const { turns } = store.codings
	const here = currentTurn(store)
	if (!shiftKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
		const from = here ?? (key === 'ArrowDown' ? -1 : turns.length)
		const to = from + (key === 'ArrowDown' ? 1 : -1)
		if (turns[to]) focusTurn(to)
		return true
	}
	const turn = here === undefined ? undefined : turns[here]
	if (!turn?.mayCode) return false
	const { selection } = store.view
	const chosen = selection && selection.turn === here ? toStretch(turn, selection) : null
	const stretch = chooseBy(`${shiftKey ? 'Shift+' : ''}${key}`, turn, chosen)
	if (stretch === undefined) return false
	store.select((stretch && toSelection(turn, stretch)) ?? null)
	return true
}

function chooseBy(keys: string, { text }: DeskTurn, chosen: Stretch | null): Stretch | null | undefined {
	switch (keys) {
		case 'ArrowRight':
			return nextWord(text, chosen)
		case 'ArrowLeft':
			return previousWord(text, chosen)
		case 'Shift+ArrowRight':
			return oneWordMore(text, chosen)
		case 'Shift+ArrowLeft':
			return oneWordLess(text, chosen)
		case 'Shift+ArrowDown':
			return oneSentenceMore(text, chosen)
		case 'Shift+ArrowUp':
			return oneSentenceLess(text, chosen)
		case 'Enter':
		case 'a':
			return { from: 0, to: text.length }
		default:
			return undefined
	}
}

export function goToNextUncoded(store: DeskStore) {
	const next = store.codings.nextUncoded(currentTurn(store) ?? -1)
	if (next === undefined) store.say({ what: 'all-coded' })
	else focusTurn(next)
}

/** The contribution with the keyboard's focus, else the one with the chosen words. */
function currentTurn(store: DeskStore): number | undefined {
	return turnOf(document.activeElement) ?? store.view.selection?.turn
}

export function focusTurn(position: number) {
	const turn = document.getElementById(`beitrag-${position}`)
	turn?.focus({ preventScroll: true })
	turn?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
}
