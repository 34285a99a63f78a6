/**
 * What a model sees of a text: its words, pairs of words, and runs of letters inside of words. Runs of letters find
 * "Schule" in "Gemeinschaftsschule" and forgive spelling, so no dictionary is needed.
 */

/** Called for every feature with its 32-bit hash and the part of the text it stands for, in UTF-16 units. */
export type Visit = (hash: number, start: number, end: number) => void

const WORD = /\p{L}+|\p{N}+|[?!.:,;()%+"/-]/gu
const CHUNK = /\S+/gu
/** Lengths of runs of letters, counted with a space before and after each word. */
const SHORTEST_RUN = 2
const LONGEST_RUN = 5
/** Where the three kinds of features begin to be hashed, so that equal letters do not meet. */
const WORDS = 0x811c9dc5
const PAIRS = 0x3c6ef372
const RUNS = 0x1b873593
const FIRST = 0x51ed270b
const LAST = 0x2545f491

const SPACE = 32

function mix(hash: number, code: number): number {
	return Math.imul(hash ^ code, 0x01000193) ^ (hash >>> 15)
}

function hashOf(start: number, word: string): number {
	let hash = start
	for (let at = 0; at < word.length; at++) hash = mix(hash, word.charCodeAt(at))
	return hash
}

/** Words and punctuation marks, pairs of them that follow each other, and the text's first and last. */
export function visitWords(text: string, visit: Visit) {
	let before = ''
	let beforeStart = 0
	let end = 0
	for (const { 0: found, index } of text.matchAll(WORD)) {
		const word = found.toLowerCase()
		end = index + found.length
		visit(hashOf(WORDS, word), index, end)
		if (before === '') visit(hashOf(FIRST, word), index, end)
		else visit(hashOf(mix(hashOf(PAIRS, before), SPACE), word), beforeStart, end)
		before = word
		beforeStart = index
	}
	if (before !== '') visit(hashOf(LAST, before), beforeStart, end)
}

/** Runs of two to five letters inside of what stands between two spaces, the spaces included. */
export function visitRuns(text: string, visit: Visit) {
	for (const { 0: found, index } of text.matchAll(CHUNK)) {
		const word = ` ${found.toLowerCase()} `
		const end = index + found.length
		for (let from = 0; from < word.length; from++) {
			let hash = RUNS
			const last = Math.min(word.length, from + LONGEST_RUN)
			for (let at = from; at < last; at++) {
				hash = mix(hash, word.charCodeAt(at))
				if (at - from + 1 >= SHORTEST_RUN) visit(hash, index, end)
			}
		}
	}
}

export const KINDS = [visitWords, visitRuns] as const
