/** Two handles at the ends of the chosen words: dragged by mouse or finger, word by word. Keys and buttons do the same. */
import { useEffect, useRef, useState, type PointerEvent } from 'react'
import { dropBrowserSelection, paintStretch, rangeOf, toStretch, unitAtPoint } from '#listening/text-selection.ts'
import { wholeWords, type Stretch } from '#listening/word-steps.rules.ts'
import { placeBorders } from './desk-borders.ts'
import { useDesk, useDeskView } from './desk-context.ts'

type Ends = { start: DOMRect; end: DOMRect }

export function DeskHandles() {
	const { store } = useDesk()
	const { selection } = useDeskView()
	const [ends, setEnds] = useState<Ends | null>(null)
	const dragged = useRef<Stretch | null>(null)
	const turn = selection ? store.codings.turns[selection.turn] : undefined

	useEffect(() => {
		const place = () => setEnds(turn && selection ? endsOf(turn.position, toStretch(turn, selection)) : null)
		let frame = requestAnimationFrame(place)
		// What others did above may have moved the words.
		const deaf = store.codings.subscribe('view', () => {
			cancelAnimationFrame(frame)
			frame = requestAnimationFrame(place)
		})
		const scroller = document.getElementById('transkript')
		scroller?.addEventListener('scroll', place, { passive: true })
		window.addEventListener('resize', place)
		window.addEventListener('scroll', place, { passive: true })
		const moved = new ResizeObserver(place)
		document.querySelectorAll('.desk__bar').forEach((bar) => moved.observe(bar))
		return () => {
			cancelAnimationFrame(frame)
			deaf()
			moved.disconnect()
			scroller?.removeEventListener('scroll', place)
			window.removeEventListener('resize', place)
			window.removeEventListener('scroll', place)
		}
	}, [store, turn, selection])

	if (!ends || !selection || !turn?.mayCode) return null
	const drag = (side: 'from' | 'to') => ({
		onPointerDown: (event: PointerEvent<HTMLElement>) => {
			event.preventDefault()
			event.currentTarget.setPointerCapture(event.pointerId)
			dropBrowserSelection()
			dragged.current = toStretch(turn, selection)
		},
		onPointerMove: (event: PointerEvent<HTMLElement>) => {
			if (!dragged.current) return
			// A little above the finger, which hides the words it points at.
			const unit = unitAtPoint(event.clientX, event.clientY - (event.pointerType === 'touch' ? 18 : 8), turn.position)
			if (unit === undefined) return
			const next = wholeWords(turn.text, { ...toStretch(turn, selection), [side]: unit })
			if (next.to <= next.from) return
			dragged.current = next
			paintStretch('chosen', turn, next)
		},
		onPointerUp: () => {
			if (dragged.current) placeBorders(store, dragged.current)
			dragged.current = null
		},
	})
	return (
		<>
			<span
				className="desk__handle"
				style={{ insetInlineStart: ends.start.left, top: ends.start.bottom }}
				{...drag('from')}
			/>
			<span
				className="desk__handle desk__handle--end"
				style={{ insetInlineStart: ends.end.right, top: ends.end.bottom }}
				{...drag('to')}
			/>
		</>
	)
}

/** On a phone the sheet with the tools opens over the words just chosen: they move up until their end is seen. */
export function keepInSight({ position }: { position: number }, stretch: Stretch) {
	const sheet = document.querySelector('.desk__side')
	if (!sheet || getComputedStyle(sheet).position !== 'fixed') return
	const words = rangeOf({ position }, stretch)?.getBoundingClientRect()
	const free = sheet.getBoundingClientRect().top - ROOM_FOR_HANDLES
	if (!words || words.bottom <= free) return
	// Words longer than what is left show their beginning.
	scrollBy({ top: Math.min(words.bottom - free, words.top - ROOM_FOR_HANDLES), behavior: 'instant' })
}

/** Pixels below and above the chosen words. */
const ROOM_FOR_HANDLES = 44

/** Where the first and the last letter stand in the window; null while they are scrolled away. */
function endsOf(position: number, stretch: Stretch): Ends | null {
	const rects = rangeOf({ position }, stretch)?.getClientRects()
	const [start, end] = [rects?.[0], rects?.[rects.length - 1]]
	const box = document.getElementById('transkript')?.getBoundingClientRect()
	if (!start || !end || !box) return null
	const isSeen = (rect: DOMRect) =>
		rect.bottom > Math.max(0, box.top) && rect.bottom < Math.min(innerHeight, box.bottom)
	return isSeen(start) || isSeen(end) ? { start, end } : null
}
