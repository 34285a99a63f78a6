/**
 * What somebody typed into the search, understood: words, "phrases", begin*, AND OR NOT (UND ODER NICHT), -without,
 * NEAR/5 (NAH/5), brackets. Whatever is typed means something; what was mended on the way is told.
 */
import { partStemsOf, splitCompound } from '#listening/german-compounds.rules.ts'
import { STOP_WORDS, wordsOf } from '#listening/german-words.rules.ts'
import { stemOf } from '#listening/german-stem.rules.ts'

export type AskedWord = {
	kind: 'word'
	/** As typed, lower case. */
	word: string
	stem: string
	/** What a compound is made of: `rad weg` means it, too. Empty for others. */
	parts: string[]
	/** Other words of these texts that count as this one, because it stands in none of them. */
	also: string[]
	/** Words like it that speak for a text without being asked for, where it is very rare itself. */
	kin: string[]
	/** Says nothing by itself. */
	isStop: boolean
}

export type Asked =
	| AskedWord
	| { kind: 'prefix'; prefix: string }
	/** In this order, with nothing between. */
	| { kind: 'phrase'; words: AskedWord[] }
	/** At most `distance` words apart, in either order. */
	| { kind: 'near'; left: Asked; right: Asked; distance: number }
	| { kind: 'and' | 'or'; of: Asked[] }
	| { kind: 'not'; of: Asked }

export type Mending = 'bracket-opened' | 'bracket-closed' | 'quote-opened' | 'operator-alone' | 'only-without' | 'cut'

export type SearchQuery = {
	/** Null when nothing was asked. */
	asked: Asked | null
	/** Only words, no signs: texts with most of them are worth showing, too. */
	isPlain: boolean
	mended: Mending[]
}

/** More terms than this make a search slow and no better. */
const MOST_TERMS = 32
const LONGEST_TYPED = 600
/** Words between two that are near each other, unless a number says so. */
export const NEAR_WORDS = 10
const FARTHEST = 30

type Token =
	| { kind: 'open' | 'close' | 'not' }
	| { kind: 'and' | 'or'; isSaid: boolean }
	| { kind: 'near'; distance: number }
	| { kind: 'term'; asked: Asked }

const OPERATORS = new Map<string, 'and' | 'or' | 'not'>([
	...['AND', 'UND', '&', '&&'].map((sign) => [sign, 'and'] as const),
	...['OR', 'ODER', '|', '||', 'oder', 'or'].map((sign) => [sign, 'or'] as const),
	...['NOT', 'NICHT', 'OHNE'].map((sign) => [sign, 'not'] as const),
])

/** In capitals, or as programmers do, they are meant strictly. */
const AS_ONE_SAYS_IT = new Set(['oder', 'or', '&'])

/** "Radwege und -spuren" excludes nothing. */
const ELLIPSIS = /[,/]$|^(?:und|oder|bzw\.?|sowie|&)$/i

const PIECE = /([()])|(-(?=["„“»\p{L}\p{N}(]))?(?:(["„“»])([^"“”«]*)(["“”«]?)|([^\s()"„“”»]+))|(-)/gu

export function readSearchQuery(typed: string): SearchQuery {
	const mended = new Set<Mending>()
	const tokens = readTokens(typed, mended)
	const isPlain = tokens.every(isPlainToken)
	const reader = { tokens, at: 0, mended }
	const parts: Asked[] = []
	while (reader.at < tokens.length) {
		const read = readEither(reader)
		if (read) parts.push(read)
		if (tokens[reader.at]?.kind === 'close') {
			mended.add('bracket-closed')
			reader.at++
		}
	}
	const asked = allOf(parts)
	if (asked && !asksFor(asked)) {
		mended.add('only-without')
		return { asked: null, isPlain, mended: [...mended] }
	}
	return { asked: asked ?? null, isPlain, mended: [...mended] }
}

function readTokens(typed: string, mended: Set<Mending>): Token[] {
	if (typed.length > LONGEST_TYPED) mended.add('cut')
	const tokens: Token[] = []
	let terms = 0
	/** The word before. */
	let said = ''
	for (const [, bracket, minus, quote, quoted, unquote, word] of typed.slice(0, LONGEST_TYPED).matchAll(PIECE)) {
		if (bracket) tokens.push({ kind: bracket === '(' ? 'open' : 'close' })
		if (quote && !unquote) mended.add('quote-opened')
		const operator = word && !minus ? operatorOf(word) : undefined
		if (operator) {
			said = word!
			tokens.push(operator)
			continue
		}
		const isWithout = minus && !ELLIPSIS.test(said)
		said = word ?? ''
		if (isWithout) tokens.push({ kind: 'not' })
		const asked = quote ? readPhrase(quoted ?? '') : readWord(word ?? '')
		if (!asked) {
			if (isWithout && !bracket) tokens.pop()
			continue
		}
		if (terms++ < MOST_TERMS) tokens.push({ kind: 'term', asked })
		else mended.add('cut')
	}
	return tokens
}

function operatorOf(word: string): Token | undefined {
	const near = /^(?:NEAR|NAH|NAHE)(?:[/:](\d{1,3}))?$/.exec(word)
	if (near) return { kind: 'near', distance: Math.max(1, Math.min(FARTHEST, Number(near[1] ?? NEAR_WORDS))) }
	const kind = OPERATORS.get(word)
	if (kind === 'not') return { kind }
	return kind && { kind, isSaid: AS_ONE_SAYS_IT.has(word) }
}

function readPhrase(quoted: string): Asked | undefined {
	const words = wordsOf(quoted).map(({ word }) => askedWord(word))
	if (words.length === 0) return undefined
	return { kind: 'phrase', words }
}

/** `Radweg`, `Rad*`; `E-Bike` is two words that stand together, `Markt/Bahnhof` are two words. */
function readWord(word: string): Asked | undefined {
	const of = word
		.split(/[/,;:+&.]+/)
		.map(readJoined)
		.filter((one) => one !== undefined)
	return allOf(of)
}

function readJoined(word: string): Asked | undefined {
	const words = wordsOf(word).map((one) => one.word)
	if (words.length === 0) return undefined
	if (words.length > 1)
		return { kind: 'or', of: [{ kind: 'phrase', words: words.map(askedWord) }, askedWord(words.join(''))] }
	if (/[\p{L}\p{N}]\*+$/u.test(word) && words[0]!.length >= 2) return { kind: 'prefix', prefix: words[0]! }
	return askedWord(words[0]!)
}

export function askedWord(word: string): AskedWord {
	const parts = partStemsOf(word).length > 0 ? splitCompound(word).map(stemOf) : []
	return { kind: 'word', word, stem: stemOf(word), parts, also: [], kin: [], isStop: STOP_WORDS.has(word) }
}

/** Words and quotations, "und" and "oder" as one says it: whoever writes UND, excludes, or asks for nearness means it strictly. */
function isPlainToken(token: Token, _at: number, all: Token[]): boolean {
	if (token.kind === 'or' || token.kind === 'and') return token.isSaid
	if (token.kind !== 'term') return token.kind === 'open' || token.kind === 'close'
	return token.asked.kind === 'phrase' ? all.length > 1 : token.asked.kind !== 'prefix'
}

type Reader = { tokens: Token[]; at: number; mended: Set<Mending> }

/** One OR the other. */
function readEither(reader: Reader): Asked | undefined {
	const of = [readAll(reader)]
	while (reader.tokens[reader.at]?.kind === 'or') {
		reader.at++
		of.push(readAll(reader))
	}
	const there = of.filter((one) => one !== undefined)
	if (of.length > 1 && there.length < of.length) reader.mended.add('operator-alone')
	return there.length > 1 ? { kind: 'or', of: there } : there[0]
}

/** One AND the other; nothing between two words means the same. */
function readAll(reader: Reader): Asked | undefined {
	const of: Asked[] = []
	for (let token = reader.tokens[reader.at]; token; token = reader.tokens[reader.at]) {
		if (token.kind === 'close' || token.kind === 'or') break
		if (token.kind === 'and' || token.kind === 'near') {
			reader.at++
			if (token.kind === 'near') of.push(...joinNear(reader, of.pop(), token.distance))
			else if (of.length === 0 || !beginsTerm(reader.tokens[reader.at])) reader.mended.add('operator-alone')
			continue
		}
		const one = readOne(reader)
		if (one) of.push(one)
	}
	return allOf(of)
}

function joinNear(reader: Reader, left: Asked | undefined, distance: number): Asked[] {
	const right = beginsTerm(reader.tokens[reader.at]) ? readOne(reader) : undefined
	if (left && right && standsSomewhere(left) && standsSomewhere(right)) return [{ kind: 'near', left, right, distance }]
	reader.mended.add('operator-alone')
	return [left, right].filter((one) => one !== undefined)
}

function beginsTerm(token: Token | undefined): boolean {
	return token !== undefined && ['term', 'open', 'not'].includes(token.kind)
}

/** Places of a word, a phrase or one of several can be compared; of "without", or of several at once, they cannot. */
function standsSomewhere(asked: Asked): boolean {
	if (asked.kind === 'or') return asked.of.every(standsSomewhere)
	return asked.kind === 'word' || asked.kind === 'prefix' || asked.kind === 'phrase'
}

function readOne(reader: Reader): Asked | undefined {
	const token = reader.tokens[reader.at++]
	if (token?.kind === 'term') return token.asked
	if (token?.kind === 'not') {
		const of = beginsTerm(reader.tokens[reader.at]) ? readOne(reader) : undefined
		if (!of) reader.mended.add('operator-alone')
		return of && (of.kind === 'not' ? of.of : { kind: 'not', of })
	}
	const inside = readEither(reader)
	if (reader.tokens[reader.at]?.kind === 'close') reader.at++
	else reader.mended.add('bracket-opened')
	return inside
}

function allOf(of: Asked[]): Asked | undefined {
	const flat = of.flatMap((one) => (one.kind === 'and' ? one.of : [one]))
	return flat.length > 1 ? { kind: 'and', of: flat } : flat[0]
}

/** Whether there is anything that must be there: "without" alone finds nearly everything. */
function asksFor(asked: Asked): boolean {
	if (asked.kind === 'not') return false
	if (asked.kind === 'and') return asked.of.some(asksFor)
	if (asked.kind === 'or') return asked.of.every(asksFor)
	return true
}
