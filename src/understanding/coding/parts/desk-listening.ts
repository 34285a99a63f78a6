/** What the desk hears from mouse, touch, keyboard and the server while it is open. */
import { browserSelection, paintStretch, toSelection, toStretch, turnOf } from '#listening/text-selection.ts'
import { wholeWords } from '#listening/word-steps.rules.ts'
import { takeEarlyKeys } from '#platform/ui/early-keys.ts'
import { mounted } from '#platform/ui/mount.ts'
import { focusTurn, pressKey, takeInHand, takeSuggestion, type KeyHelp } from './desk-keys.ts'
import type { DeskStore } from './desk-store.ts'

const SELECTION_PAUSE_MS = 120
const LISTEN_AGAIN_MS = 10_000

/** A click takes the innermost passage in hand, the next click the one around it; elsewhere it lets go. */
function chooseByClick(event: MouseEvent, store: DeskStore) {
	const target = event.target as HTMLElement
	if (!target.closest('#transkript')) return
	const label = target.closest<HTMLElement>('[data-label]')?.dataset['label']
	const labelled = label ? store.codings.find(label) : undefined
	if (labelled) return takeInHand(store, labelled)
	const suggested = target.closest<HTMLElement>('[data-suggested]')?.dataset['suggested']
	if (suggested) return takeSuggestion(store, turnOf(target) ?? -1, suggested)
	const pick = target.closest<HTMLElement>('[data-pick]')?.dataset['pick']
	const turn = store.codings.turns[turnOf(target) ?? -1]
	if (!turn) return
	if (pick !== undefined) {
		event.preventDefault()
		store.select(toSelection(turn, { from: 0, to: turn.text.length }) ?? null)
		requestAnimationFrame(() => focusTurn(turn.position))
		return
	}
	if (browserSelection()) return
	const ids = target.closest<HTMLElement>('[data-coding]')?.dataset['coding']?.split(' ').toReversed() ?? []
	const id = ids[(ids.indexOf(store.view.activeId ?? '') + 1) % Math.max(1, ids.length)]
	const coding = id ? store.codings.find(id) : undefined
	if (!coding) return store.select(null)
	const { from, to } = toStretch(turn, coding)
	store.activate(coding.id, turn.text.slice(from, to))
}

/** Whoever points at a label, or reaches it by keyboard, sees exactly which words it is about. */
function pointOut(event: Event, store: DeskStore) {
	const label = (event.target as Element).closest?.<HTMLElement>('[data-label]')?.dataset['label']
	const coding = label ? store.codings.find(label) : undefined
	const turn = coding && store.codings.turns[store.codings.turnAt(coding.start)]
	paintStretch('pointed-at', turn, turn && toStretch(turn, coding))
}

/** Mouse, touch and the browser's own keys: what it selects is chosen as soon as it rests. */
export function listenToSelection(store: DeskStore): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined
	const read = () => {
		const chosen = browserSelection()
		const turn = chosen && store.codings.turns[chosen.turn]
		if (!turn?.mayCode) return
		const selection = toSelection(turn, wholeWords(turn.text, chosen!.stretch))
		const known = store.view.selection
		if (!selection || (known?.start === selection.start && known.end === selection.end)) return
		store.select(selection, chosen!.wasCut ? { what: 'one-turn-only' } : null)
	}
	const heard = new AbortController()
	const { signal } = heard
	const onChange = () => {
		clearTimeout(timer)
		timer = setTimeout(read, SELECTION_PAUSE_MS)
	}
	const onLeave = (event: BeforeUnloadEvent) => {
		const { saving, conflicts } = store.view
		if (saving.waiting > 0 || conflicts.length > 0) event.preventDefault()
	}
	document.addEventListener('selectionchange', onChange, { signal })
	document.addEventListener('click', (event) => chooseByClick(event, store), { signal })
	document.addEventListener('pointerover', (event) => pointOut(event, store), { signal })
	document.addEventListener('focusin', (event) => pointOut(event, store), { signal })
	window.addEventListener('beforeunload', onLeave, { signal })
	return () => heard.abort()
}

export function listenToKeys(store: DeskStore, themeIds: readonly string[], ask: (what: KeyHelp) => void): () => void {
	const onKey = (event: KeyboardEvent) => {
		const target = event.target as HTMLElement
		if (target.closest('input, textarea, select, dialog, [contenteditable]')) return
		const isOutside = target !== document.body && !target.closest('.desk')
		// On a page just opened nothing has the focus yet: arrows begin in the text.
		const isInText =
			target === document.body || (Boolean(target.closest('#transkript')) && !target.closest('a, button'))
		const needsText = event.key.startsWith('Arrow') || event.key === 'Enter'
		if (isOutside || (needsText && !isInText)) return
		if (pressKey(event, store, themeIds, ask)) event.preventDefault()
	}
	document.addEventListener('keydown', onKey)
	// Who was quicker than the page has not typed in vain.
	takeEarlyKeys().forEach(onKey)
	return () => document.removeEventListener('keydown', onKey)
}

/**
 * Others' work while the page is in sight; a page in the background asks nothing. When it is seen again, or the connection
 * is back, it catches up, and what waits is sent at once.
 */
export function listenToOthers(store: DeskStore): () => void {
	let source: EventSource | undefined
	let later: ReturnType<typeof setTimeout> | undefined
	const open = () => {
		source ??= new EventSource(mounted(`/api/v1/codings/live?transcript=${store.start.transcriptId}`))
		source.addEventListener('people', (event) => store.show({ people: JSON.parse(event.data as string) as string[] }))
		source.addEventListener('changed', () => void store.catchUp())
		source.addEventListener('error', () => {
			// What only broke off the browser opens again itself; what was refused is asked for again a while later.
			if (source?.readyState === EventSource.CLOSED) later = setTimeout(reopen, LISTEN_AGAIN_MS)
		})
	}
	const reopen = () => {
		close()
		open()
	}
	const close = () => {
		clearTimeout(later)
		source?.close()
		source = undefined
	}
	const onSight = () => {
		if (document.hidden) return close()
		open()
		store.retry()
		void store.catchUp().then(() => store.reloadDeeds())
	}
	if (!document.hidden) open()
	const onLine = () => store.retry()
	document.addEventListener('visibilitychange', onSight)
	window.addEventListener('online', onLine)
	window.addEventListener('pagehide', close)
	return () => {
		document.removeEventListener('visibilitychange', onSight)
		window.removeEventListener('online', onLine)
		window.removeEventListener('pagehide', close)
		close()
	}
}
