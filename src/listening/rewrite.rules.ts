/**
 * Replaces ranges of a text and says where every other position comes to stand. Pure. Positions are code points,
 * half-open `[start, end)`.
 */
import { Problem } from '#platform/problem.ts'
import { codePointLength, positionsIn } from './code-points.ts'

export type Replacement = { start: number; end: number; text: string }

/** A replaced range and the length of what stands there now: enough to map positions, and tells no words. */
export type Moved = { start: number; end: number; length: number }

/** From the old text to the new one. A position outside stays at its letter; one inside moves to an end. */
export type Mapping = {
	/** For the beginning of a range: inside a replaced range it is the replacement's beginning. */
	start: (position: number) => number
	/** For the end of a range: inside a replaced range it is the replacement's end. */
	end: (position: number) => number
}

/** Longer than any name and any role that stands for one. */
export const LONGEST_REPLACEMENT = 120

/**
 * In the order of the text.
 *
 * @throws {Problem} `replacement-empty`, `replacement-outside`, `replacements-overlap`; `replacement-unusable` when its
 * words are longer than 120 code points or hold a line end or control character
 */
export function checkedReplacements(replacements: readonly Replacement[], length: number): Replacement[] {
	const inOrder = replacements.toSorted((one, other) => one.start - other.start)
	let before = 0
	for (const { start, end, text } of inOrder) {
		if (text.trim() === '') throw new Problem('invalid', 'replacement-empty')
		if (/[\0-\x1f\x7f]/.test(text) || !text.isWellFormed() || codePointLength(text) > LONGEST_REPLACEMENT)
			throw new Problem('invalid', 'replacement-unusable', { limit: LONGEST_REPLACEMENT })
		if (start < 0 || end <= start || end > length) throw new Problem('invalid', 'replacement-outside')
		if (start < before) throw new Problem('invalid', 'replacements-overlap')
		before = end
	}
	return inOrder
}

/** The text with every range replaced; `replacements` are in order and do not overlap. */
export function rewriteText(text: string, replacements: readonly Replacement[]): string {
	const { toUnit } = positionsIn(text)
	const pieces: string[] = []
	let from = 0
	for (const { start, end, text: words } of replacements) {
		pieces.push(text.slice(from, toUnit(start)), words)
		from = toUnit(end)
	}
	return pieces.join('') + text.slice(from)
}

export function movedBy(replacements: readonly Replacement[]): Moved[] {
	return replacements.map(({ start, end, text }) => ({ start, end, length: codePointLength(text) }))
}

/** `moved` is in order and does not overlap. */
export function mappingOf(moved: readonly Moved[]): Mapping {
	/** How far everything behind the first `n` ranges has moved. */
	const shifts = [0]
	for (const { start, end, length } of moved) shifts.push(shifts.at(-1)! + length - (end - start))
	const map = (position: number, side: 'start' | 'end') => {
		const before = countEndingBefore(moved, position)
		const shift = shifts[before]!
		const inside = moved[before]
		if (!inside || position <= inside.start) return position + shift
		return inside.start + shift + (side === 'start' ? 0 : inside.length)
	}
	return { start: (position) => map(position, 'start'), end: (position) => map(position, 'end') }
}

/** How many ranges end at the position or before it. */
function countEndingBefore(moved: readonly Moved[], position: number): number {
	let low = 0
	let high = moved.length
	while (low < high) {
		const middle = (low + high) >> 1
		if (moved[middle]!.end <= position) low = middle + 1
		else high = middle
	}
	return low
}

/** Whether `[start, end)` holds any part of a replaced range. */
export function isTouched(moved: readonly Moved[], start: number, end: number): boolean {
	const next = moved[countEndingBefore(moved, start)]
	return next !== undefined && next.start < end
}
