/**
 * Positions in text. Everything we keep counts Unicode code points, half-open `[start, end)`; JavaScript strings and
 * browsers count UTF-16 units. Only edges convert.
 */

export type Range = { start: number; end: number }

const ASTRAL = /[\ud800-\udbff][\udc00-\udfff]/g

/** Length of `text` in code points. */
export function codePointLength(text: string): number {
	return text.length - astralUnits(text).length
}

/** The words between two code points. */
export function sliceCodePoints(text: string, start: number, end?: number): string {
	const positions = positionsIn(text)
	return text.slice(positions.toUnit(start), end === undefined ? undefined : positions.toUnit(end))
}

/** Converts many positions in one text: reading the text once, then a binary search per position. */
export type Positions = {
	/** UTF-16 index of a code point. Past the end it is the end. */
	toUnit: (codePoint: number) => number
	/** Code point at a UTF-16 index; the middle of a surrogate pair counts as its beginning. */
	toCodePoint: (unit: number) => number
}

export function positionsIn(text: string): Positions {
	const astral = astralUnits(text)
	const length = text.length - astral.length
	return {
		toUnit: (codePoint) => {
			const wanted = clamp(codePoint, length)
			return wanted + countWhile(astral, (unit, at) => unit - at < wanted)
		},
		toCodePoint: (unit) => {
			const wanted = clamp(unit, text.length)
			return wanted - countWhile(astral, (at) => at < wanted)
		},
	}
}

/**
 * The smallest range around `range` that cuts no visible character in two (family emoji, letters with combining marks).
 *
 * Both ranges are in code points of `text`.
 */
export function widenToGraphemes(text: string, range: Range): Range {
	const positions = positionsIn(text)
	const start = graphemeEdge(text, positions.toUnit(range.start), 'before')
	const end = graphemeEdge(text, positions.toUnit(range.end), 'after')
	return { start: positions.toCodePoint(start), end: positions.toCodePoint(Math.max(start, end)) }
}

/** Looks only this far for the edge of a character, so that piled-up marks cost nothing. */
const LONGEST_CHARACTER_UNITS = 64

const characters = new Intl.Segmenter('de', { granularity: 'grapheme' })

function graphemeEdge(text: string, unit: number, side: 'before' | 'after'): number {
	if (unit <= 0 || unit >= text.length) return clamp(unit, text.length)
	const from = Math.max(0, unit - LONGEST_CHARACTER_UNITS)
	const around = characters.segment(text.slice(from, unit + LONGEST_CHARACTER_UNITS)).containing(unit - from)
	if (!around || around.index === unit - from) return unit
	return from + around.index + (side === 'before' ? 0 : around.segment.length)
}

/** UTF-16 indexes of the surrogate pairs, ascending. Most texts have none. */
function astralUnits(text: string): number[] {
	return Array.from(text.matchAll(ASTRAL), (pair) => pair.index)
}

function clamp(position: number, length: number): number {
	return Math.min(Math.max(0, Math.trunc(position)), length)
}

/** How many entries of an ascending list come before the first that fails. */
function countWhile(ascending: number[], holds: (entry: number, at: number) => boolean): number {
	let low = 0
	let high = ascending.length
	while (low < high) {
		const middle = (low + high) >> 1
		if (holds(ascending[middle]!, middle)) low = middle + 1
		else high = middle
	}
	return low
}
