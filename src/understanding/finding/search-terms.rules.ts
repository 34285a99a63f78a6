/** A query as the database reads it, as people read it, and the words that make one text a better hit than another. Pure. */
import { foldUmlauts, stemOf } from '#listening/german-stem.rules.ts'
import { partStemsOf } from '#listening/german-compounds.rules.ts'
import type { Asked, AskedWord } from './search-query.rules.ts'

/** Stems are letters and digits; a quote inside would end them. */
function lexeme(stem: string, sign = ''): string {
	return `'${stem.replace(/['\\]/g, '')}'${sign}`
}

/** As PostgreSQL's `tsquery` type reads it, over what `searchWordsOf` keeps. */
export function tsQueryOf(asked: Asked): string {
	switch (asked.kind) {
		case 'word':
			return eitherOf(formsOf(asked))
		case 'prefix':
			// What is kept are stems: "gemeinde*" means "Gemeinde", too.
			return eitherOf([lexeme(foldUmlauts(asked.prefix), ':*'), lexeme(stemOf(asked.prefix))])
		case 'phrase':
			return asked.words.map(({ stem }) => lexeme(stem, ':A')).join(' <-> ')
		case 'near':
			return nearOf(tsQueryOf(asked.left), tsQueryOf(asked.right), asked.distance)
		case 'not':
			return `!(${tsQueryOf(asked.of)})`
		case 'or':
			return eitherOf(asked.of.map(tsQueryOf))
		case 'and':
			return asked.of.map((one) => `(${tsQueryOf(one)})`).join(' & ')
	}
}

function formsOf({ stem, parts, also }: AskedWord): string[] {
	const apart = parts.map((part) => lexeme(part, ':A')).join(' <-> ')
	return [lexeme(stem), ...(parts.length > 1 ? [apart] : []), ...also.map((other) => lexeme(other))]
}

function eitherOf(forms: string[]): string {
	return forms.length === 1 ? forms[0]! : forms.map((form) => `(${form})`).join(' | ')
}

function nearOf(left: string, right: string, distance: number): string {
	const gaps = Array.from({ length: distance }, (_, at) => at + 1)
	return gaps.flatMap((gap) => [`((${left}) <${gap}> (${right}))`, `((${right}) <${gap}> (${left}))`]).join(' | ')
}

/** A word that counts for a hit, and how much: 1 is a word that was asked for. */
export type Term = {
	stem: string
	weight: number
	isPrefix?: boolean
	isStop?: boolean
	/** Of a phrase: marked only where it stands by itself. */
	isExact?: boolean
}

/** Of a part of a word asked for; of another word taken for it; of a word that says nothing. */
const WEIGHT = { part: 0.55, also: 0.6, stop: 0.6, kin: 0.4 }

/** Every word that speaks for a text, each once. What must not be there speaks for nothing. */
export function termsOf(asked: Asked): Term[] {
	const terms = new Map<string, Term>()
	const note = (term: Term) => {
		const known = terms.get(term.stem)
		if (!known || known.weight < term.weight || (known.isExact && !term.isExact)) terms.set(term.stem, term)
	}
	for (const one of positiveOf(asked)) {
		if (one.kind === 'prefix') note({ stem: foldUmlauts(one.prefix), weight: 1, isPrefix: true })
		else {
			const { stem, isStop, isExact } = one
			note({ stem, weight: isStop ? WEIGHT.stop : 1, isStop, ...(isExact && { isExact }) })
			for (const part of partStemsOf(one.word)) note({ stem: part, weight: WEIGHT.part })
			for (const other of one.also) note({ stem: other, weight: WEIGHT.also })
			for (const other of one.kin) note({ stem: other, weight: WEIGHT.kin })
		}
	}
	return [...terms.values()]
}

type Leaf = (AskedWord & { isExact?: true }) | Extract<Asked, { kind: 'prefix' }>

/** The words that must, or may, be there, in their order. */
export function positiveOf(asked: Asked): Leaf[] {
	switch (asked.kind) {
		case 'word':
		case 'prefix':
			return [asked]
		case 'phrase':
			return asked.words.map((word) => ({ ...word, isExact: true }))
		case 'near':
			return [...positiveOf(asked.left), ...positiveOf(asked.right)]
		case 'not':
			return []
		default:
			return asked.of.flatMap(positiveOf)
	}
}

/** How the query was read, in the words of the language it is shown in. */
export function spellOut(asked: Asked, words: { and: string; or: string; not: string; near: string }): string {
	const inside = (one: Asked) =>
		one.kind === 'and' || one.kind === 'or' || one.kind === 'near' ? `(${spellOut(one, words)})` : spellOut(one, words)
	switch (asked.kind) {
		case 'word':
			return asked.also.length > 0 ? `${asked.word} (≈ ${asked.also.join(', ')})` : asked.word
		case 'prefix':
			return `${asked.prefix}*`
		case 'phrase':
			return `„${asked.words.map(({ word }) => word).join(' ')}“`
		case 'near':
			return `${inside(asked.left)} ${words.near}/${asked.distance} ${inside(asked.right)}`
		case 'not':
			return `${words.not} ${inside(asked.of)}`
		default:
			return asked.of.map(inside).join(` ${asked.kind === 'and' ? words.and : words.or} `)
	}
}

/** Without the words that say nothing, unless there are no others: "die Ampel" asks for "Ampel". */
export function sayingSomething(asked: Asked): Asked {
	if (asked.kind !== 'and') return asked
	const of = asked.of.filter((one) => one.kind !== 'word' || !one.isStop)
	if (of.every(({ kind }) => kind === 'not')) return asked
	return of.length === 1 ? of[0]! : { kind: 'and', of }
}
