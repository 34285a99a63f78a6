/** Sums, ages and numbers of files and customers. Pure; every search is bounded. */
import type { Certainty, Found } from './find-names.rules.ts'
import { isBeside, isNumeral, type Word } from './name-words.rules.ts'

const COUNT = "\\d{1,3}(?:[. ’']\\d{3}){0,4}(?:,\\d{1,2})?|\\d{4,9}(?:,\\d{1,2})?"
const SUM = new RegExp(
	`(?<![\\d.,])(?:${COUNT})(?:,-)?\\s?(?:(?:tausend|mio\\.?|millionen?|mrd\\.?)\\s)?(?:€|euro|eur|mark|dm|cent)(?!\\p{L})|€\\s?(?:${COUNT})`,
	'giu',
)
const AGE = /(?<![\d.,])\d{1,3}(?:\s|-)(?:jahre alt|jährige[rnsm]?|jährig)(?!\p{L})/giu
const FILE_NUMBER =
	/(?<!\p{L})(?:aktenzeichen|az\.?|steuernummer|steuer-id|kundennummer|mitgliedsnummer|versicherungsnummer|rentenversicherungsnummer|personalnummer|ausweisnummer|kontonummer|vorgangsnummer|patientennummer|matrikelnummer|flurstück|flurnummer|aktenzeichen)(?:\s(?:ist|lautet|war|die|das|nummer|nr\.?)){0,3}[:\s]{1,3}([\p{L}\p{N}/.-]{0,12}\d[\p{L}\p{N}/. -]{0,24}\d|\d{2,12})/giu
const LONG_NUMBER = /(?<![\p{L}\d.,/-])\d{7,24}(?![\p{L}\d])/gu

const MONEY = new Set(['euro', 'mark', 'cent', 'dm', 'eur'])

export function findAmounts(text: string, words: readonly Word[]): Found[] {
	const named = Array.from(text.matchAll(FILE_NUMBER), ({ 0: raw, 1: number, index }) => {
		const start = index + raw.length - number!.length
		return numberAt(start, start + number!.length, 'certain')
	})
	return [
		...all(text, SUM, 'cue'),
		...all(text, AGE, 'cue'),
		...named,
		...all(text, LONG_NUMBER, 'likely'),
		...findSpoken(words),
	]
}

function all(text: string, pattern: RegExp, certainty: Certainty): Found[] {
	return Array.from(text.matchAll(pattern), ({ 0: raw, index }) => numberAt(index, index + raw.length, certainty))
}

/** `zwölftausend Euro`, `dreiundachtzig Jahre alt`. */
function findSpoken(words: readonly Word[]): Found[] {
	return words.flatMap((word, at) => {
		const next = words[at + 1]
		if (!isBeside(next) || !isNumeral(word.folded)) return []
		if (MONEY.has(next.folded)) return [numberAt(word.start, next.end, 'cue')]
		const then = words[at + 2]
		return next.folded === 'jahre' && isBeside(then) && then.folded === 'alt'
			? [numberAt(word.start, then.end, 'cue')]
			: []
	})
}

function numberAt(start: number, end: number, certainty: Certainty): Found {
	return { start, end, kind: 'number', certainty }
}
