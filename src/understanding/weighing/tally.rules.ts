/**
 * What one person's codings come to, in two or three bytes each, and how to read many people's one after another.
 *
 * Each coding is a byte of marks (a new person, a new contribution, stance, intensity) and its theme's number, seven bits a
 * byte, the low ones first. Tallies can be joined end to end: each begins with the mark of a new person.
 */
const NEW_PERSON = 1
const NEW_VOICE = 2
const STANCE_BIT = 2
const INTENSITY_BIT = 4

/** `voice` tells one person's contributions apart; `stance` is its place in `STANCES`, 0 to 3. */
export type TalliedCoding = { voice: number; themeNumber: number; stance: number; intensity: number }

/** The codings of one person, those of one contribution next to each other. */
export function packTally(codings: readonly TalliedCoding[]): Uint8Array {
	const bytes: number[] = []
	for (const [n, { voice, themeNumber, stance, intensity }] of codings.entries()) {
		const isNewVoice = n === 0 || voice !== codings[n - 1]!.voice
		bytes.push(
			(n === 0 ? NEW_PERSON : 0) |
				(isNewVoice ? NEW_VOICE : 0) |
				(stance << STANCE_BIT) |
				((intensity - 1) << INTENSITY_BIT),
		)
		let rest = themeNumber
		for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128)
		bytes.push(rest)
	}
	return Uint8Array.from(bytes)
}

/** `person` and `voice` count from 0 within these bytes; `stance` is its place in `STANCES`. */
export type VisitCoding = (
	themeNumber: number,
	stance: number,
	intensity: number,
	person: number,
	voice: number,
) => void

/** Calls `visit` for every coding of any number of tallies joined end to end. Returns how many people and contributions there were. */
export function visitTallies(bytes: Uint8Array, visit: VisitCoding): { persons: number; voices: number } {
	let person = -1
	let voice = -1
	for (let at = 0; at < bytes.length;) {
		const marks = bytes[at++]!
		if (marks & NEW_PERSON) person++
		if (marks & NEW_VOICE) voice++
		let number = 0
		let byte = 128
		for (let shift = 0; byte > 127; shift += 7) {
			byte = bytes[at++]!
			number |= (byte & 127) << shift
		}
		visit(number, (marks >> STANCE_BIT) & 3, ((marks >> INTENSITY_BIT) & 3) + 1, person, voice)
	}
	return { persons: person + 1, voices: voice + 1 }
}
