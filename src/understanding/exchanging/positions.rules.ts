/**
 * What the numbers of an exchange file count. The standard says characters from 0, but not whether a line end of two
 * characters is two, whether a byte order mark is one, and programs disagree about the last character. So every way is
 * tried, and the one by which the passages read as their names say, and begin and end where words do, is taken.
 */
import { codePointLength, positionsIn, type Range } from '#listening/code-points.ts'

export type Counting = {
	/** A line end counts as one character or as two. */
	lineEnd: 1 | 2
	/** Counting begins with a byte order mark, or at 1, which is the same. */
	from: 0 | 1
	end: 'exclusive' | 'inclusive'
	/** Code points, as the standard says, or the units of UTF-16. */
	unit: 'code-points' | 'utf-16'
}

/** A text without byte order mark, line ends as LF, and where they were two characters. */
export type RawText = { text: string; twoCharacterLineEnds: number[] | 'none'; hasMark: boolean }

export type Named = { start: number; end: number; name: string }

export type Reading = {
	counting: Counting
	/** 0 … 1: of what could speak for a way of counting, what does. */
	score: number
	/** Passages found word for word, and how many are named by their words. */
	found: number
	named: number
}

const WAYS: Counting[] = (['exclusive', 'inclusive'] as const).flatMap((end) =>
	([0, 1] as const).flatMap((from) =>
		(['code-points', 'utf-16'] as const).flatMap((unit) =>
			([1, 2] as const).map((lineEnd) => ({ lineEnd, from, end, unit })),
		),
	),
)

/** What the standard and most programs mean. */
export const STANDARD: Counting = { lineEnd: 1, from: 0, end: 'exclusive', unit: 'code-points' }

export function rawTextOf(decoded: string): RawText {
	const hasMark = decoded.startsWith('\ufeff')
	const bare = (hasMark ? decoded.slice(1) : decoded).toWellFormed().replaceAll('\0', '\ufffd')
	if (!bare.includes('\r')) return { text: bare, twoCharacterLineEnds: 'none', hasMark }
	const twoCharacterLineEnds: number[] = []
	const pieces = bare.split(/(\r\n|\r)/)
	let position = 0
	for (const piece of pieces) {
		if (piece === '\r\n') twoCharacterLineEnds.push(position)
		position += piece === '\r\n' ? 1 : codePointLength(piece)
	}
	return {
		text: pieces.map((piece) => (piece.startsWith('\r') ? '\n' : piece)).join(''),
		twoCharacterLineEnds,
		hasMark,
	}
}

/** Converts a file's numbers into code points `[start, end)` of the text, cut off at its end. */
export function converter(
	{ text, twoCharacterLineEnds }: RawText,
	counting: Counting,
): { toRange: (given: Range) => Range; isInside: (given: Range) => boolean } {
	const extras = extraUnits(text, twoCharacterLineEnds, counting)
	const length = codePointLength(text)
	const convert = (given: number) => {
		const position = given - counting.from
		let low = 0
		let high = extras.length
		while (low < high) {
			const middle = (low + high) >> 1
			if (extras[middle]! + middle < position) low = middle + 1
			else high = middle
		}
		return Math.min(Math.max(0, position - low), length)
	}
	const last = counting.end === 'inclusive' ? 1 : 0
	return {
		toRange: ({ start, end }) => ({ start: convert(start), end: convert(end + last) }),
		isInside: ({ end }) => end + last - counting.from <= length + extras.length,
	}
}

/** Code points that count as two, ascending. A text that has lost its two-character line ends is taken to have had them. */
function extraUnits(text: string, twoCharacter: number[] | 'none', { lineEnd, unit }: Counting): number[] {
	const extras: number[] = []
	if (lineEnd === 1 && unit === 'code-points') return extras
	const known = twoCharacter === 'none' ? undefined : new Set(twoCharacter)
	let position = 0
	for (const character of text) {
		if (
			character === '\n' ? lineEnd === 2 && (known?.has(position) ?? true) : unit === 'utf-16' && character.length > 1
		)
			extras.push(position)
		position++
	}
	return extras
}

/** Passages looked at for each way of counting, spread over the text. */
const MOST_PASSAGES = 300

type Score = Omit<Reading, 'score'> & { points: number; possible: number }

/** Every way of counting with what speaks for it, the standard first. */
export function scoreWays(raw: RawText, passages: readonly Named[]): Score[] {
	const step = Math.max(1, Math.ceil(passages.length / MOST_PASSAGES))
	const sample = passages.filter(({ start, end }, at) => at % step === 0 && start >= 0 && end > start)
	const { toUnit } = positionsIn(raw.text)
	const signs = WAYS.map((counting) => {
		const { toRange, isInside } = converter(raw, counting)
		return sample.map((passage) => {
			const { start, end } = toRange(passage)
			const from = toUnit(start)
			const to = toUnit(end)
			return {
				name: nameMatch(raw.text.slice(from, to), passage.name),
				edges: (isInside(passage) ? 1 : 0) + startsWell(raw.text, from) + endsWell(raw.text, to),
			}
		})
	})
	const isNamed = sample.map((_, at) => signs.some((way) => way[at]!.name > 0))
	const named = isNamed.filter(Boolean).length
	return WAYS.map((counting, way) => {
		const found = signs[way]!.filter(({ name }, at) => isNamed[at] && name > 0)
		const points =
			signs[way]!.reduce((sum, { edges }) => sum + edges, 0) + 5 * found.reduce((sum, { name }) => sum + name, 0)
		return { counting, points, possible: 3 * sample.length + 5 * named, found: found.length, named }
	})
}

/** The best way for one text; where its passages cannot tell, the best of all texts of the file, else the standard. */
export function chooseWay(own: readonly Score[], all: readonly Score[]): Reading {
	const share = ({ points, possible }: Score) => (possible === 0 ? 1 : points / possible)
	const best = Math.max(...own.map(share))
	const close = own
		.map((score, at) => ({ score, whole: all[at] ? share(all[at]) : 0 }))
		.filter(({ score }) => best - share(score) < 0.02)
	const { score } = close.reduce((chosen, other) => (other.whole > chosen.whole + 1e-9 ? other : chosen))
	const { counting, found, named } = score
	return { counting, found, named, score: share(score) }
}

export function addScores(scores: readonly (readonly Score[])[]): Score[] {
	return WAYS.map((counting, way) =>
		scores.reduce<Score>(
			(sum, own) => ({
				counting,
				points: sum.points + own[way]!.points,
				possible: sum.possible + own[way]!.possible,
				found: sum.found + own[way]!.found,
				named: sum.named + own[way]!.named,
			}),
			{ counting, points: 0, possible: 0, found: 0, named: 0 },
		),
	)
}

/** 1 when the words are the name; less when the name is only their beginning. */
function nameMatch(words: string, name: string): number {
	const wanted = plain(name)
	const actual = plain(words)
	if (wanted === '' || actual === '') return 0
	if (wanted === actual) return 1
	const [, stem] = /^(.{3,}?)\s*(?:…|\.\.\.)$/su.exec(wanted) ?? []
	if (stem !== undefined) return actual.startsWith(stem) && actual.length >= stem.length ? 1 : 0
	return wanted.length >= 20 && actual.startsWith(wanted) ? 0.9 : 0
}

function plain(words: string): string {
	return words.replace(/\s+/g, ' ').trim()
}

const LETTER = /[\p{L}\p{N}]/u

/** On the first letter of a word or on a sign, never on a blank. */
function startsWell(text: string, at: number): number {
	if (/^\s/.test(text.slice(at, at + 1))) return 0
	return LETTER.test(text.slice(at, at + 1)) && LETTER.test(text.slice(at - 1, at)) ? 0 : 1
}

function endsWell(text: string, at: number): number {
	if (at > 0 && /\s/.test(text[at - 1]!)) return 0
	return at > 0 && LETTER.test(text[at - 1]!) && LETTER.test(text.slice(at, at + 1)) ? 0 : 1
}
