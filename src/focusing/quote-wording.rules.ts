/**
 * When a printed quote equals what was said: character for character, but for marked omissions `[…]` and marked
 * replacements `[Verein]`. Pure: no clock, no database, no request. Source: DESIGN.md, promise 3.
 */

export const OMISSION = '[…]'

/** A replacement hides a name or a place, not a sentence: at most this many code points, and no end of a sentence. */
const REPLACED_AT_MOST = 60

const MARK = /(\[[^\][\n]{1,40}\])/u

/** What somebody typed, with the ends trimmed, the line ends of the transcript, and three dots read as one sign. */
export function tidyWording(typed: string): string {
	return typed.replaceAll('\r\n', '\n').replaceAll('[...]', OMISSION).trim()
}

/** Whether anything of what was said is left beside the marks. */
export function saysNothing(wording: string): boolean {
	return !/[\p{L}\p{N}]/u.test(
		pieces(wording)
			.filter((_, at) => at % 2 === 0)
			.join(''),
	)
}

/**
 * Where the wording leaves the passage: the place in the wording, in code points from 1; null when it never does.
 *
 * The ends belong to it: who begins later or stops earlier writes `[…]` there. A mark stands for at least one
 * character; brackets that were said are matched by themselves.
 */
export function firstDeviation(wording: string, passage: string): number | null {
	const said = [...passage.trim()]
	let read = 0
	let ends: Set<number> = new Set([0])
	for (const [at, piece] of pieces(wording).entries()) {
		const isMark = at % 2 === 1
		const next = isMark ? afterMark(piece, said, ends) : afterWords([...piece], said, ends)
		if (next.size === 0) return read + (isMark ? 1 : longestMatch([...piece], said, ends) + 1)
		read += [...piece].length
		ends = next
	}
	return ends.has(said.length) ? null : read + 1
}

/** A piece of the wording and the range of the trimmed passage it stands for, in code points. */
export type AlignedPiece = { text: string; from: number; to: number; hides: boolean }

/** Which words of the passage each piece of the wording stands for; null when the wording leaves the passage. */
export function alignWording(wording: string, passage: string): AlignedPiece[] | null {
	const said = [...passage.trim()]
	const parts = pieces(wording).map((text, at) => ({ text, isMark: at % 2 === 1 }))
	const reached: Set<number>[] = [new Set([0])]
	for (const { text, isMark } of parts) {
		const starts = reached.at(-1)!
		reached.push(isMark ? afterMark(text, said, starts) : afterWords([...text], said, starts))
	}
	let to = said.length
	if (!reached.at(-1)!.has(to)) return null
	const aligned: AlignedPiece[] = []
	for (const [at, { text, isMark }] of [...parts.entries()].toReversed()) {
		const starts = reached[at]!
		const literal = to - [...text].length
		const isLiteral = starts.has(literal) && matching([...text], said, literal) === to - literal
		const from = isLiteral || !isMark ? literal : [...starts].findLast((start) => leads(text, said, start, to))!
		aligned.push({ text, from, to, hides: isMark && !isLiteral })
		to = from
	}
	return aligned.toReversed().filter((piece) => piece.to > piece.from)
}

function leads(mark: string, said: string[], start: number, end: number): boolean {
	return start < end && afterMark(mark, said, new Set([start])).has(end)
}

/** Words at even places, marks at odd ones. */
function pieces(wording: string): string[] {
	return wording.split(MARK)
}

/** Ends of the passage's beginnings that the words lead to, from any of `starts`. */
function afterWords(words: string[], said: string[], starts: Set<number>): Set<number> {
	const ends = [...starts].filter((start) => matching(words, said, start) === words.length)
	return new Set(ends.map((start) => start + words.length))
}

function afterMark(mark: string, said: string[], starts: Set<number>): Set<number> {
	const ends = afterWords([...mark], said, starts)
	for (const start of starts) {
		const longest = mark === OMISSION ? said.length : start + REPLACED_AT_MOST
		for (let end = start + 1; end <= Math.min(longest, said.length); end++) {
			ends.add(end)
			if (mark !== OMISSION && endsSentence(said, end)) break
		}
		// Every later start reaches a part of what the earliest one does.
		if (mark === OMISSION) break
	}
	return ends
}

/** A full stop inside a word or number ends nothing; one before a space or the end does. */
function endsSentence(said: string[], end: number): boolean {
	return /[.!?\n]/.test(said[end - 1]!) && (end === said.length || /\s/.test(said[end]!))
}

function longestMatch(words: string[], said: string[], starts: Set<number>): number {
	return Math.max(...[...starts].map((start) => matching(words, said, start)))
}

function matching(words: string[], said: string[], start: number): number {
	let length = 0
	while (length < words.length && words[length] === said[start + length]) length++
	return length
}
