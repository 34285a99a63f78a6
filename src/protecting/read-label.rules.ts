/** Takes a typed label apart: roles the dictionary knows, places, and what nobody knows. Pure. */
import { normalisedWords } from './label-words.rules.ts'
import {
	EVERYBODY,
	pathUp,
	type DictionaryPlace,
	type DictionaryRole,
	type RoleDictionary,
	type WordKind,
} from './role-dictionary.rules.ts'

export type ReadRole = { role: DictionaryRole; kind: WordKind }

export type ReadLabel = {
	roles: ReadRole[]
	places: DictionaryPlace[]
	/** A place is named that the municipality does not have. */
	hasUnknownPlace: boolean
	/** Something is said that is neither role nor place: an age, a street, a word nobody has counted. */
	hasUnknownWords: boolean
}

/** `district` is the slug or name of a district named beside the label. */
export function readLabel(dictionary: RoleDictionary, label: string, district?: string): ReadLabel {
	const whole = findExactly(dictionary, label)
	const beside = district === undefined ? undefined : findPlace(dictionary, district)
	const { rest, places, hasUnknownPlace } = whole
		? { rest: label, places: [], hasUnknownPlace: false }
		: takePlaces(dictionary, label)
	const read = whole ? { roles: [whole], hasUnknownWords: false } : readRoles(dictionary, rest)
	const known = [...new Set(beside ? [beside, ...places] : places)]
	const resident = dictionary.roles.get('resident')
	const onlyPlaces = known.length > 0 && read.roles.length === 0 && !read.hasUnknownWords && resident
	return {
		roles: onlyPlaces
			? [{ role: resident, kind: known.some(({ name }) => label.includes(name)) || beside ? 'own' : 'form' }]
			: read.roles,
		places: known,
		hasUnknownPlace: hasUnknownPlace || (district !== undefined && !beside),
		hasUnknownWords: read.hasUnknownWords,
	}
}

const SEPARATORS = /[,;·|/()–—+&]|\s-\s|\s(?:und|and|als|sowie|bzw\.|oder|plus)\s/u
/** Words that add nothing about a person. */
const FILLERS =
	/(?<!\p{L})(?:ein|eine|einer|eines|der|die|das|des|dem|den|im|in|am|vom|von|aus|zur|zum|bei|für|the|an?|of|from|at|stimme|voice|ort|hier|unser|unsere[rmns]?)(?!\p{L})/giu

function readRoles(dictionary: RoleDictionary, text: string): Pick<ReadLabel, 'roles' | 'hasUnknownWords'> {
	const whole = findRole(dictionary, text)
	if (whole) return { roles: [whole], hasUnknownWords: false }
	const parts = text.split(SEPARATORS).filter(saysSomething)
	const read = parts.map((part) => readPart(dictionary, part))
	const found = read.flatMap(({ role }) => role ?? [])
	return { roles: withoutImplied(dictionary, found), hasUnknownWords: read.some(({ isKnown }) => !isKnown) }
}

function readPart(dictionary: RoleDictionary, part: string): { role?: ReadRole; isKnown: boolean } {
	const role =
		findRole(dictionary, part) ?? findRole(dictionary, part.replace(FILLERS, ' ')) ?? findLeading(dictionary, part)
	if (role) return { role, isKnown: true }
	const inside = findInside(dictionary, part)
	return inside ? { role: inside, isKnown: false } : { isKnown: !saysSomething(part.replace(FILLERS, ' ')) }
}

/** Twice the same is once, and what everybody is, or what a finer role implies, is nothing new. */
function withoutImplied(dictionary: RoleDictionary, found: ReadRole[]): ReadRole[] {
	const distinct = found.filter(({ role }, at) => found.findIndex((other) => other.role === role) === at)
	const implies = (one: ReadRole, other: ReadRole) =>
		one.role !== other.role &&
		(EVERYBODY.includes(other.role.slug) || pathUp(dictionary, one.role).includes(other.role))
	const kept = distinct.filter(
		(one, at) => !distinct.some((other, to) => implies(other, one) && !(implies(one, other) && to > at)),
	)
	const isGendered = found.some(({ kind }) => kind === 'form')
	return kept.map((one) => (isGendered && one.kind === 'own' && found.length > 1 ? { ...one, kind: 'form' } : one))
}

function saysSomething(text: string): boolean {
	return /[\p{L}\p{N}]/u.test(text)
}

/** The label itself, another word for the same people, a finer word, or a longer word that ends in one of them. */
function findRole(dictionary: RoleDictionary, text: string): ReadRole | undefined {
	return findExactly(dictionary, text) ?? findCompound(wordsOf(dictionary).words, normalisedWords(text))
}

function findExactly(dictionary: RoleDictionary, text: string): ReadRole | undefined {
	if (!saysSomething(text)) return undefined
	const { labels, words } = wordsOf(dictionary)
	const own = labels.get(plain(text))
	return own ? { role: own, kind: 'own' } : words.get(normalisedWords(text))
}

/** „Vollkornbäckerin“ is some baker: the longest word of the dictionary it ends in says which group. */
function findCompound(words: ReadonlyMap<string, ReadRole>, normalised: string): ReadRole | undefined {
	if (normalised.includes(' ')) return undefined
	for (let from = 1; from <= normalised.length - 5; from++) {
		const found = words.get(normalised.slice(from))
		if (found) return { role: found.role, kind: 'finer' }
	}
	return undefined
}

type DictionaryWords = { labels: ReadonlyMap<string, DictionaryRole>; words: ReadonlyMap<string, ReadRole> }

const WORDS = new WeakMap<RoleDictionary, DictionaryWords>()

/** Every word of the dictionary once, normalised; where two roles share one, the first counts, labels before finer words. */
function wordsOf(dictionary: RoleDictionary): DictionaryWords {
	return WORDS.getOrInsertComputed(dictionary, () => {
		const roles = [...dictionary.roles.values()]
		const pairs = [
			...roles.flatMap((role) => [role.label, ...role.forms].map((word) => [word, role, 'form'] as const)),
			...roles.flatMap((role) => role.finer.map((word) => [word, role, 'finer'] as const)),
		]
		return {
			labels: new Map(roles.toReversed().map((role) => [plain(role.label), role])),
			words: new Map(pairs.toReversed().map(([word, role, kind]) => [normalisedWords(word), { role, kind }])),
		}
	})
}

/** „Leiterin des Bauamts“, “head of the building office”: whoever leads something is one person. */
function findLeading(dictionary: RoleDictionary, part: string): ReadRole | undefined {
	const [, leads, led] = LEADING.exec(part) ?? []
	if (!leads || !led) return undefined
	const bare = led.trim().replace(/s$/u, '')
	const ending = /^(?:vor|chair)/iu.test(leads) ? 'vorsitzende' : 'leitung'
	const compounds = [`${bare}s${ending}`, `${bare}${ending}`, `${bare.replace(/e$/u, '')}${ending}`]
	const role = [...compounds, led].map((word) => findRole(dictionary, word)).find((found) => found !== undefined)
	const inside = role ?? findInside(dictionary, led)
	return inside && { role: inside.role, kind: 'finer' }
}

const LEADING =
	/^\s*(leit(?:er|erin|ung)|chefin|chef|head|director|vorsitzende[rn]?|vorstand|chair|inhaberin|inhaber)\s+(?:of\s+)?(?:der|des|vom|von|the|im|am|beim|einer|eines)?\s*(.+)$/iu

/** A word of the dictionary somewhere in the text, the longest first. */
function findInside(dictionary: RoleDictionary, part: string): ReadRole | undefined {
	const words = part.split(/[\s-]+/u).filter(saysSomething)
	for (let length = words.length - 1; length > 0; length--) {
		for (let from = 0; from + length <= words.length; from++) {
			const found = findRole(dictionary, words.slice(from, from + length).join(' '))
			if (found) return found
		}
	}
	return undefined
}

function findPlace(dictionary: RoleDictionary, text: string): DictionaryPlace | undefined {
	return dictionary.places.find(({ slug, name }) => slug === text || normalisedWords(name) === normalisedWords(text))
}

const LINK = String.raw`(?:(?<!\p{L})(?:aus|in|von|vom|im|bei|zu|from|of)(?: der| dem| the)?(?: Ortsteil| Stadtteil| Dorf| Ort| village(?: of)?)?\s+)`

/** Names of districts, people called after them („die Oberloherin“), a village told by its size, and places elsewhere. */
function takePlaces(dictionary: RoleDictionary, label: string) {
	const places: DictionaryPlace[] = []
	let rest = label
	const take = (pattern: RegExp, place: (match: RegExpExecArray) => DictionaryPlace | undefined) => {
		const match = pattern.exec(rest)
		if (!match) return false
		rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`
		const found = place(match)
		if (found) places.push(found)
		return !found
	}
	for (const place of dictionary.places.toSorted((one, other) => other.name.length - one.name.length)) {
		const [name, stem] = [RegExp.escape(place.name), RegExp.escape(place.name.replace(/(?:en|e)$/u, ''))]
		const pattern = `[\\s,(]*${LINK}?(?<!\\p{L})(?:${name}s?|${stem}(?:en|e)?r(?:in|innen|n)?)(?!\\p{L})\\)?`
		take(new RegExp(pattern, 'iu'), () => place)
	}
	const sized = String.raw`[\s,(]*(?:${LINK.slice(0, -1)})?)?(?:(?:aus|in|from|of|eines?|einem|einer|a)\s+)*(?:Dorf(?:e?s)?|Ort(?:e?s)?|Ortsteils?|Weilers?|village)\s+(?:mit|von|of|with)\s+(\d[\d.]*)(?:\s+(?:Einwohner\w*|Menschen|Leuten|Seelen|people|inhabitants))?\)?`
	const ofSize = take(new RegExp(sized, 'iu'), ([, size]) =>
		onlyOne(dictionary.places.filter(({ population }) => population === Number(size?.replaceAll('.', '')))),
	)
	const elsewhere = findRole(dictionary, rest) ? { rest, isNamed: false } : takeElsewhere(dictionary, rest)
	return { rest: elsewhere.rest, places, hasUnknownPlace: ofSize || elsewhere.isNamed }
}

function onlyOne<Thing>(things: Thing[]): Thing | undefined {
	return things.length === 1 ? things[0] : undefined
}

/** „aus Hintertupfing“, „(Mitte)“: a capitalised name after a word of place that is no role is a place nobody knows. */
function takeElsewhere(dictionary: RoleDictionary, text: string): { rest: string; isNamed: boolean } {
	const match =
		/(?:(?<!\p{L})(?:aus|from)(?: der| dem| the)?(?: Ortsteil| Stadtteil| Dorf| village(?: of)?)?\s+|\()(\p{Lu}[\p{L}-]*(?:\s\p{Lu}[\p{L}-]*)*)\)?/u.exec(
			text,
		)
	if (!match || readRoles(dictionary, match[1]!).roles.length > 0) return { rest: text, isNamed: false }
	return { rest: text.replace(match[0], ' '), isNamed: true }
}

function plain(text: string): string {
	return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}
