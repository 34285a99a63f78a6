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
import { afterTitle } from './title-names.rules.ts'
import { extendName, isFamous } from './name-parts.rules.ts'

/** A name from one word to another; the reading is that of the last word. */
export type Person = { first: number; last: number; read: ReadName; certainty: Certainty; gender?: 'man' | 'woman' }

export function findPersons(text: string, words: readonly Word[], gazetteer: Gazetteer): Found[] {
	const lists = nameLists(gazetteer, ownSurnames(gazetteer.own))
	const persons: Person[] = []
	const taken = new Set<number>()
	for (let at = 0; at < words.length; at++) {
		const person =
			afterTitle(words, at, lists) ??
			firstNameAt(words, at, lists) ??
			surnameAt(words, at, lists) ??
			unlistedAt(words, at, lists)
		if (!person) continue
		if (!isFamous(words, person)) persons.push(person)
		for (let word = person.first; word <= person.last; word++) taken.add(word)
		at = person.last
	}
	persons.push(...foundAgain(words, persons, taken))
	return persons.map((person) => toFound(text, words, person))
}

/** `Petra`, `Petra Wollin`, `Hans-Peter von Brühl`. */
function firstNameAt(words: readonly Word[], at: number, lists: NameLists): Person | null {
	const word = words[at]!
	const read = readFirstName(word, lists)
	if (!read) return null
	const isEveryday = lists.everydayWords.has(read.name)
	const extended = read.form === 'name' ? extendName(words, at, lists) : { last: at, isListed: false }
	if (extended.last > at) {
		if (isEveryday && !extended.isListed) return null
		const last = lastReading(words[extended.last]!, lists)
		return {
			first: at,
			last: extended.last,
			read: last,
			certainty: extended.isListed && !isEveryday ? 'certain' : 'likely',
		}
	}
	if (!isEveryday) return { first: at, last: at, read, certainty: 'likely' }
	return hasPersonCue(words, at, lists) ? { first: at, last: at, read, certainty: 'cue' } : null
}

function readFirstName(word: Word, lists: NameLists): ReadName | null {
	if (
		!word.isCapital &&
		(lists.everydayWords.has(word.folded) || cues.NO_LOWER_FIRST_NAMES.has(word.folded) || word.folded.length < 3)
	)
		return null
	const read = readName(word, (name) => lists.firstNames.has(name))
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
	const read = readName(word, (name) => lists.isSurname(name))
	if (!read || !mayBeSurname(word, read, lists)) return null
	const isOwn = lists.ownSurnames.has(read.name)
	const isEveryday = !isOwn && lists.everydayWords.has(read.name)
	if (isEveryday && (word.isOpening || !isPlainNoun(words, at) || true) && !everydayCue(words, at, read, lists))
		return null
	if (read.form === 'feminine' && !cues.ARTICLES.has(words[at - 1]?.folded ?? '')) return null
	let last = at
	while (words[last + 1]?.gap === 'hyphen' && words[last + 1]!.isCapital && last < at + 3) last++
	const behind = words[last + 1]
	// In the south the surname comes first: `der Huber Sepp`.
	const isTurned =
		read.ending === 0 &&
		isBeside(behind) &&
		behind.isCapital &&
		lists.firstNames.has(behind.folded) &&
		!lists.everydayWords.has(behind.folded)
	if (isTurned && cues.ARTICLES.has(words[at - 1]?.folded ?? '')) last++
	const certainty = isOwn ? 'certain' : isEveryday ? 'cue' : 'likely'
	return { first: at, last, read: last === at ? read : lastReading(words[last]!, lists), certainty }
}

function isPlainNoun(words: readonly Word[], at: number): boolean {
	return cues.BEFORE_NOUNS.has(words[at - 1]?.folded ?? '')
}

function mayBeSurname(word: Word, read: ReadName, lists: NameLists): boolean {
	if (word.isCapital) return true
	if (read.form === 'adjective') return read.name.length > 3 && !cues.NO_LOWER_SURNAMES.has(read.name)
	if (read.form !== 'name' && read.form !== 'possessive') return false
	return (
		read.name.length > 3 &&
		!lists.everydayWords.has(read.name) &&
		!cues.NO_LOWER_SURNAMES.has(read.name) &&
		!(read.form === 'possessive' && cues.NO_LOWER_SURNAMES.has(word.folded))
	)
}

/** What makes a word of every day a name. */
function everydayCue(words: readonly Word[], at: number, read: ReadName, lists: NameLists): boolean {
	const before = words[at - 1]?.folded ?? ''
	const after = words[at + 1]
	if (!words[at]!.isCapital) return false
	if (read.form === 'adjective') return true
	if (
		read.form === 'possessive' &&
		words[at]!.folded.endsWith('s') &&
		read.ending === 1 &&
		!cues.NO_PLURALS.has(words[at]!.folded)
	) {
		const isPlural = /^(?:die|den|bei|zu|von|mit|beim|wie|und)$/.test(before)
		const ownsSomething = isBeside(after) && after.isCapital && !cues.BEFORE_NOUNS.has(before)
		if (isPlural || ownsSomething) return true
	}
	if (read.form !== 'name') return false
	const first =
		isBeside(after) && after.isCapital && lists.firstNames.has(after.folded) && !lists.everydayWords.has(after.folded)
	if (first && cues.ARTICLES.has(before)) return true
	return hasPersonCue(words, at, lists)
}

/** A verb only people do, another name beside it, or somebody naming somebody. */
function hasPersonCue(words: readonly Word[], at: number, lists: NameLists): boolean {
	const word = words[at]!
	const before = words[at - 1]
	const after = words[at + 1]
	if (!word.isCapital) return false
	const isBare = !cues.BEFORE_NOUNS.has(before?.folded ?? '') || word.isOpening
	if (isBare && isBeside(after) && cues.PEOPLE_SAY.has(after.folded)) return true
	if (isBare && !word.isOpening && isBeside(word) && /^(?:sagt|sagte|meint|meinte)$/.test(before?.folded ?? ''))
		return true
	if (isGivenName(words, at)) return true
	const joinedBefore =
		before?.folded === 'und' || word.gap === 'comma' ? words[at - (word.gap === 'comma' ? 1 : 2)] : undefined
	const joinedAfter = after?.gap === 'comma' ? after : after?.folded === 'und' ? words[at + 2] : undefined
	return [joinedBefore, joinedAfter].some((other) => other?.isCapital && lists.isPlainName(other.folded))
}

/** `namens Wolf`, `er heißt Wolf`, `mein Name ist Wolf`. */
function isGivenName(words: readonly Word[], at: number): boolean {
	const [two, one] = [words[at - 2]?.folded ?? '', words[at - 1]?.folded ?? '']
	if (!isBeside(words[at])) return false
	if (one === 'ist' && two === 'name') return true
	return cues.NAMED.has(one) && two !== 'das' && two !== 'es' && two !== 'was'
}

/** A name on no list: by its shape, or because somebody is said to be called so. */
function unlistedAt(words: readonly Word[], at: number, lists: NameLists): Person | null {
	const word = words[at]!
	if (
		!word.isCapital ||
		word.folded.length < 4 ||
		cues.NO_NAMES.has(word.folded) ||
		lists.everydayWords.has(word.folded)
	)
		return null
	const before = words[at - 1]?.folded ?? ''
	const read: ReadName = shapeOf(word.folded)
	const cue = () => ({ first: at, last: at, read, certainty: 'cue' }) as const
	if (!cues.NOUN_ENDS.test(word.folded) && !word.isOpening) {
		const isBare = !cues.BEFORE_NOUNS.has(before)
		if (isGivenName(words, at)) return cue()
		const after = words[at + 1]
		if (
			isBare &&
			word.gap !== 'hyphen' &&
			isBeside(after) &&
			/^(?:sagt|sagte|meint|meinte|erzaehlt|erzaehlte|schimpft|schimpfte|lacht|lachte|heiratete)$/.test(after.folded)
		)
			return cue()
		if (isBare && isBeside(word) && /^(?:sagte|meinte|schimpfte|lachte|antwortete)$/.test(before)) return cue()
	}
	if (word.isShouted || word.folded.length < 5 || cues.NO_SURNAMES.test(word.folded)) return null
	if (cues.STRONG_SURNAME_ENDS.test(read.name)) return cue()
	const isBare = !cues.BEFORE_NOUNS.has(before)
	return isBare &&
		cues.WEAK_SURNAME_ENDS.test(read.name) &&
		!word.isOpening &&
		isBeside(words[at + 1]) &&
		cues.PEOPLE_DO.has(words[at + 1]!.folded)
		? cue()
		: null
}

function shapeOf(folded: string): ReadName {
	const isPossessive = folded.endsWith('s') && cues.STRONG_SURNAME_ENDS.test(folded.slice(0, -1))
	return isPossessive
		? { name: folded.slice(0, -1), ending: 1, form: 'possessive' }
		: { name: folded, ending: 0, form: 'name' }
}

/** Names found for certain once are looked for everywhere else, whatever they may mean besides. */
function foundAgain(words: readonly Word[], persons: readonly Person[], taken: ReadonlySet<number>): Person[] {
	const certain = persons.filter(({ certainty }) => certainty === 'certain')
	const known = new Set(certain.map(({ read }) => read.name).filter((name) => name.length > 2))
	if (known.size === 0) return []
	return words.flatMap((word, at) => {
		if (taken.has(at) || !word.isCapital) return []
		const read = readName(word, (name) => known.has(name))
		return read && read.form !== 'estate' ? [{ first: at, last: at, read, certainty: 'cue' } as const] : []
	})
}

function lastReading(word: Word, lists: NameLists): ReadName {
	return (
		readName(word, (name) => lists.isSurname(name) || lists.firstNames.has(name)) ?? {
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
