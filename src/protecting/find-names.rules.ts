/**
 * Finds what may give somebody away in a text: names, addresses, numbers, and the words by which a small town knows
 * people. Pure: no clock, no database, no file; word lists come in as a gazetteer. A person decides about every finding.
 */
import { findAmounts } from './amount-patterns.rules.ts'
import { findBodies } from './body-names.rules.ts'
import { findDates } from './date-patterns.rules.ts'
import { findContacts } from './contact-patterns.rules.ts'
import { findOwnNames } from './own-names.rules.ts'
import { findPersons } from './person-names.rules.ts'
import { findPlaces, findSpots } from './place-names.rules.ts'
import { findUniqueness } from './uniqueness.rules.ts'
import { readWords } from './name-words.rules.ts'

export const NAME_KINDS = [
	'person',
	'place',
	'street',
	'association',
	'firm',
	'school',
	'office',
	'phone',
	'mail',
	'iban',
	'plate',
	'date',
	'address',
	'web',
	'number',
	'unique',
] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** `certain`: checked or named by a title or the municipality's own list; `likely`: a known name; `cue`: look twice. */
export type Certainty = 'certain' | 'likely' | 'cue'

export type NameFinding = {
	/** Code points, half-open. */
	start: number
	end: number
	kind: NameKind
	/** The words found, as they stand. */
	text: string
	/** The name without its case ending: `Müller` of `Müllers`. */
	base: string
	/** What a replacement keeps: `s`, `er`, `hof`; mostly empty. */
	ending: string
	certainty: Certainty
	/** Who a title says it is: `Herr`, `Frau`, `Tante`. */
	gender?: 'man' | 'woman'
	/** The name is on the municipality's own list. */
	isOwn?: boolean
}

/** Names are written as people write them; whoever looks folds them first, see `foldName`. */
export type Gazetteer = {
	/** Folded. */
	firstNames: ReadonlySet<string>
	/** Folded. */
	surnames: ReadonlySet<string>
	/** Folded: names that are also words of every day, and need a cue to count. */
	everydayWords: ReadonlySet<string>
	/** Folded: words that open a sentence with a capital and name nobody. */
	functionWords: ReadonlySet<string>
	/** Folded: German nouns, so that a capital word that is none may be a name. */
	nouns: ReadonlySet<string>
	/** Folded: stems of German verbs and adjectives, so that a capital word at the head of a sentence may be told from a name. */
	stems: ReadonlySet<string>
	/** Folded: towns beyond the municipality. */
	towns: ReadonlySet<string>
	/** Names the municipality knows of itself, as people write them. */
	own: readonly OwnName[]
}

export type OwnName = { kind: NameKind; name: string }

/** A finding on the way: positions in UTF-16 units. Where two overlap, the one from the earlier list stays. */
export type Found = Omit<NameFinding, 'text' | 'base' | 'ending'> & { base?: string; ending?: string }

/**
 * Everything in `text` that may give somebody away, in the order of the text, without overlaps.
 *
 * Takes time in proportion to the length of the text, whatever it says. Never cuts a visible character in two.
 */
export function findNames(text: string, gazetteer: Gazetteer): NameFinding[] {
	const words = readWords(text)
	const patterns = [
		findContacts(text),
		findPlaces(text, words, gazetteer),
		findDates(text, words),
		findAmounts(text, words),
	]
	const names = [
		findOwnNames(text, words, gazetteer),
		findBodies(text, words, gazetteer),
		findPersons(text, words, gazetteer),
		findUniqueness(text, words),
		findSpots(words),
	]
	return toCodePoints(text, withoutOverlaps([...patterns, ...names]))
}

/** Longer findings first, and what is left of a shorter one that reaches over the edge of a longer. */
function withoutOverlaps(lists: readonly (readonly Found[])[]): Found[] {
	const ranked = lists
		.flatMap((list, rank) => list.map((found) => ({ found, rank })))
		.toSorted((one, other) => lengthOf(other.found) - lengthOf(one.found) || one.rank - other.rank)
		.map(({ found }) => found)
	const bySpan = ranked.toSorted((one, other) => one.start - other.start)
	const kept: Found[] = []
	let open: Found[] = []
	let reach = -1
	const close = () => {
		kept.push(...chooseAmong(open))
		open = []
	}
	for (const found of bySpan) {
		if (found.start >= reach) close()
		open.push(found)
		reach = Math.max(reach, found.end)
	}
	close()
	return kept.toSorted((one, other) => one.start - other.start)
}

function chooseAmong(overlapping: Found[]): Found[] {
	if (overlapping.length < 2) return overlapping
	const kept: Found[] = []
	for (const found of overlapping.toSorted((one, other) => lengthOf(other) - lengthOf(one))) {
		const rest = kept.reduce<Found | null>((left, taken) => left && outside(left, taken), found)
		if (rest && lengthOf(rest) >= 3) kept.push(rest)
	}
	return kept
}

/** The part of `found` that `taken` does not cover; the longer one when there are two. */
function outside(found: Found, taken: Found): Found | null {
	if (found.end <= taken.start || found.start >= taken.end) return found
	const before = taken.start - found.start
	const after = found.end - taken.end
	if (before <= 0 && after <= 0) return null
	const { base: _, ending: __, ...rest } = found
	return before >= after ? { ...rest, end: taken.start } : { ...rest, start: taken.end }
}

function lengthOf({ start, end }: Found): number {
	return end - start
}

const WHOLE_CHARACTERS = new Intl.Segmenter('de', { granularity: 'grapheme' })

/** Whether the character at `unit` may belong to the one before: marks, joiners, halves of pairs. */
const STICKS = /[\p{M}\u200d\udc00-\udfff]/u

/** Findings in ascending order, moved to the edges of visible characters and counted in code points. */
function toCodePoints(text: string, found: readonly Found[]): NameFinding[] {
	let unit = 0
	let codePoint = 0
	const countTo = (wanted: number) => {
		for (; unit < wanted; unit++) if (!isSecondHalf(text, unit)) codePoint++
		return codePoint
	}
	return found.map(({ start, end, base, ending, ...rest }) => {
		const last = wholeCharacterEnd(text, end)
		const words = text.slice(start, last)
		return {
			...rest,
			start: countTo(start),
			end: countTo(last),
			text: words,
			base: base ?? words,
			ending: ending ?? '',
		}
	})
}

function isSecondHalf(text: string, unit: number): boolean {
	const code = text.charCodeAt(unit)
	return code >= 0xdc00 && code <= 0xdfff && isFirstHalf(text.charCodeAt(unit - 1))
}

function isFirstHalf(code: number): boolean {
	return code >= 0xd800 && code <= 0xdbff
}

/** Looks at most this far, so that piled-up marks cost nothing. */
const LONGEST_CHARACTER_UNITS = 64

function wholeCharacterEnd(text: string, end: number): number {
	const next = text[end]
	if (next === undefined || next < '\u0300' || !STICKS.test(next)) return end
	const from = Math.max(0, end - LONGEST_CHARACTER_UNITS)
	const around = WHOLE_CHARACTERS.segment(text.slice(from, end + LONGEST_CHARACTER_UNITS)).containing(end - from)
	return around && around.index < end - from ? from + around.index + around.segment.length : end
}
