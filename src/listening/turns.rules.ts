/** Splits the text of a conversation into the turns of its speakers. */
import { codePointLength } from './code-points.ts'
import { findPageLines } from './page-lines.rules.ts'
import {
	findLabelledLines,
	nameSpeakers,
	readTime,
	type FoundSpeaker,
	type LabelledLine,
} from './speaker-labels.rules.ts'

/** `[start, end)` in code points of the text returned beside it. */
export type FoundTurn = {
	speaker: string
	start: number
	end: number
	fromMs?: number | undefined
	toMs?: number | undefined
}

export type SplitText = {
	/** The transcript: page lines left out, names before a colon replaced by codes. Everything else is untouched. */
	text: string
	speakers: FoundSpeaker[]
	turns: FoundTurn[]
	pageLinesLeftOut: number
	/** What was changed in the text that was given, in order. */
	edits: Edit[]
}

/** `[start, end)` of the text that was given, in code points, is now `length` code points long. */
export type Edit = { start: number; end: number; length: number }

/** Where a place of the text that was given is now; a place inside of what was replaced moves to its end. */
export function movedBy(edits: readonly Edit[]): (position: number) => number {
	const shifts: { from: number; shift: number }[] = []
	for (let at = 0, shift = 0; at < edits.length; at++) {
		shift += edits[at]!.length - (edits[at]!.end - edits[at]!.start)
		shifts.push({ from: edits[at]!.end, shift })
	}
	return (position) => {
		let low = 0
		let high = edits.length
		while (low < high) {
			const middle = (low + high) >> 1
			if (edits[middle]!.start < position) low = middle + 1
			else high = middle
		}
		const before = shifts[low - 1]
		return before ? Math.max(position, before.from) + before.shift : position
	}
}

/** Turns longer than this, in code points, become several: search cannot hold arbitrarily long texts. */
export const LONGEST_TURN = 50_000

/**
 * Splits `text`, which has LF line ends only.
 *
 * Words before the first speaker (a title, a date) stay in the text and belong to nobody. A text that names no speakers
 * is spoken by one, `S1`.
 */
export function splitTurns(text: string): SplitText {
	const lines = text.split('\n')
	const pageLines = findPageLines(lines)
	const labelled = findLabelledLines(lines, pageLines)
	const speakers = nameSpeakers(labelled)
	const found = labelled.length > 0 ? speakers : [{ code: 'S1', label: 'S1', isModerator: false }]
	const begins = labelled.length > 0 ? labelled : timedLines(lines, pageLines)
	return { ...layOut(lines, pageLines, begins, speakers), speakers: found, pageLinesLeftOut: pageLines.size }
}

/** In a text without speakers a time at the start of a line begins a new turn. */
function timedLines(lines: readonly string[], leftOut: ReadonlySet<number>): LabelledLine[] {
	const timed = lines.flatMap((line, at): LabelledLine[] => {
		const time = leftOut.has(at)
			? null
			: /^[ \t]{0,12}[[(#]\d{1,2}:\d{2}(?::\d{2})?(?:[.,-]\d{1,3})?[\])#][ \t]{0,12}/.exec(line)
		return time
			? [{ line: at, label: 'S1', kind: 'code', prefixUnits: time[0].length, rest: '', fromMs: readTime(time[0]) }]
			: []
	})
	const first = lines.findIndex((line, at) => !leftOut.has(at) && line.trim() !== '')
	if (timed[0]?.line === first) return timed
	return [
		{ line: Math.max(first, 0), label: 'S1', kind: 'code', prefixUnits: 0, rest: '', fromMs: undefined },
		...timed,
	]
}

type Open = { speaker: string; start: number; words: string; fromMs: number | undefined }

function layOut(
	lines: readonly string[],
	leftOut: ReadonlySet<number>,
	begins: readonly LabelledLine[],
	speakers: readonly FoundSpeaker[],
) {
	const codes = new Map(speakers.map(({ label, code }) => [label, code]))
	const beginAt = new Map(begins.map((begin) => [begin.line, begin]))
	const kept: string[] = []
	const turns: Open[] = []
	const edits: Edit[] = []
	let position = 0
	let before = 0
	for (const [at, line] of lines.entries()) {
		const given = before
		before += codePointLength(line) + 1
		if (leftOut.has(at)) {
			edits.push({ start: given, end: before, length: 0 })
			continue
		}
		const begin = beginAt.get(at)
		const code = begin && (codes.get(begin.label) ?? begin.label)
		const prefix = begin ? (code === begin.label ? line.slice(0, begin.prefixUnits) : `${code}: `) : ''
		const spoken = line.slice(begin?.prefixUnits ?? 0)
		const words = spoken.replaceAll('\f', '')
		if (begin && code !== begin.label)
			edits.push({
				start: given,
				end: given + codePointLength(line.slice(0, begin.prefixUnits)),
				length: codePointLength(prefix),
			})
		if (words !== spoken) edits.push(...formFeeds(spoken, before - 1 - codePointLength(spoken)))
		if (begin && code)
			turns.push({ speaker: code, start: position + codePointLength(prefix), words, fromMs: begin.fromMs })
		else if (turns.length > 0) turns.at(-1)!.words += `\n${words}`
		kept.push(prefix + words)
		position += codePointLength(prefix + words) + 1
	}
	const found = turns.flatMap((turn) => trimTurn(turn)).flatMap(({ words, ...turn }) => cutLongTurn(turn, words))
	return {
		text: kept.join('\n'),
		edits,
		turns: found.map((turn, at) => ({ ...turn, toMs: turn.toMs ?? laterThan(turn.fromMs, found[at + 1]?.fromMs) })),
	}
}

/** Page breaks are left out one by one; `start` is where the words begin. */
function formFeeds(words: string, start: number): Edit[] {
	return [...words].flatMap((character, at) =>
		character === '\f' ? [{ start: start + at, end: start + at + 1, length: 0 }] : [],
	)
}

/** When a turn has no end of its own, the next one's beginning is it. */
function laterThan(fromMs: number | undefined, nextMs: number | undefined): number | undefined {
	return fromMs !== undefined && nextMs !== undefined && nextMs >= fromMs ? nextMs : undefined
}

/** Blanks at both ends and a closing time mark (`#00:01:02-3#`) are outside; a turn without words is none. */
function trimTurn({ speaker, start, words, fromMs }: Open): (FoundTurn & { words: string })[] {
	const led = words.length - words.trimStart().length
	const mark = /#\d{1,2}:\d{2}:\d{2}(?:-\d{1,2})?#$/.exec(words.trimEnd().slice(-20))
	const spoken = (mark ? words.trimEnd().slice(0, -mark[0].length) : words).trim()
	if (spoken === '') return []
	const from = start + codePointLength(words.slice(0, led))
	const toMs = mark ? readTime(mark[0]) : undefined
	return [{ speaker, start: from, end: from + codePointLength(spoken), fromMs, toMs, words: spoken }]
}

/** Cuts an endless turn after a paragraph, else a sentence, else a word. `words` is what stands in its range. */
export function cutLongTurn(turn: FoundTurn, words: string): FoundTurn[] {
	if (words.length <= LONGEST_TURN) return [turn]
	const pieces: FoundTurn[] = []
	let { start } = turn
	for (let rest = words; rest !== '';) {
		const units = rest.length <= LONGEST_TURN ? rest.length : cutUnit(rest)
		const piece = rest.slice(0, units)
		const end = start + codePointLength(piece.trimEnd())
		if (end > start)
			pieces.push({ ...turn, start, end, fromMs: pieces.length ? undefined : turn.fromMs, toMs: undefined })
		const blank = rest.slice(units).length - rest.slice(units).trimStart().length
		start += codePointLength(piece) + blank
		rest = rest.slice(units + blank)
	}
	return pieces
}

function cutUnit(words: string): number {
	const window = words.slice(0, LONGEST_TURN)
	for (const border of ['\n\n', '. ', '\n', ' ']) {
		const at = window.lastIndexOf(border)
		if (at > LONGEST_TURN / 2) return at + border.length
	}
	return /[\ud800-\udbff]$/.test(window) ? LONGEST_TURN - 1 : LONGEST_TURN
}
