/** Where the passages of one text lie: by their numbers, by the times of a recording, or by their words. */
import type { Range } from '#listening/code-points.ts'
import { codePointLength, positionsIn } from '#listening/code-points.ts'
import { converter, type Reading, type RawText } from './positions.rules.ts'
import type { QdaArea, QdaSelection, QdaText } from './qda-project.ts'
import type { LossReport } from './project-plan.ts'

export type Passage = Omit<QdaSelection, 'start' | 'end'> & {
	/** Code points of the text; null where nobody can tell. */
	place: Range | null
}

/** All passages of a text: its selections, and the areas of its recording or page that can be found in its words. */
export function placePassages(
	raw: RawText,
	{ text, areas, counting }: { text: QdaText; areas: readonly QdaArea[]; counting: Reading['counting'] },
	losses: LossReport,
): Passage[] {
	const { toRange, isInside } = converter(raw, counting)
	const twins = new Set(text.selections.map(({ guid }) => guid))
	const selections = text.selections.map((selection): Passage => {
		const place = toRange(selection)
		const isSound = selection.start >= 0 && isInside(selection) && place.end > place.start
		if (isSound) return { ...selection, place }
		const found = placeOfWords(raw.text, selection.name)
		if (!found && place.end > place.start && selection.start >= 0) {
			losses.add('codings-clamped', selection.codings.length)
			return { ...selection, place }
		}
		return { ...selection, place: found }
	})
	const others = [...areas, ...text.areas].filter(({ guid }) => !twins.has(guid))
	return [...selections, ...others.map((area) => ({ ...area, place: placeOfArea(raw, text, area, toRange, losses) }))]
}

function placeOfArea(
	raw: RawText,
	text: QdaText,
	area: QdaArea,
	toRange: (range: Range) => Range,
	losses: LossReport,
): Range | null {
	const found =
		placeInTime(text, area, toRange) ?? placeOfWords(raw.text, area.words) ?? placeOfWords(raw.text, area.name)
	losses.add(found ? 'areas-by-words' : 'areas', 1)
	return found
}

/**
 * By the points at which a transcript and its recording meet. The last of them is mostly where the last words begin: what
 * was marked behind it reaches to the end of the text.
 */
function placeInTime({ syncPoints }: QdaText, area: QdaArea, toRange: (range: Range) => Range): Range | null {
	const placed = syncPoints.filter((point): point is typeof point & { position: number } => point.position !== null)
	const { from, to, begin, until } = area
	if (from !== undefined) {
		const first = placed.find(({ guid }) => guid === from)
		const last = placed.find(({ guid }) => guid === to)
		return first && last ? proper(toRange({ start: first.position, end: last.position })) : null
	}
	if (begin === undefined || until === undefined) return null
	const timed = placed.flatMap(({ ms, position }) => (ms === null ? [] : [{ ms, position }]))
	const inOrder = timed.toSorted((one, other) => one.ms - other.ms || one.position - other.position)
	const first = inOrder.findLast(({ ms }) => ms <= begin)
	const last = inOrder.find(({ ms }) => ms >= until)?.position ?? Number.MAX_SAFE_INTEGER
	return first ? proper(toRange({ start: first.position, end: last })) : null
}

function proper(range: Range): Range | null {
	return range.end > range.start ? range : null
}

/** Words shorter than this are found by chance. */
const SHORTEST_WORDS = 10

/** Where these words stand, if they stand there once. */
function placeOfWords(text: string, words: string): Range | null {
	const wanted = words.trim()
	if (wanted.length < SHORTEST_WORDS || /(?:…|\.\.\.)$/.test(wanted)) return null
	const at = text.indexOf(wanted)
	if (at < 0 || text.indexOf(wanted, at + 1) >= 0) return null
	const start = positionsIn(text).toCodePoint(at)
	return { start, end: start + codePointLength(wanted) }
}

/** Milliseconds at which a place of the text is said, by the nearest sync point before it. */
export function timesOf(text: QdaText, toRange: (range: Range) => Range): (place: number) => number | undefined {
	const points = text.syncPoints
		.flatMap(({ ms, position }) =>
			ms === null || position === null ? [] : [{ ms, place: toRange({ start: position, end: position }).start }],
		)
		.toSorted((one, other) => one.place - other.place)
	return (place) => points.findLast((point) => point.place <= place)?.ms
}
