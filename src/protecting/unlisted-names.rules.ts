/** Names on no list: by their shape, by their company, or because they are no German noun. Pure. */
import * as cues from './name-cues.rules.ts'
import type { ReadName } from './name-endings.rules.ts'
import type { NameLists } from './name-lists.rules.ts'
import { joined, withParticles } from './name-parts.rules.ts'
import { isBeside, type Word } from './name-words.rules.ts'
import {
	hasDialectGenitive,
	isAmongNames,
	isFamily,
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
	const cue = { first: withParticles(words, at), last: joined(words, at), read, certainty: 'cue' } as const
	if (isKnownWord(word.folded, lists) || isKnownWord(read.name, lists)) return null
	if (cues.STRONG_SURNAME_ENDS.test(read.name) && !lists.nouns.has(word.folded)) return cue
	if (speaksLikeName(words, at, lists) || isAmongNames(words, at, lists) || isFamily(words, at)) return cue
	if (hasDialectGenitive(words, at) || isMet(words, at)) return cue
	if (cues.NAME_LIKE_ENDS.test(word.folded) && !lists.nouns.has(word.folded) && isInVerbFrame(words, at)) return cue
	if ([word.folded, read.name, word.folded.replace(/in(?:nen)?$/, '')].some(lists.isNoun)) return null
	if (lists.endsLikeNoun(word.folded) && !standsLikeName(words, at)) return null
	const after = words[at + 1]
	if (!word.isOpening) return cues.NO_BARE_NAMES.test(word.folded) ? null : cue
	const mayOpen = !cues.OPENINGS.test(word.folded) || cues.NAME_OPENINGS.test(word.folded)
	return isBeside(after) && cues.PEOPLE_DO.has(after.folded) && mayOpen ? cue : null
}

/** `Kwiatkowskis` is of Kwiatkowski; `Drewes` stays itself: nobody knows. */
function shapeOf(folded: string, lists: NameLists): ReadName {
	const bare = folded.slice(0, -1)
	const isPossessive = folded.endsWith('s') && folded.length > 5 && !/[esxz]$/.test(bare) && !lists.isNoun(bare)
	return isPossessive ? { name: bare, ending: 1, form: 'possessive' } : { name: folded, ending: 0, form: 'name' }
}
