/** What around a word says that it is somebody: a verb only people do, other names beside it, how families are spoken of. Pure. */
import * as cues from './name-cues.rules.ts'
import type { NameLists } from './name-lists.rules.ts'
import { isBeside, type Word } from './name-words.rules.ts'

/** A verb only people do, another name beside it, or somebody naming somebody. */
export function hasPersonCue(words: readonly Word[], at: number, lists: NameLists): boolean {
	const word = words[at]!
	const before = words[at - 1]
	const after = words[at + 1]
	if (!word.isCapital) return false
	const isBare = !cues.BEFORE_NOUNS.has(before?.folded ?? '') || word.isOpening
	if (isBare && isBeside(after) && cues.PEOPLE_SAY.has(after.folded)) return true
	if (
		isBare &&
		isBeside(after) &&
		cues.PEOPLE_ACT.has(after.folded) &&
		!cues.NEVER_BARE.has(word.folded) &&
		!cues.PREPOSITIONS.has(before?.folded ?? '')
	)
		return true
	if (isBare && !word.isOpening && isBeside(word) && /^(?:sagt|sagte|meint|meinte)$/.test(before?.folded ?? ''))
		return true
	if (isGivenName(words, at) || isMet(words, at)) return true
	if (!cues.NEVER_BARE.has(word.folded) && isInVerbFrame(words, at)) return true
	const joinedBefore =
		before?.folded === 'und' || word.gap === 'comma' ? words[at - (word.gap === 'comma' ? 1 : 2)] : undefined
	const joinedAfter = after?.gap === 'comma' ? after : after?.folded === 'und' ? words[at + 2] : undefined
	return [joinedBefore, joinedAfter].some((other) => other?.isCapital && lists.isPlainName(other.folded))
}

/** `namens Wolf`, `er heißt Wolf`, `mein Name ist Wolf`. */
export function isGivenName(words: readonly Word[], at: number): boolean {
	const [two, one] = [words[at - 2]?.folded ?? '', words[at - 1]?.folded ?? '']
	if (!isBeside(words[at])) return false
	if (one === 'ist' && two === 'name') return true
	return cues.NAMED.has(one) && two !== 'das' && two !== 'es' && two !== 'was'
}

/** Without an article, or with one and a verb only people do. */
export function standsLikeName(words: readonly Word[], at: number): boolean {
	if (words[at]!.isOpening) return true
	const before = words[at - 1]?.folded ?? ''
	if (cues.ARTICLES.has(before)) return saysSomething(words, at)
	return !cues.BEFORE_NOUNS.has(before) && !cues.PREPOSITIONS.has(before)
}

/** `… sagt`, or taken up as people do when they talk: `…, der hat`. */
function saysSomething(words: readonly Word[], at: number): boolean {
	const [after, then] = [words[at + 1], words[at + 2]]
	if (isBeside(after) && cues.PEOPLE_SAY.has(after.folded)) return true
	return (
		after?.gap === 'comma' &&
		/^(?:der|die|dem|den)$/.test(after.folded) &&
		isBeside(then) &&
		cues.PEOPLE_DO.has(then.folded)
	)
}

/** `Wollin fragen`, `Wollin angerufen`: without an article, done to people. */
export function isMet(words: readonly Word[], at: number): boolean {
	const after = words[at + 1]
	return (
		!words[at]!.isOpening &&
		!cues.BEFORE_NOUNS.has(words[at - 1]?.folded ?? '') &&
		isBeside(after) &&
		cues.DONE_TO_PEOPLE.has(after.folded)
	)
}

/** `bei Stallmeisters`: a family, without an article. */
export function isFamily(words: readonly Word[], at: number): boolean {
	const { folded, isOpening } = words[at]!
	return (
		!isOpening &&
		folded.endsWith('s') &&
		cues.NAME_LIKE_ENDS.test(folded.slice(0, -1)) &&
		/^(?:bei|zu|von|mit|fuer)$/.test(words[at - 1]?.folded ?? '')
	)
}

/** `hat Wollin gemacht`: between verb and participle, without an article. */
export function isInVerbFrame(words: readonly Word[], at: number): boolean {
	const [before, word, after] = [words[at - 1], words[at]!, words[at + 1]]
	if (!/^(?:hat|hatte|haben|hatten|habe)$/.test(before?.folded ?? '') || !isBeside(word) || !isBeside(after))
		return false
	return (
		!after.isCapital &&
		/^(?:auf|ab|an|aus|ein|mit|vor|zu|nach|unter|ueber)?ge.{2,}(?:t|en)$|^unterschrieben$|^uebernommen$|^erzaehlt$|^verkauft$|^versprochen$/.test(
			after.folded,
		)
	)
}

/** `von schusters`: typed small, a family all the same. */
export function isSmallFamily(words: readonly Word[], at: number): boolean {
	return (
		/^(?:von|bei|zu)$/.test(words[at - 1]?.folded ?? '') &&
		isBeside(words[at]) &&
		!cues.NO_PLURALS.has(words[at]!.folded)
	)
}

/** In a row with names: `Ebbinghaus, Petra und Wollin`. */
export function isAmongNames(words: readonly Word[], at: number, lists: NameLists): boolean {
	const [word, before, after] = [words[at]!, words[at - 1], words[at + 1]]
	if (cues.BEFORE_NOUNS.has(before?.folded ?? '') && !word.isOpening) return false
	const others = [
		word.gap === 'comma' ? before : before?.folded === 'und' && isBeside(word) ? words[at - 2] : undefined,
		after?.gap === 'comma' ? after : after?.folded === 'und' && isBeside(words[at + 2]) ? words[at + 2] : undefined,
	]
	return (
		others.some((other) => other?.isCapital && !other.isOpening && isNameOrUnknown(other.folded, lists)) ||
		others.some((other) => other?.isCapital && lists.isPlainName(other.folded) && !lists.isNoun(other.folded))
	)
}

function isNameOrUnknown(folded: string, lists: NameLists): boolean {
	if (lists.isPlainName(folded)) return !lists.isNoun(folded)
	return (
		!isKnownWord(folded, lists) &&
		!lists.isNoun(folded) &&
		!lists.endsLikeNoun(folded) &&
		!cues.NO_BARE_NAMES.test(folded)
	)
}

/** `dem Wollin seine Idee`, `der Wollin ihr Hof`. */
export function hasDialectGenitive(words: readonly Word[], at: number): boolean {
	const after = words[at + 1]
	return (
		/^(?:dem|der|em|am)$/.test(words[at - 1]?.folded ?? '') &&
		isBeside(after) &&
		/^(?:sein|seine|seinen|seinem|seiner|sei|ihr|ihre|ihren|ihrem|ihrer)$/.test(after.folded)
	)
}

/** `Ottersbach sagt`: put together from nouns, and yet it speaks, without an article. */
export function speaksLikeName(words: readonly Word[], at: number, lists: NameLists): boolean {
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

export function isKnownWord(folded: string, lists: NameLists): boolean {
	return (
		cues.NO_NAMES.has(folded) ||
		cues.KNOWN_CAPITALS.has(folded) ||
		lists.everydayWords.has(folded) ||
		lists.towns.has(folded)
	)
}
