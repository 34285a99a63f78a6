/** Proposals for what is in sight: asked for once the page rests, and again where it is scrolled to. */
import { turnOf } from '#listening/text-selection.ts'
import type { DeskStore } from './desk-store.ts'

/** First the page, the codings and the reader's first glance. */
const FIRST_PAUSE_MS = 700
const SCROLL_PAUSE_MS = 250

export function listenToSight(store: DeskStore): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined
	const look = () => {
		const [from, to] = inSight()
		if (from !== undefined) void store.suggestions.see(from, to ?? from)
	}
	const later = (ms: number) => {
		clearTimeout(timer)
		timer = setTimeout(look, ms)
	}
	const heard = new AbortController()
	const options = { signal: heard.signal, passive: true, capture: true }
	document.addEventListener('scroll', () => later(SCROLL_PAUSE_MS), options)
	document.addEventListener('focusin', () => later(SCROLL_PAUSE_MS), options)
	later(FIRST_PAUSE_MS)
	return () => {
		clearTimeout(timer)
		heard.abort()
	}
}

/** The first and the last contribution on the screen. */
function inSight(): [number | undefined, number | undefined] {
	const box = document.getElementById('transkript')?.getBoundingClientRect()
	if (!box) return [undefined, undefined]
	const x = box.left + Math.min(200, box.width / 2)
	const top = Math.max(0, box.top)
	const bottom = Math.min(window.innerHeight, box.bottom)
	const found: number[] = []
	// Between two contributions there is none: a few places are tried.
	for (let step = 0; step <= 10; step++) {
		const turn = turnOf(document.elementFromPoint(x, top + 4 + ((bottom - top - 8) * step) / 10))
		if (turn !== undefined) found.push(turn)
	}
	return [found[0], found.at(-1)]
}
