/** How overlapping passages are drawn in one contribution: cut into pieces, each with what lies over it. */
import { positionsIn } from '#listening/code-points.ts'

/** `[start, end)` in code points of the transcript. */
export type Drawn = { id: string; start: number; end: number }

export type Piece<Coding> = {
	text: string
	/** UTF-16 index in the contribution. */
	from: number
	/** The longest first: the last one is the innermost. Empty where nothing is coded. */
	codings: Coding[]
}

/** Underlines lie in lanes, so that passages that overlap keep a line of their own; the deepest lane holds the rest. */
export const LANES = 4

/** The contribution in pieces: at every edge of a coding a new one begins. `turnStart` is where `text` begins in the transcript. */
export function piecesOf<Coding extends Drawn>(
	text: string,
	turnStart: number,
	codings: readonly Coding[],
): Piece<Coding>[] {
	if (codings.length === 0) return [{ text, from: 0, codings: [] }]
	const { toUnit } = positionsIn(text)
	const placed = codings.map((coding) => ({
		coding,
		from: toUnit(coding.start - turnStart),
		to: toUnit(coding.end - turnStart),
	}))
	const edges = new Set([0, text.length, ...placed.flatMap(({ from, to }) => [from, to])])
	const cuts = [...edges].toSorted((one, other) => one - other)
	return cuts.slice(0, -1).map((from, at) => ({
		text: text.slice(from, cuts[at + 1]),
		from,
		codings: placed
			.filter((one) => one.from <= from && one.to > from)
			.toSorted((one, other) => other.to - other.from - (one.to - one.from))
			.map(({ coding }) => coding),
	}))
}

/** A lane for each coding, counted from 0, such that no two that overlap share one, as long as there are lanes. */
export function lanesOf(codings: readonly Drawn[]): Map<string, number> {
	const lanes = new Map<string, number>()
	const ends: number[] = []
	const inOrder = codings.toSorted(
		(one, other) => one.start - other.start || other.end - one.end || (one.id < other.id ? -1 : 1),
	)
	for (const { id, start, end } of inOrder) {
		const free = ends.findIndex((last) => last <= start)
		const lane = Math.min(free < 0 ? ends.length : free, LANES - 1)
		ends[lane] = Math.max(ends[lane] ?? 0, end)
		lanes.set(id, lane)
	}
	return lanes
}
