/**
 * What one person's codings come to, in three bytes each, and how to read many people's one after another.
 *
 * Each coding is a byte of marks (a new person, a new contribution, stance, intensity, what its words name), then its
 * theme's number and its reach, each seven bits a byte, the low ones first. Tallies can be joined end to end: each begins
 * with the mark of a new person. Whoever changes this makes every tally stale by a migration.
 */
const NEW_PERSON = 1
const NEW_VOICE = 2
const STANCE_BIT = 2
const INTENSITY_BIT = 4
const CONCRETE = 64
const HIGHER = 128

export type TalliedCoding = {
	themeNumber: number
	/** Its place in `STANCES`, 0 to 3. */
	stance: number
	/** 1 to 3. */
	intensity: number
	/** Of wishes: whether its words name something to begin with, and what lies above the municipality. */
	isConcrete: boolean
	isHigher: boolean
}

/** `voice` tells one person's contributions apart; `[start, end)` is where in it the passage stands. */
export type Passage = TalliedCoding & { voice: number; start: number; end: number }

/** The codings of one person: those of one contribution next to each other, by their start. */
export function packTally(passages: readonly Passage[]): Uint8Array {
	const bytes: number[] = []
	for (const [n, { voice, themeNumber, stance, intensity, isConcrete, isHigher }] of passages.entries()) {
		const isNewVoice = n === 0 || voice !== passages[n - 1]!.voice
		bytes.push(
			(n === 0 ? NEW_PERSON : 0) |
				(isNewVoice ? NEW_VOICE : 0) |
				(stance << STANCE_BIT) |
				((intensity - 1) << INTENSITY_BIT) |
				(isConcrete ? CONCRETE : 0) |
				(isHigher ? HIGHER : 0),
		)
		pushNumber(bytes, themeNumber)
		pushNumber(bytes, reachOf(passages, n))
	}
	return Uint8Array.from(bytes)
}

function pushNumber(bytes: number[], number: number) {
	let rest = number
	for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128)
	bytes.push(rest)
}

function reachOf(passages: readonly Passage[], n: number): number {
	const { voice, end } = passages[n]!
	let next = n + 1
	while (next < passages.length && passages[next]!.voice === voice && passages[next]!.start < end) next++
	return next - n - 1
}

export type VisitedCoding = TalliedCoding & {
	/** Both count from 0 within the bytes visited. */
	person: number
	voice: number
	/** So many of the codings that follow share words with it. */
	reach: number
}

/**
 * Calls `visit` for every coding of any number of tallies joined end to end. Returns how many people and contributions there
 * were. What `visit` is given is the same object each time, for there may be a million: take from it, do not keep it.
 */
export function visitTallies(
	bytes: Uint8Array,
	visit: (coding: Readonly<VisitedCoding>) => void,
): { persons: number; voices: number } {
	const coding = {
		person: -1,
		voice: -1,
		themeNumber: 0,
		stance: 0,
		intensity: 1,
		isConcrete: false,
		isHigher: false,
		reach: 0,
	}
	let at = 0
	const readNumber = () => {
		let byte = bytes[at++]!
		let number = byte & 127
		for (let shift = 7; byte > 127; shift += 7) {
			byte = bytes[at++]!
			number |= (byte & 127) << shift
		}
		return number
	}
	while (at < bytes.length) {
		const marks = bytes[at++]!
		if (marks & NEW_PERSON) coding.person++
		if (marks & NEW_VOICE) coding.voice++
		coding.stance = (marks >> STANCE_BIT) & 3
		coding.intensity = ((marks >> INTENSITY_BIT) & 3) + 1
		coding.isConcrete = (marks & CONCRETE) > 0
		coding.isHigher = (marks & HIGHER) > 0
		coding.themeNumber = readNumber()
		coding.reach = readNumber()
		visit(coding)
	}
	return { persons: coding.person + 1, voices: coding.voice + 1 }
}
