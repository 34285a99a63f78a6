/** Between what the browser selects and positions in a contribution. Browsers count UTF-16 units; we count code points. */
import { positionsIn } from './code-points.ts'
import { withoutSpaces, type Stretch } from './word-steps.rules.ts'

/** A piece of transcript as a desk shows it: `<… data-turn="POSITION" id="beitrag-POSITION"><… data-words>`. */
export type ShownWords = { position: number; start: number; text: string }

/** Chosen words: `[start, end)` in code points of the transcript, inside the contribution at `turn`. */
export type Selection = { turn: number; start: number; end: number; quote: string }

/** The words of the contribution at `position`. */
function wordsOf(position: number): HTMLElement | null {
	return document.querySelector(`#beitrag-${position} [data-words]`)
}

/** The contribution an element of the page lies in. */
export function turnOf(node: Node | null): number | undefined {
	const element = node instanceof Element ? node : node?.parentElement
	const turn = element?.closest<HTMLElement>('[data-turn]')?.dataset['turn']
	return turn === undefined ? undefined : Number(turn)
}

export type Chosen = { turn: number; stretch: Stretch; wasCut: boolean }

/** What the browser has selected, within the contribution in which it begins. */
export function browserSelection(): Chosen | undefined {
	const selected = document.getSelection()
	if (!selected || selected.isCollapsed || selected.rangeCount === 0) return undefined
	const range = selected.getRangeAt(0)
	const turn = turnOf(range.startContainer)
	const words = turn === undefined ? null : wordsOf(turn)
	if (turn === undefined || !words || !range.intersectsNode(words)) return undefined
	const wasCut = turnOf(range.endContainer) !== turn
	const from = words.contains(range.startContainer) ? unitsBefore(words, range.startContainer, range.startOffset) : 0
	const isInside = words.contains(range.endContainer)
	const to = isInside ? unitsBefore(words, range.endContainer, range.endOffset) : (words.textContent ?? '').length
	return { turn, stretch: { from, to }, wasCut: wasCut && !endsAtTurnEdge(range) }
}

/** What the browser has selected no longer counts: borders were moved by other means, and must not jump back to it. */
export function dropBrowserSelection() {
	document.getSelection()?.removeAllRanges()
}

/** A triple click selects up to the very beginning of the next contribution: that is no selection across two. */
function endsAtTurnEdge(range: Range): boolean {
	return range.endOffset === 0
}

function unitsBefore(words: HTMLElement, node: Node, offset: number): number {
	const before = document.createRange()
	before.setStart(words, 0)
	before.setEnd(node, offset)
	return before.toString().length
}

/** Chosen words as the desk knows them; undefined when only spaces were chosen. */
export function toSelection(turn: ShownWords, stretch: Stretch): Selection | undefined {
	const words = withoutSpaces(turn.text, stretch)
	if (!words) return undefined
	const { toCodePoint } = positionsIn(turn.text)
	return {
		turn: turn.position,
		start: turn.start + toCodePoint(words.from),
		end: turn.start + toCodePoint(words.to),
		quote: turn.text.slice(words.from, words.to),
	}
}

export function toStretch(turn: ShownWords, { start, end }: { start: number; end: number }): Stretch {
	const { toUnit } = positionsIn(turn.text)
	return { from: toUnit(start - turn.start), to: toUnit(end - turn.start) }
}

/** Paints the chosen words without touching the page's elements; browsers without highlights show them beside the text. */
export function paintSelection(turn: ShownWords | undefined, selection: Selection | null) {
	paintStretch('chosen', turn, turn && selection ? toStretch(turn, selection) : undefined)
}

/** Paints some words of a contribution under a name that a stylesheet knows (`::highlight(…)`), or nothing any more. */
export function paintStretch(name: string, turn: ShownWords | undefined, stretch: Stretch | undefined) {
	const range = turn && stretch ? rangeOf(turn, stretch) : undefined
	paintRanges(name, range ? [range] : [])
}

export function paintRanges(name: string, ranges: readonly Range[]) {
	if (typeof Highlight === 'undefined') return
	if (ranges.length > 0) CSS.highlights.set(name, new Highlight(...ranges))
	else CSS.highlights.delete(name)
}

/** Where the words stand on the page; undefined when they are not there. */
export function rangeOf({ position }: Pick<ShownWords, 'position'>, { from, to }: Stretch): Range | undefined {
	const words = wordsOf(position)
	const begin = words && nodeAt(words, from)
	const end = words && nodeAt(words, to)
	if (!begin || !end) return undefined
	const range = document.createRange()
	range.setStart(begin.node, begin.offset)
	range.setEnd(end.node, end.offset)
	return range
}

function nodeAt(words: HTMLElement, unit: number): { node: Text; offset: number } | undefined {
	const texts = document.createTreeWalker(words, NodeFilter.SHOW_TEXT)
	let left = unit
	for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
		if (left <= node.length) return { node, offset: left }
		left -= node.length
	}
	return undefined
}

/** The place in the words of a contribution that lies at a point of the window, in UTF-16 units. */
export function unitAtPoint(x: number, y: number, position: number): number | undefined {
	const words = wordsOf(position)
	const caret = document.caretPositionFromPoint?.(x, y)
	if (!words || !caret || !words.contains(caret.offsetNode)) return undefined
	return unitsBefore(words, caret.offsetNode, caret.offset)
}
