/** The names desk's keys. They work while nobody types into a field, and can be switched off (WCAG 2.1.4). */
import { toSelection, toStretch } from '../text-selection.ts'
import { STEP_BY_KEYS, type Stretch } from '../word-steps.rules.ts'
import { MARKED_KINDS } from './name-words.ts'
import type { NamesStore } from './names-store.ts'

export type NamesAsk = 'open-help' | 'edit' | 'next-page' | 'finish'

/** Whether the key did something; else it is left to the browser. */
export function pressNamesKey(event: KeyboardEvent, store: NamesStore, ask: (what: NamesAsk) => void): boolean {
	if (event.ctrlKey || event.metaKey || event.altKey) return false
	const { key, shiftKey } = event
	if (key.startsWith('Arrow')) return pressArrow(store, key, shiftKey)
	const { selection } = store.view
	const kind = /^[1-9]$/.test(key) ? MARKED_KINDS[Number(key) - 1] : undefined
	if (kind && selection) store.mark(kind)
	else if (key === 'Enter') accept(store, shiftKey, ask)
	else return pressLetter(store, key, shiftKey, ask)
	return true
}

function accept(store: NamesStore, everywhere: boolean, ask: (what: NamesAsk) => void) {
	const { selection, progress } = store.view
	if (selection) store.mark('person')
	else if (store.current?.state === 'open') store.decide('replaced', { everywhere })
	else if (!goToNext(store, ask) && progress.decided === progress.all) ask('finish')
}

function pressLetter(store: NamesStore, key: string, shiftKey: boolean, ask: (what: NamesAsk) => void): boolean {
	const keys: Record<string, () => unknown> = {
		k: () => store.decide('kept', { everywhere: shiftKey }),
		r: () => ask('edit'),
		z: () => void store.undo(),
		n: () => goToNext(store, ask),
		p: () => store.step(-1),
		'?': () => ask('open-help'),
		escape: () => store.select(null),
	}
	const act = keys[key.toLowerCase()]
	act?.()
	return Boolean(act)
}

/** The next undecided place, here or on another page. */
export function goToNext(store: NamesStore, ask: (what: NamesAsk) => void): boolean {
	if (store.step(1, { openOnly: true })) return true
	const { progress } = store.view
	if (progress.decided < progress.all) {
		ask('next-page')
		return true
	}
	return store.step(1)
}

function pressArrow(store: NamesStore, key: string, shiftKey: boolean): boolean {
	const { segment, selection } = store.view
	if (key === 'ArrowDown' || key === 'ArrowUp') {
		store.goTo(segment + (key === 'ArrowDown' ? 1 : -1))
		return true
	}
	const here = store.segments[segment]
	if (!here) return false
	const words = { ...here, position: segment }
	const chosen = selection?.turn === segment ? toStretch(words, selection) : beforeCurrent(store, segment)
	const stretch = STEP_BY_KEYS.get(`${shiftKey ? 'Shift+' : ''}${key}`)!(here.text, chosen)
	store.select((stretch && toSelection(words, stretch)) ?? null)
	return true
}

/** Choosing begins beside the place in hand, when it is here. */
function beforeCurrent(store: NamesStore, segment: number): Stretch | null {
	const { current, segments } = store
	const here = segments[segment]!
	if (!current || current.start < here.start || current.end > here.start + [...here.text].length) return null
	return toStretch({ ...here, position: segment }, current)
}
