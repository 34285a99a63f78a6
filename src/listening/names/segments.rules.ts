/** A transcript cut into what one reads at a time: contributions, and the words between them that somebody wrote. Pure. */
import { positionsIn } from '../code-points.ts'

/** `[start, end)` in code points; `speaker` is null for words outside of contributions. */
export type Segment = { start: number; text: string; speaker: string | null }

export type Placed = { start: number; end: number }
export type PlacedTurn = Placed & { speaker: string }

/**
 * The segments of a piece of transcript. Between contributions only what says more than whose turn it is, or where
 * something was found.
 *
 * `text` begins at `from`; `turns` lie within it, in order.
 */
export function segmentsOf(
	text: string,
	from: number,
	turns: readonly PlacedTurn[],
	found: readonly Placed[],
): Segment[] {
	const end = from + [...text].length
	const { toUnit } = positionsIn(text)
	const slice = (start: number, stop: number) => text.slice(toUnit(start - from), toUnit(stop - from))
	const segments: Segment[] = []
	let before = from
	for (const { start, end: stop, speaker } of [...turns, { start: end, end, speaker: null }]) {
		const between = slice(before, start)
		const holdsFinding = found.some((one) => one.start >= before && one.end <= start)
		if (holdsFinding || saysMore(between)) segments.push({ start: before, text: between, speaker: null })
		if (speaker !== null) segments.push({ start, text: slice(start, stop), speaker })
		before = stop
	}
	return segments
}

/** More than a speaker's code, a colon and a time. */
function saysMore(between: string): boolean {
	return /\p{L}/u.test(between.replaceAll(/^[ \t]*[\p{L}\p{N}]{1,12}:/gmu, ''))
}

/**
 * Findings that lie within one contribution or between two; one across an edge is cut there, so that nothing found is
 * lost. In the order given.
 */
export function withinSegments<Finding extends Placed>(found: readonly Finding[], turns: readonly Placed[]): Finding[] {
	const edges = turns.flatMap(({ start, end }) => [start, end])
	return found.map((one) => {
		const cut = edges.find((edge) => edge > one.start && edge < one.end)
		return cut === undefined ? one : { ...one, end: cut }
	})
}

/** A page at the desk holds at most this many contributions, and ends behind the one that makes it this long. */
const TURNS_PER_PAGE = 120
const CODE_POINTS_PER_PAGE = 30_000

/** Where pages begin, in code points, and where the last one ends: at the beginnings of contributions. */
export function pagesOf(turnStarts: readonly number[], length: number): number[] {
	const edges = [0]
	let onPage = 0
	for (const [at, start] of turnStarts.entries()) {
		if (at > 0 && (onPage === TURNS_PER_PAGE || start - edges.at(-1)! > CODE_POINTS_PER_PAGE)) {
			edges.push(start)
			onPage = 0
		}
		onPage++
	}
	return [...edges, length + 1]
}

/** The page, counted from 1, on which a position stands. */
export function pageAt(edges: readonly number[], position: number): number {
	return Math.max(1, edges.findLastIndex((edge) => edge <= position) + 1)
}

/** A segment in pieces: what was found apart from what stands around it. `found` lies within it, in order. */
export function piecesOf<Found extends Placed>(
	{ start, text }: Pick<Segment, 'start' | 'text'>,
	found: readonly Found[],
): { text: string; found: Found | null }[] {
	const { toUnit } = positionsIn(text)
	const pieces: { text: string; found: Found | null }[] = []
	let from = 0
	for (const one of found) {
		const [begin, end] = [toUnit(one.start - start), toUnit(one.end - start)]
		if (begin > from) pieces.push({ text: text.slice(from, begin), found: null })
		pieces.push({ text: text.slice(begin, end), found: one })
		from = end
	}
	if (from < text.length) pieces.push({ text: text.slice(from), found: null })
	return pieces
}
