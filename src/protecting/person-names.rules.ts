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
import { afterParticles, extendName, isFamous, joined } from './name-parts.rules.ts'

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
		const isNoun = lists.isNoun(words[extended.last]!.folded) && !cues.NAME_LIKE_ENDS.test(words[extended.last]!.folded)
		if (isEveryday && !extended.isListed && isNoun) return null
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
	if (!read || !mayBeSurname(word, read, lists)) return null
	const isOwn = lists.ownSurnames.has(read.name)
	const isEveryday = !isOwn && lists.everydayWords.has(read.name)
	if (isEveryday && !everydayCue(words, at, read, lists)) return null
	if (read.form === 'feminine' && !isWoman(words, at, lists)) return null
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
	return {
		first: withParticles(words, at),
		last,
		read: last === at ? read : lastReading(words[last]!, lists),
		certainty,
	}
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
		// `des Wolfs` is an animal's, `die Wolfs` and `Wolfs Garten` are a family.
		if (/^(?:die|den|bei|zu|von|mit|wie|und)$/.test(before) || !cues.BEFORE_NOUNS.has(before)) return true
	}
	if (read.form !== 'name') return false
	const first =
		isBeside(after) && after.isCapital && lists.firstNames.has(after.folded) && !lists.everydayWords.has(after.folded)
	if (first && cues.ARTICLES.has(before)) return true
	return hasPersonCue(words, at, lists) || hasDialectGenitive(words, at)
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

/** A capital word on no list that is no German noun either, or has the shape or the company of a name. */
function unlistedAt(words: readonly Word[], at: number, lists: NameLists): Person | null {
	const word = words[at]!
	if (!word.isCapital || word.isShouted || word.folded.length < 4) return null
	const read = shapeOf(word.folded, lists)
	const cue = { first: withParticles(words, at), last: joined(words, at), read, certainty: 'cue' } as const
	if (isKnownWord(word.folded, lists) || isKnownWord(read.name, lists)) return null
	if (cues.STRONG_SURNAME_ENDS.test(read.name) && !lists.nouns.has(word.folded)) return cue
	if (speaksLikeName(words, at, lists) || isAmongNames(words, at, lists) || hasDialectGenitive(words, at)) return cue
	if ([word.folded, read.name, word.folded.replace(/in(?:nen)?$/, '')].some(lists.isNoun)) return null
	if (lists.endsLikeNoun(word.folded) && !standsLikeName(words, at)) return null
	const after = words[at + 1]
	if (!word.isOpening) return cues.NO_BARE_NAMES.test(word.folded) ? null : cue
	return isBeside(after) && cues.PEOPLE_DO.has(after.folded) && !cues.OPENINGS.test(word.folded) ? cue : null
}

/** Without an article, or with one and a verb only people do. */
function standsLikeName(words: readonly Word[], at: number): boolean {
	const before = words[at - 1]?.folded ?? ''
	const after = words[at + 1]
	if (cues.ARTICLES.has(before)) return isBeside(after) && cues.PEOPLE_SAY.has(after.folded)
	return !cues.BEFORE_NOUNS.has(before) && !/^(?:mit|ohne|als|fuer|aus|per|bei|auf|in|und|oder)$/.test(before)
}

/** In a row with names: `Ebbinghaus, Petra und Wollin`. */
function isAmongNames(words: readonly Word[], at: number, lists: NameLists): boolean {
	const [word, before, after] = [words[at]!, words[at - 1], words[at + 1]]
	if (cues.BEFORE_NOUNS.has(before?.folded ?? '') && !word.isOpening) return false
	const others = [
		word.gap === 'comma' ? before : before?.folded === 'und' && isBeside(word) ? words[at - 2] : undefined,
		after?.gap === 'comma' ? after : after?.folded === 'und' && isBeside(words[at + 2]) ? words[at + 2] : undefined,
	]
	return others.some((other) => other?.isCapital && lists.isPlainName(other.folded) && !lists.isNoun(other.folded))
}

/** `dem Wollin seine Idee`, `der Wollin ihr Hof`. */
function hasDialectGenitive(words: readonly Word[], at: number): boolean {
	const after = words[at + 1]
	return (
		/^(?:dem|der|em|am)$/.test(words[at - 1]?.folded ?? '') &&
		isBeside(after) &&
		/^(?:sein|seine|seinen|seinem|seiner|sei|ihr|ihre|ihren|ihrem|ihrer)$/.test(after.folded)
	)
}

/** `der von Rabenau`, `die O’Neills`: where the name begins. */
function withParticles(words: readonly Word[], at: number): number {
	const word = words[at]!
	const before = words[at - 1]
	if (word.gap === 'apostrophe' && before?.isCapital && before.end - before.start <= 4) return at - 1
	for (const first of [at - 1, at - 2]) {
		const particle = words[first]
		if (
			particle &&
			!particle.isCapital &&
			cues.PARTICLES.has(particle.folded) &&
			afterParticles(words, first) === at &&
			cues.ARTICLES.has(words[first - 1]?.folded ?? '')
		)
			return first
	}
	return at
}

/** `Ottersbach sagt`: put together from nouns, and yet it speaks, without an article. */
function speaksLikeName(words: readonly Word[], at: number, lists: NameLists): boolean {
	const { folded } = words[at]!
	const after = words[at + 1]
	if (
		!cues.NAME_LIKE_ENDS.test(folded) ||
		lists.nouns.has(folded) ||
		!isBeside(after) ||
		!cues.PEOPLE_SAY.has(after.folded)
	)
		return false
	return !cues.BEFORE_NOUNS.has(words[at - 1]?.folded ?? '') && !isKnownWord(folded, lists)
}

function isKnownWord(folded: string, lists: NameLists): boolean {
	return (
		cues.NO_NAMES.has(folded) ||
		cues.KNOWN_CAPITALS.has(folded) ||
		lists.everydayWords.has(folded) ||
		lists.towns.has(folded)
	)
}

/** `Kwiatkowskis` is of Kwiatkowski; `Drewes` stays itself: nobody knows. */
function shapeOf(folded: string, lists: NameLists): ReadName {
	const bare = folded.slice(0, -1)
	const isPossessive = folded.endsWith('s') && folded.length > 5 && !/[esxz]$/.test(bare) && !lists.isNoun(bare)
	return isPossessive ? { name: bare, ending: 1, form: 'possessive' } : { name: folded, ending: 0, form: 'name' }
}

/** Names found for certain once are looked for everywhere else, whatever they may mean besides. */
function foundAgain(words: readonly Word[], persons: readonly Person[], taken: ReadonlySet<number>): Person[] {
	const certain = persons.filter(({ certainty }) => certainty === 'certain')
	const known = new Set(certain.map(({ read }) => read.name).filter((name) => name.length > 2))
	if (known.size === 0) return []
	return words.flatMap((word, at) => {
		if (taken.has(at) || !word.isCapital) return []
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
