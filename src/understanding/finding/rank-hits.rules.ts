/** Which of several texts is the better hit, and the words of it that show why. Pure. */
import { partStemsOf } from '#listening/german-compounds.rules.ts'
import { foldUmlauts, stemOf } from '#listening/german-stem.rules.ts'
import { wordsOf } from '#listening/german-words.rules.ts'
import type { Stretch } from '#listening/word-steps.rules.ts'
import type { Term } from './search-terms.rules.ts'

export type SnippetPart = { text: string; isHit: boolean }

/** Where a term stands in a text: its place among the words, its UTF-16 units; a part of a word counts less. */
export type Place = { at: number; start: number; end: number; isPart: boolean }

export type ReadText = { places: Map<string, Place[]>; words: number }

export function readText(text: string, terms: readonly Term[]): ReadText {
	const wanted = new Set(terms.flatMap(({ stem, isPrefix }) => (isPrefix ? [] : [stem])))
	const prefixes = terms.filter(({ isPrefix }) => isPrefix)
	const places = new Map<string, Place[]>()
	const note = (stem: string, place: Place) => {
		const known = places.get(stem)
		if (known) known.push(place)
		else places.set(stem, [place])
	}
	const letters = [...wanted, ...prefixes.map(({ stem }) => stem)]
	const words = wordsOf(text)
	for (const [at, { word, start, end }] of words.entries()) {
		if (!mayHold(word, letters)) continue
		const stem = stemOf(word)
		if (wanted.has(stem)) note(stem, { at, start, end, isPart: false })
		for (const prefix of prefixes)
			if (stem.startsWith(prefix.stem)) note(prefix.stem, { at, start, end, isPart: false })
		for (const part of partStemsOf(word)) if (wanted.has(part)) note(part, { at, start, end, isPart: true })
	}
	return { places, words: words.length }
}

/**
 * Whether one of these stems stands in its letters, as it does in each word with this stem or part. Taking a word apart
 * takes a hundred times as long.
 */
function mayHold(word: string, stems: readonly string[]): boolean {
	const folded = foldUmlauts(word)
	return stems.some((stem) => folded.includes(stem) || word.includes(stem))
}

/** How fast a word repeated stops to count, and how much a long text is worth less: BM25 as usual for short texts. */
const REPEATED = 0.6
const LENGTH = 0.65
/** People say first what it is about. */
const EARLY = { worth: 0.4, words: 20 }
/** Words of the query that stand together in the text, too. */
const TOGETHER = { worth: 0.15, words: 2 }
const PART = 0.4

/**
 * How well a text answers: BM25 over stems and parts of compounds, more for what stands early and for words that stand
 * together. `order` holds the stems of the query's own words in their order; `average` is the usual number of words.
 */
export function scoreOf(
	{ places, words }: ReadText,
	{
		terms,
		order,
		average,
		rarity,
	}: { terms: readonly Term[]; order: string[][]; average: number; rarity: (stem: string) => number },
): number {
	let score = 0
	const longer = 1 - LENGTH + (LENGTH * words) / Math.max(1, average)
	for (const { stem, weight } of terms) {
		const found = places.get(stem)
		if (!found) continue
		const times = found.reduce((sum, { isPart }) => sum + (isPart ? PART : 1), 0)
		const early = 1 + EARLY.worth / (1 + found[0]!.at / EARLY.words)
		score += weight * rarity(stem) * early * ((times * (REPEATED + 1)) / (times + REPEATED * longer))
	}
	return score * (1 + TOGETHER.worth * pairsTogether(places, order))
}

function pairsTogether(places: Map<string, Place[]>, order: string[][]): number {
	let pairs = 0
	const at = order.map((stems) => stems.flatMap((stem) => places.get(stem) ?? []).map((place) => place.at))
	for (let one = 0; one + 1 < at.length; one++) {
		const next = at[one + 1]!
		if (at[one]!.some((first) => next.some((second) => second > first && second - first <= TOGETHER.words))) pairs++
	}
	return pairs
}

/** Words around a hit that are shown, and so many such pieces of one text. */
const AROUND = 11
const MOST_PIECES = 3

/** The lines of a text in which its hits stand, marked; its beginning when there are none. */
export function snippetOf(text: string, marks: readonly Stretch[], { isWhole = false } = {}): SnippetPart[] {
	const words = wordsOf(text)
	const pieces = isWhole ? [{ from: 0, to: text.length }] : piecesAround(words, marks, text.length)
	const shown = pieces.flatMap(({ from, to }, at): SnippetPart[] => [
		...(at > 0 || from > 0 ? [{ text: at > 0 ? ' … ' : '… ', isHit: false }] : []),
		...markedBetween(text, from, to, marks),
		...(at === pieces.length - 1 && to < text.trimEnd().length ? [{ text: ' …', isHit: false }] : []),
	])
	return shown.map((part) => ({ ...part, text: part.text.replace(/-\n(?=\p{Ll})/gu, '').replace(/\s+/g, ' ') }))
}

/** The words of a text that answer; those that say nothing, and those only taken for others, when nothing else does. */
export function hitsIn(text: string, terms: readonly Term[]): Stretch[] {
	const { places } = readText(text, terms)
	const strong = terms.filter(({ weight }) => weight >= 0.6)
	const saying = strong.filter(({ isStop }) => !isStop)
	for (const some of [saying, strong]) {
		const marks = marksOf(places, some)
		if (marks.length > 0) return marks
	}
	return marksOf(places, terms)
}

function marksOf(places: ReadText['places'], terms: readonly Term[]): Stretch[] {
	const exact = new Set(terms.flatMap(({ stem, isExact }) => (isExact ? [stem] : [])))
	const found = [...new Set(terms.map(({ stem }) => stem))].flatMap((stem) =>
		(places.get(stem) ?? []).filter(({ isPart }) => !isPart || !exact.has(stem)),
	)
	const marks = new Map(found.map(({ start, end }) => [start, { from: start, to: end }]))
	return [...marks.values()].toSorted((one, other) => one.from - other.from)
}

function piecesAround(words: ReturnType<typeof wordsOf>, marks: readonly Stretch[], length: number): Stretch[] {
	if (words.length <= 3 * AROUND) return [{ from: 0, to: length }]
	const startAt = new Map(words.map(({ start }, at) => [start, at]))
	const pieces: Stretch[] = []
	for (const at of marks.length > 0 ? marks.map(({ from }) => startAt.get(from) ?? 0) : [0]) {
		const [first, last] = [Math.max(0, at - AROUND), Math.min(words.length - 1, at + AROUND)]
		const piece = {
			from: first === 0 ? 0 : words[first]!.start,
			to: last === words.length - 1 ? length : words[last]!.end,
		}
		const before = pieces.at(-1)
		if (before && piece.from <= before.to) before.to = Math.max(before.to, piece.to)
		else if (pieces.length === MOST_PIECES) break
		else pieces.push(piece)
	}
	return pieces
}

function markedBetween(text: string, from: number, to: number, marks: readonly Stretch[]): SnippetPart[] {
	const parts: SnippetPart[] = []
	let at = from
	for (const mark of marks) {
		if (mark.from < at || mark.to > to) continue
		if (mark.from > at) parts.push({ text: text.slice(at, mark.from), isHit: false })
		parts.push({ text: text.slice(mark.from, mark.to), isHit: true })
		at = mark.to
	}
	if (at < to) parts.push({ text: text.slice(at, to), isHit: false })
	return parts
}
