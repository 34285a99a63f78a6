/** The desk's keys. They work while nobody types into a field, and can be switched off (WCAG 2.1.4). */
import {
	SPECIAL_CATEGORIES,
	suggestSpecialCategory,
	type SpecialCategory,
} from '#protecting/special-categories.rules.ts'
import type { DeskCoding, DeskTurn } from '../find-desk.ts'
import { STEP_BY_KEYS, type Stretch } from '#listening/word-steps.rules.ts'
import { dropBrowserSelection, toSelection, toStretch, turnOf } from '#listening/text-selection.ts'
import { stepBorder, type BorderStep } from './desk-borders.ts'
import type { DeskStore } from './desk-store.ts'

export type KeyHelp = 'open-help' | 'find-theme' | 'find-words' | 'write-memo' | 'new-theme'

/** What a key did; `undefined` leaves the key to the browser. */
export function pressKey(
	event: KeyboardEvent,
	store: DeskStore,
	themeIds: readonly string[],
	ask: (what: KeyHelp) => void,
): boolean {
	if (event.ctrlKey || event.metaKey || event.altKey) return false
	return pressArrow(event, store) || pressNumber(event, store, themeIds) || pressLetter(event, store, ask)
}

/** A number gives the theme beside it; with Shift it is collected, to be given with the next. */
function pressNumber({ key, code, shiftKey }: KeyboardEvent, store: DeskStore, themeIds: readonly string[]): boolean {
	const number = /^[1-9]$/.test(key) ? key : shiftKey ? /^Digit([1-9])$/.exec(code)?.[1] : undefined
	const theme = number ? themeIds[Number(number) - 1] : undefined
	if (!theme) return false
	if (shiftKey) store.collect(theme)
	else store.code(theme)
	return true
}

/** Beside each other on German keyboards: `,` and `.`, with Shift `;` and `:`; English ones have `<` and `>` there. */
const BORDER_KEYS: Record<string, BorderStep> = {
	',': 'start-earlier',
	';': 'start-later',
	'<': 'start-later',
	'.': 'end-later',
	':': 'end-earlier',
	'>': 'end-earlier',
}

function pressLetter({ key, shiftKey }: KeyboardEvent, store: DeskStore, ask: (what: KeyHelp) => void): boolean {
	const border = BORDER_KEYS[key]
	if (border) {
		stepBorder(store, border)
		return true
	}
	const { activeId, next, recent } = store.view
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
		z: () => void (shiftKey ? store.redo() : store.undo()),
		y: () => store.redo(),
		n: () => goToNextUncoded(store),
		c: () => goToCoding(store, shiftKey ? -1 : 1),
		g: () => recent[0] && store.code(recent[0]),
		v: () => void goToSuggestion(store),
		e: () => decideFirst(store, true),
		r: () => decideFirst(store, false),
		t: () => ask('find-theme'),
		m: () => ask('write-memo'),
		k: () => ask('new-theme'),
		'/': () => ask('find-words'),
		'?': () => ask('open-help'),
		delete: () => active && store.remove(active.id),
		escape: () => store.select(null),
	}
	const act = keys[key.toLowerCase()]
	act?.()
	return act !== undefined
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
		const to = here === undefined ? turnInSight() : here + (key === 'ArrowDown' ? 1 : -1)
		if (turns[to]) goTo(store, to)
		return true
	}
	const turn = here === undefined ? undefined : turns[here]
	if (!turn?.mayCode) return false
	const { selection } = store.view
	const chosen = selection && selection.turn === here ? toStretch(turn, selection) : null
	const stretch = chooseBy(`${shiftKey ? 'Shift+' : ''}${key}`, turn, chosen)
	if (stretch === undefined) return false
	dropBrowserSelection()
	store.select((stretch && toSelection(turn, stretch)) ?? null)
	return true
}

function chooseBy(keys: string, { text }: DeskTurn, chosen: Stretch | null): Stretch | null | undefined {
	if (keys === 'Enter' || keys === 'a') return { from: 0, to: text.length }
	return STEP_BY_KEYS.get(keys)?.(text, chosen)
}

export function goToNextUncoded(store: DeskStore) {
	const next = store.codings.nextUncoded(currentTurn(store) ?? -1)
	if (next === undefined) store.say({ what: 'all-coded' })
	else goTo(store, next)
}

function goTo(store: DeskStore, turn: number) {
	store.goTo(turn)
	focusTurn(turn)
}

/** Takes the next coding in hand, or the one before. */
export function goToCoding(store: DeskStore, step: 1 | -1) {
	const here = currentTurn(store)
	const turn = here === undefined ? undefined : store.codings.turns[here]
	const { selection, activeId } = store.view
	const after = activeId && selection ? selection.start : (turn?.start ?? 0) - step
	const coding = store.codings.nextCoding(after, step, activeId)
	if (!coding) return store.say({ what: 'none-coded' })
	takeInHand(store, coding)
}

export function takeInHand(store: DeskStore, coding: DeskCoding) {
	const turn = store.codings.turns[store.codings.turnAt(coding.start)]!
	const { from, to } = toStretch(turn, coding)
	store.activate(coding.id, turn.text.slice(from, to))
	focusTurn(turn.position)
}

/** Takes the words the machine proposes something for. */
export async function goToSuggestion(store: DeskStore) {
	const turn = await store.suggestions.next(currentTurn(store) ?? -1)
	const [first] = turn === undefined ? [] : store.suggestions.openOf(turn)
	if (first) takeSuggestion(store, first.turn, first.id)
	else store.say({ what: 'none-suggested' })
}

export function takeSuggestion(store: DeskStore, turn: number, id: string) {
	const open = store.suggestions.openOf(turn)
	const words = store.codings.turns[turn]
	const chosen = open.find((one) => one.id === id)
	if (!words || !chosen) return
	const detail = open.map(({ themeId }) => themeId).join(' ')
	store.select(toSelection(words, toStretch(words, chosen)) ?? null, { what: 'suggested', detail })
	focusTurn(turn)
}

/** The first proposal for the contribution in hand. */
function decideFirst(store: DeskStore, isAccepted: boolean) {
	const turn = currentTurn(store)
	const [first] = turn === undefined ? [] : store.suggestions.openOf(turn)
	if (!first) return store.say({ what: 'none-suggested' })
	store.decide(first, isAccepted)
}
/** The head of the desk stays where it is while the text moves beneath it. */
const BELOW_HEAD_PX = 160
const LINE_PX = 24

/** The contribution with the keyboard's focus, else the one with the chosen words. */
function currentTurn(store: DeskStore): number | undefined {
	return turnOf(document.activeElement) ?? store.view.selection?.turn
}

/** The topmost contribution one sees: where arrows begin after scrolling. */
function turnInSight(): number {
	const { left, top, width } = document.getElementById('transkript')!.getBoundingClientRect()
	for (let y = Math.max(top, BELOW_HEAD_PX); y < window.innerHeight; y += LINE_PX) {
		const turn = turnOf(document.elementFromPoint(left + width / 2, y))
		if (turn !== undefined) return turn
	}
	return 0
}

export function focusTurn(position: number) {
	const turn = document.getElementById(`beitrag-${position}`)
	turn?.focus({ preventScroll: true })
	turn?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
}
