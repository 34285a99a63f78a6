/** Who speaks where in a source of another program, and which of its passages lie in whose words. */
import { codePointLength, positionsIn, type Range } from '#listening/code-points.ts'
import type { FoundSpeaker } from '#listening/speaker-labels.rules.ts'
import { cutLongTurn, movedBy, splitTurns, type FoundTurn } from '#listening/turns.rules.ts'

/** Words a file says belong to a case, `[start, end)` in code points. */
export type CaseRange = Range & { guid: string; name: string; isModerator: boolean }

export type LaidOut = {
	text: string
	speakers: (FoundSpeaker & { caseGuid?: string })[]
	turns: FoundTurn[]
	/** Where a passage of the text that was given is now. */
	moved: (given: Range) => Range
	pageLinesLeftOut: number
	/** Of our own files: every position stays as it is. */
	isExact: boolean
}

/**
 * Turns by the cases of the file where they stand side by side, else by the names at line starts, as in any text.
 *
 * Words that belong to nobody but carry a passage of `needed` become a turn of somebody of their own.
 */
export function layOutSource(
	given: string,
	{ cases, needed, isOurs }: { cases: readonly CaseRange[]; needed: readonly Range[]; isOurs: boolean },
): LaidOut {
	const laid = byCases(given, cases, isOurs) ?? byLabels(given)
	const places = needed.map(laid.moved)
	return withModeratorsCoded(withUnspoken(laid, places), places)
}

function byLabels(given: string): LaidOut {
	const { text, speakers, turns, edits, pageLinesLeftOut } = splitTurns(given)
	const move = movedBy(edits)
	const length = codePointLength(text)
	const moved = ({ start, end }: Range) => ({ start: Math.min(move(start), length), end: Math.min(move(end), length) })
	return { text, speakers, turns, moved, pageLinesLeftOut, isExact: false }
}

/** Of a file in which every speaker is a case; undefined where cases overlap or, in a file not ours, only mark a few words. */
function byCases(given: string, cases: readonly CaseRange[], isOurs: boolean): LaidOut | undefined {
	const ordered = cases.toSorted((one, other) => one.start - other.start || one.end - other.end)
	const covered = ordered.reduce((sum, { start, end }) => sum + end - start, 0)
	if (covered === 0 || (!isOurs && covered * 2 < codePointLength(given))) return undefined
	if (ordered.some(({ start }, at) => at > 0 && start < ordered[at - 1]!.end)) return undefined

	const codes = caseCodes(ordered, isOurs)
	const { toUnit } = positionsIn(given)
	const turns = ordered.flatMap(({ guid, ...range }) => {
		const { start, end } = isOurs ? range : trimmed(given, range, toUnit)
		const words = given.slice(toUnit(start), toUnit(end))
		return words === '' ? [] : cutLongTurn({ speaker: codes.get(guid)!.code, start, end }, words)
	})
	const speakers = [...codes.values()].filter(({ code }) => turns.some(({ speaker }) => speaker === code))
	return { text: given, speakers, turns, moved: (range) => range, pageLinesLeftOut: 0, isExact: isOurs }
}

/** A short code is taken as it is; any other name is not kept, because it may be somebody's. */
function caseCodes(cases: readonly CaseRange[], isOurs: boolean) {
	const taken = new Set(cases.map(({ name }) => name))
	const codes = new Map<string, FoundSpeaker & { caseGuid: string }>()
	for (const { guid, name, isModerator } of cases) {
		if (codes.has(guid)) continue
		const used = new Set([...codes.values()].map(({ code }) => code))
		const isCode = (isOurs || /^\p{Lu}{1,3}\d{0,6}[a-z]?$/u.test(name)) && name !== '' && !used.has(name)
		codes.set(guid, {
			code: isCode ? name : freeCode(new Set([...taken, ...used])),
			label: name,
			isModerator,
			caseGuid: guid,
		})
	}
	return codes
}

function freeCode(taken: ReadonlySet<string>): string {
	for (let number = 1; ; number++) if (!taken.has(`S${number}`)) return `S${number}`
}

function withUnspoken(laid: LaidOut, places: readonly Range[]): LaidOut {
	const { toUnit } = positionsIn(laid.text)
	const length = codePointLength(laid.text)
	const gaps = laid.turns.map(({ start }, at) => ({ start: laid.turns[at - 1]?.end ?? 0, end: start }))
	gaps.push({ start: laid.turns.at(-1)?.end ?? 0, end: length })
	const wanted = gaps.flatMap((gap) => {
		const inside = places.filter((place) => overlapOf(place, gap)).map((place) => overlapOf(place, gap)!)
		const carries = inside.some(({ start, end }) => isSaid(laid.text.slice(toUnit(start), toUnit(end))))
		return carries ? [trimmed(laid.text, gap, toUnit)] : []
	})
	if (wanted.length === 0) return laid
	const code = freeCode(new Set(laid.speakers.map((speaker) => speaker.code)))
	const added = wanted.flatMap(({ start, end }) =>
		cutLongTurn({ speaker: code, start, end }, laid.text.slice(toUnit(start), toUnit(end))),
	)
	return {
		...laid,
		speakers: [...laid.speakers, { code, label: code, isModerator: false }],
		turns: [...laid.turns, ...added].toSorted((one, other) => one.start - other.start),
	}
}

/** More than a speaker's label and the signs around it. */
function isSaid(words: string): boolean {
	return /[\p{L}\p{N}]/u.test(words.replace(/^[^\n]{0,60}:\s*$/gm, ''))
}

/** Questions that carry passages of their own count as said: whoever coded them meant them. */
function withModeratorsCoded(laid: LaidOut, places: readonly Range[]): LaidOut {
	const asks = new Set(laid.speakers.filter(({ isModerator }) => isModerator).map(({ code }) => code))
	if (asks.size === 0) return laid
	const coded = new Set<string>()
	for (const place of places) {
		const touched = turnsOver(laid.turns, place)
		if (touched.length > 0 && touched.every(({ speaker }) => asks.has(speaker))) coded.add(touched[0]!.speaker)
	}
	return {
		...laid,
		speakers: laid.speakers.map((speaker) => (coded.has(speaker.code) ? { ...speaker, isModerator: false } : speaker)),
	}
}

/** The parts of a passage that lie in somebody's words, without blanks at their ends. */
export function partsOf(laid: LaidOut, place: Range): Range[] {
	const moderators = new Set(laid.speakers.filter(({ isModerator }) => isModerator).map(({ code }) => code))
	const { toUnit } = positionsOf(laid.text)
	return turnsOver(laid.turns, place)
		.filter(({ speaker }) => !moderators.has(speaker))
		.map((turn) => (laid.isExact ? overlapOf(place, turn)! : trimmed(laid.text, overlapOf(place, turn)!, toUnit)))
		.filter(({ start, end }) => end > start)
}

let lastText: { text: string; positions: ReturnType<typeof positionsIn> } | undefined

/** Reading a long text once is enough for all of its passages. */
function positionsOf(text: string) {
	if (lastText?.text !== text) lastText = { text, positions: positionsIn(text) }
	return lastText.positions
}

function turnsOver(turns: readonly FoundTurn[], place: Range): FoundTurn[] {
	let low = 0
	let high = turns.length
	while (low < high) {
		const middle = (low + high) >> 1
		if (turns[middle]!.end <= place.start) low = middle + 1
		else high = middle
	}
	const over: FoundTurn[] = []
	for (let at = low; at < turns.length && turns[at]!.start < place.end; at++) over.push(turns[at]!)
	return over
}

function overlapOf(one: Range, other: Range): Range | undefined {
	const start = Math.max(one.start, other.start)
	const end = Math.min(one.end, other.end)
	return end > start ? { start, end } : undefined
}

/** Without blanks at both ends; empty where there is nothing else. */
function trimmed(text: string, { start, end }: Range, toUnit: (codePoint: number) => number): Range {
	const words = text.slice(toUnit(start), toUnit(end))
	const led = words.length - words.trimStart().length
	if (led === words.length) return { start, end: start }
	return { start: start + led, end: end - (words.length - words.trimEnd().length) }
}
