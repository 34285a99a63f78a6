/** Names on no list: by their shape, by their company, or because they are no German noun. Pure. */
import * as cues from './name-cues.rules.ts'
import { isApposition } from './noun-surnames.rules.ts'
import type { ReadName } from './name-endings.rules.ts'
import type { NameLists } from './name-lists.rules.ts'
import { hasForeignParticle, joined, withParticles } from './name-parts.rules.ts'
import { isBeside, isNumeral, type Word } from './name-words.rules.ts'
import { isCalled } from './spoken-to.rules.ts'
import {
	hasDialectGenitive,
	isAmongNames,
	isFamily,
	isGivenName,
	isTakenUp,
	isWithPerson,
	isInVerbFrame,
	isKnownWord,
	isMet,
	speaksLikeName,
	standsLikeName,
} from './person-company.rules.ts'
import type { Person } from './person-names.rules.ts'

/** A capital word on no list that is no German noun either, or has the shape or the company of a name. */
export function unlistedAt(words: readonly Word[], at: number, lists: NameLists): Person | null {
	const word = words[at]!
	if (!word.isCapital || word.isShouted || word.folded.length < 4) return null
	const read = shapeOf(word.folded, lists)
	if (isKnownWord(word.folded, lists) || isKnownWord(read.name, lists)) return null
	// Towns have no article: `der Andernach` is somebody.
	if (lists.towns.has(word.folded) && !/^(?:der|die|den|dem|beim|vom|zum)$/.test(words[at - 1]?.folded ?? ''))
		return null
	if (!isNameByCompany(words, at, read, lists) && !isNameByItself(words, at, read, lists)) return null
	return { first: withParticles(words, at), last: joined(words, at), read, certainty: 'cue' }
}

/** Also nouns may be names where people are spoken of like this. */
function isNameByCompany(words: readonly Word[], at: number, read: ReadName, lists: NameLists): boolean {
	const { folded } = words[at]!
	const isWord = lists.nouns.has(folded)
	if (hasForeignParticle(words, at) && !isWord) return true
	if (cues.STRONG_SURNAME_ENDS.test(read.name) && !isWord) return true
	if (speaksLikeName(words, at, lists) || isAmongNames(words, at, lists)) return true
	if (hasDialectGenitive(words, at) || (isMet(words, at) && !cues.NOUN_ENDS.test(folded)) || isGivenName(words, at))
		return true
	if ((isApposition(words, at) || isCalled(words, at)) && !isWord && !lists.functionWords.has(folded)) return true
	if (read.form === 'possessive' && isOfFamily(words, at, lists)) return true
	if (isFamily(words, at, lists) || (!isWord && isTakenUp(words, at))) return true
	return cues.NAME_LIKE_ENDS.test(folded) && !isWord && (isInVerbFrame(words, at) || isWithPerson(words, at))
}

/** `der Vosskamps Junge`, `der Schulzes Karl`: no German noun stands so behind an article. */
function isOfFamily(words: readonly Word[], at: number, lists: NameLists): boolean {
	const [before, word, after] = [words[at - 1], words[at]!, words[at + 1]]
	return (
		/^(?:der|die|das|den|dem)$/.test(before?.folded ?? '') &&
		!lists.isNoun(word.folded) &&
		after?.gap === 'space' &&
		after.isCapital
	)
}

/** `Wollin und Brax sind dafür`. */
function isPairThatDoes(words: readonly Word[], at: number): boolean {
	const [and, other, verb] = [words[at + 1], words[at + 2], words[at + 3]]
	return and?.folded === 'und' && other?.isCapital === true && isBeside(verb) && cues.FAMILIES_DO.has(verb.folded)
}

function isNameByItself(words: readonly Word[], at: number, read: ReadName, lists: NameLists): boolean {
	const word = words[at]!
	if (isUnheardOf(words, at, read, lists)) return true
	if ([word.folded, read.name, word.folded.replace(/in(?:nen)?$/, '')].some(lists.isNoun)) return false
	// `Kirch`, `Straß`: people leave the last letter out.
	if (lists.nouns.has(`${word.folded}e`) || isNumeral(word.folded)) return false
	if (lists.endsLikeNoun(word.folded) && !cues.NAME_LIKE_ENDS.test(word.folded) && !standsLikeName(words, at))
		return false
	if (!word.isOpening) return !cues.NO_BARE_NAMES.test(word.folded)
	const after = words[at + 1]
	if (!isBeside(after) || lists.functionWords.has(word.folded) || cues.OPENINGS.test(word.folded)) return false
	// `Wollins Hof` may open a sentence; `Liebes Team` does, too.
	if (after.isCapital) return read.form === 'possessive' && !read.name.endsWith('e') && !lists.isWordForm(word.folded)
	if (/^(?:senior|junior)$/.test(after.folded) || isPairThatDoes(words, at)) return true
	return (read.form === 'possessive' && cues.FAMILIES_DO.has(after.folded)) || cues.PEOPLE_DO.has(after.folded)
}

/** At the head of a sentence, and no German word at all: `Engelke auch.`, `Heitbrink: Ja.`, `Ostendorp-Lahme ist …`. */
function isUnheardOf(words: readonly Word[], at: number, read: ReadName, lists: NameLists): boolean {
	const [word, after] = [words[at]!, words[at + 1]]
	if (!word.isOpening || word.gap === 'apostrophe' || after?.gap === 'apostrophe') return false
	if (lists.functionWords.has(word.folded) || cues.OPENINGS.test(word.folded) || lists.nouns.has(word.folded))
		return false
	if (isNumeral(word.folded)) return false
	if (word.isLabel && cues.NAME_LIKE_ENDS.test(word.folded)) return true
	if (
		[word.folded, read.name].some((name) => lists.isNoun(name) || lists.isWordForm(name) || lists.nouns.has(`${name}e`))
	)
		return false
	if (lists.endsLikeNoun(word.folded) && !cues.NAME_LIKE_ENDS.test(word.folded)) return false
	if (after?.gap === 'hyphen') return after.isCapital && !lists.nouns.has(after.folded)
	return !isBeside(after) || !after.isCapital
}

/** `Kwiatkowskis` is of Kwiatkowski; `Drewes` stays itself: nobody knows. */
function shapeOf(folded: string, lists: NameLists): ReadName {
	const bare = folded.slice(0, -1)
	const isPossessive = folded.endsWith('s') && folded.length > 5 && !/[esxz]$/.test(bare) && !lists.isNoun(bare)
	return isPossessive ? { name: bare, ending: 1, form: 'possessive' } : { name: folded, ending: 0, form: 'name' }
}
