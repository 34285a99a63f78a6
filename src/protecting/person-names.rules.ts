/**
 * Finds people by name. One walk over the words, a bounded look at the neighbours of each. Pure.
 *
 * Names that are words of every day (Koch, Klein, Sommer, Ernst) count only with a cue: a title, a first name, a verb
 * that only people do, or the same name found for certain elsewhere in the text.
 */
import type { Certainty, Found, Gazetteer } from './find-names.rules.ts'
import * as cues from './name-cues.rules.ts'
import { endingUnits, readName, type ReadName } from './name-endings.rules.ts'
import { isBeside, type Word } from './name-words.rules.ts'
import { ownSurnames } from './own-names.rules.ts'
import { nameLists, type NameLists } from './name-lists.rules.ts'
import { hasDeterminer, hasDialectGenitive, hasPersonCue, isSmallFamily } from './person-company.rules.ts'
import { isCalled } from './spoken-to.rules.ts'
import { standsForSomebody } from './noun-surnames.rules.ts'
import { unlistedAt } from './unlisted-names.rules.ts'
import { afterTitle } from './title-names.rules.ts'
import { extendName, isFamous, joined, withForeignParticle, withParticles } from './name-parts.rules.ts'

/** A name from one word to another; the reading is that of the last word. */
export type Person = { first: number; last: number; read: ReadName; certainty: Certainty; gender?: 'man' | 'woman' }

export function findPersons(text: string, words: readonly Word[], gazetteer: Gazetteer): Found[] {
	const lists = nameLists(gazetteer, ownSurnames(gazetteer.own))
	const persons: Person[] = []
	const taken = new Set<number>()
	for (let at = 0; at < words.length; at++) {
		const person =
			afterTitle(words, at, lists) ??
			turnedAt(words, at, lists) ??
			firstNameAt(words, at, lists) ??
			surnameAt(words, at, lists) ??
			unlistedAt(words, at, lists)
		if (!person) continue
		person.first = withForeignParticle(words, person.first)
		if (!isFamous(words, person)) persons.push(person)
		for (let word = person.first; word <= person.last; word++) taken.add(word)
		at = person.last
	}
	persons.push(...foundAgain(words, persons, taken))
	return persons.map((person) => toFound(text, words, person))
}

const BEFORE_TURNED = /^(?:der|die|dem|den|vom|beim|zum|zur|em|am|da|de|dr|d|s|em|im|ihr|unser)$/

/** In the south and west the surname comes first: `der Huber Sepp`, `vom Schneider Adam`. */
function turnedAt(words: readonly Word[], at: number, lists: NameLists): Person | null {
	const [before, word, name] = [words[at - 1], words[at]!, words[at + 1]]
	if (!word.isCapital || !name?.isCapital || name.gap !== 'space' || !BEFORE_TURNED.test(before?.folded ?? ''))
		return null
	const read = lists.readFirstName(name)
	if (!read || lists.everydayWords.has(read.name) || cues.NO_NAMES.has(word.folded) || cues.NOUN_ENDS.test(word.folded))
		return null
	const isSurname =
		lists.isSurname(word.folded) ||
		!lists.isNoun(word.folded) ||
		(cues.NAME_LIKE_ENDS.test(word.folded) && !lists.nouns.has(word.folded))
	return isSurname ? { first: at, last: joined(words, at + 1), read, certainty: 'likely' } : null
}

/** `Petra`, `Petra Wollin`, `Hans-Peter von Brühl`. */
function firstNameAt(words: readonly Word[], at: number, lists: NameLists): Person | null {
	const word = words[at]!
	const read = readFirstName(words, at, lists)
	if (!read) return null
	const isEveryday = lists.everydayWords.has(read.name)
	const first = word.gap === 'hyphen' && words[at - 1]?.isCapital ? at - 1 : at
	const extended = read.form === 'name' ? extendName(words, at, lists) : { last: at, isListed: false }
	if (extended.last > at) {
		const isNoun = lists.isNoun(words[extended.last]!.folded) && !cues.NAME_LIKE_ENDS.test(words[extended.last]!.folded)
		if (isEveryday && !extended.isListed && isNoun) return null
		const last = lastReading(words[extended.last]!, lists)
		return {
			first,
			last: extended.last,
			read: last,
			certainty: extended.isListed && !isEveryday ? 'certain' : 'likely',
		}
	}
	if (!isEveryday) return { first, last: at, read, certainty: 'likely' }
	const isSomebody = hasPersonCue(words, at, lists) || isCalled(words, at) || standsForSomebody(words, at, lists)
	return isSomebody ? { first: at, last: at, read, certainty: 'cue' } : null
}

/** Typed small: `der max hat`, but not `mit gut`. */
function isSmallFirstName(words: readonly Word[], at: number, lists: NameLists): boolean {
	const { folded } = words[at]!
	if (lists.everydayWords.has(folded) || folded.length < 3) return false
	if (!cues.NO_LOWER_FIRST_NAMES.has(folded)) return true
	const after = words[at + 1]
	return (
		/^(?:der|die|dem|den)$/.test(words[at - 1]?.folded ?? '') &&
		isBeside(after) &&
		cues.PEOPLE_DO.has(after.folded) &&
		!/^(?:gut|mit|nach|per|rat|mal|sam|elle|rica)$/.test(folded)
	)
}

function readFirstName(words: readonly Word[], at: number, lists: NameLists): ReadName | null {
	const word = words[at]!
	if (!word.isCapital && !isSmallFirstName(words, at, lists)) return null
	const read = lists.readFirstName(word)
	if (!read || read.form === 'estate' || read.form === 'feminine' || read.form === 'adjective') return null
	if (
		read.form === 'possessive' &&
		(!word.isCapital || (read.name.length < 4 && read.ending > 0 && cues.NO_NAMES.has(word.folded)))
	)
		return null
	return read
}

function surnameAt(words: readonly Word[], at: number, lists: NameLists): Person | null {
	const word = words[at]!
	const read = lists.readSurname(word)
	if (!read || !mayBeSurname(word, read, lists) || isOneOfMany(words, at, read, lists)) return null
	const isOwn = lists.ownSurnames.has(read.name)
	const isEveryday = !isOwn && lists.everydayWords.has(read.name)
	if (isEveryday && !everydayCue(words, at, read, lists)) return null
	if (read.form === 'feminine' && !isWoman(words, at, lists)) return null
	let last = at
	while (words[last + 1]?.gap === 'hyphen' && words[last + 1]!.isCapital && last < at + 3) last++
	const certainty = isOwn ? 'certain' : isEveryday ? 'cue' : 'likely'
	return {
		first: withParticles(words, at),
		last,
		read: last === at ? read : lastReading(words[last]!, lists),
		certainty,
	}
}

/** `ein Schneider`, `kein Reuter`: the trade. */
function isOneOfMany(words: readonly Word[], at: number, read: ReadName, lists: NameLists): boolean {
	return read.form === 'name' && lists.nouns.has(read.name) && /^k?ein(?:e[nmr]?)?$/.test(words[at - 1]?.folded ?? '')
}

/** `die Müllerin`: with an article, and no trade of today. */
function isWoman(words: readonly Word[], at: number, lists: NameLists): boolean {
	const { folded } = words[at]!
	return (
		cues.ARTICLES.has(words[at - 1]?.folded ?? '') && (!lists.nouns.has(folded) || cues.TRADES_OF_THE_PAST.has(folded))
	)
}

function mayBeSurname(word: Word, read: ReadName, lists: NameLists): boolean {
	if (word.isCapital) return true
	if (read.form === 'adjective') return read.name.length > 3 && !cues.NO_LOWER_SURNAMES.has(read.name)
	if (read.name.length < 4 || cues.NO_LOWER_SURNAMES.has(read.name) || cues.NO_LOWER_SURNAMES.has(word.folded))
		return false
	if (read.form === 'possessive' && read.ending === 1) return true
	// Typed small, verbs look like names: `danken`, `linken`.
	return read.form === 'name' && !lists.everydayWords.has(read.name) && !word.folded.endsWith('en')
}

/** What makes a word of every day a name. */
function everydayCue(words: readonly Word[], at: number, read: ReadName, lists: NameLists): boolean {
	const word = words[at]!
	if (!word.isCapital) return isSmallFamily(words, at)
	if (read.form === 'adjective') return true
	// `Gesines Mann hat`: whose husband he is.
	if (
		/^(?:mann|vater|bruder|vetter|freund|junge)$/.test(word.folded) &&
		words[at - 1]?.isCapital &&
		word.gap === 'space'
	)
		return false
	if (read.form === 'possessive' && read.ending === 1 && !cues.NO_PLURALS.has(word.folded)) {
		// `des Wolfs` is an animal's, `die Wolfs` and `Wolfs Garten` are a family.
		const before = words[at - 1]?.folded ?? ''
		if (/^(?:die|den|bei|zu|von|mit|wie|und)$/.test(before) || !hasDeterminer(words, at)) return true
	}
	return (
		read.form === 'name' &&
		(hasPersonCue(words, at, lists) ||
			hasDialectGenitive(words, at) ||
			isCalled(words, at) ||
			standsForSomebody(words, at, lists))
	)
}

/** `im Sommer`, `mehr Kraft`: not the Sommer and the Kraft from before. */
const MEASURED = /^(?:im|am|jeden|letzten|naechsten|diesen|vorigen|mehr|viel|wenig|ein|eine|einen|kein|keine|keinen)$/

/** Names found for certain once are looked for everywhere else, whatever they may mean besides. */
function foundAgain(words: readonly Word[], persons: readonly Person[], taken: ReadonlySet<number>): Person[] {
	const certain = persons.filter(({ certainty }) => certainty === 'certain')
	const known = new Set(certain.map(({ read }) => read.name).filter((name) => name.length > 2))
	if (known.size === 0) return []
	return words.flatMap((word, at) => {
		if (taken.has(at) || !word.isCapital || MEASURED.test(words[at - 1]?.folded ?? '')) return []
		const read = readName(word.folded, (name) => known.has(name))
		return read && read.form !== 'estate' ? [{ first: at, last: at, read, certainty: 'cue' } as const] : []
	})
}

function lastReading(word: Word, lists: NameLists): ReadName {
	return (
		lists.readSurname(word) ??
		lists.readFirstName(word) ?? {
			name: word.folded,
			ending: 0,
			form: 'name',
		}
	)
}

const AFTER_APOSTROPHE = /^(?:s|sche|schen|scher|sches|schem)$/

function toFound(text: string, words: readonly Word[], { first, last, read, certainty, gender }: Person): Found {
	const start = words[first]!.start
	const word = words[last]!
	const after = words[last + 1]
	const owned = after?.gap === 'apostrophe' && AFTER_APOSTROPHE.test(after.folded) ? after.end : null
	const nameEnd = owned ? word.end : word.end - endingUnits(text.slice(word.start, word.end), read)
	const end = owned ?? word.end
	return {
		start,
		end,
		kind: 'person',
		certainty,
		base: text.slice(start, nameEnd),
		ending: text.slice(nameEnd, end),
		...(gender && { gender }),
	}
}
