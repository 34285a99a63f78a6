/** What around a word says that it is somebody: a verb only people do, other names beside it, how families are spoken of. Pure. */
import * as cues from './name-cues.rules.ts'
import type { NameLists } from './name-lists.rules.ts'
import { isBeside, type Word } from './name-words.rules.ts'

/** `der Bauer`, `ein guter Bauer`: what follows a determiner is a noun, also with an adjective between. */
export function hasDeterminer(words: readonly Word[], at: number): boolean {
	const [before, earlier] = [words[at - 1], words[at - 2]]
	if (!before || !isBeside(words[at])) return false
	if (cues.BEFORE_NOUNS.has(before.folded)) return true
	const isAdjective = !before.isCapital && /(?:e|en|er|es|em)$/.test(before.folded) && isBeside(before)
	return isAdjective && earlier !== undefined && cues.BEFORE_NOUNS.has(earlier.folded)
}

/** What stands before a colon in minutes. */
const NO_SPEAKERS = new Set(
	'wunsch preis ruf kost kern kreis grund rat reis ring ziel stand kontakt vorwerk palm christ freude engel'.split(' '),
)

/** A verb only people do, another name beside it, or somebody naming somebody. */
export function hasPersonCue(words: readonly Word[], at: number, lists: NameLists): boolean {
	const word = words[at]!
	const before = words[at - 1]
	const after = words[at + 1]
	if (!word.isCapital) return false
	if (word.isLabel && !cues.NEVER_BARE.has(word.folded) && !NO_SPEAKERS.has(word.folded)) return true
	const isBare = word.isOpening || !hasDeterminer(words, at)
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
	if (isGivenName(words, at) || isMet(words, at) || isAdjectiveName(words, at) || isInLongRow(words, at, lists))
		return true
	if (!cues.NEVER_BARE.has(word.folded) && isInVerbFrame(words, at)) return true
	const joinedBefore =
		before?.folded === 'und' || word.gap === 'comma' ? words[at - (word.gap === 'comma' ? 1 : 2)] : undefined
	const joinedAfter =
		after?.gap === 'comma' ? after : after?.folded === 'und' && isBeside(after) ? words[at + 2] : undefined
	return [joinedBefore, joinedAfter].some((other) => other?.isCapital && lists.isPlainName(other.folded))
}

/** `mit Lang und Petra`: adjectives stay small unless they are names. */
function isAdjectiveName(words: readonly Word[], at: number): boolean {
	const [before, word, after, then] = [words[at - 1], words[at]!, words[at + 1], words[at + 2]]
	if (word.isOpening || word.isShouted || !cues.ADJECTIVE_NAMES.has(word.folded) || !isBeside(word)) return false
	if (
		hasDeterminer(words, at) ||
		(before && /(?:e|en|er|es|em)$/.test(before.folded) && !cues.PREPOSITIONS.has(before.folded))
	)
		return false
	const isPair = (one?: Word, other?: Word) => cues.ADJECTIVE_PAIRS.has(`${one?.folded}-${other?.folded}`)
	return !isPair(word, then) && !isPair(words[at - 2], word) && !isBeside(after?.isCapital ? after : undefined)
}

/** Three and more in a row that are all surnames: `Sommer, Winter und Herbst`. */
function isInLongRow(words: readonly Word[], at: number, lists: NameLists): boolean {
	let [first, last] = [at, at]
	for (let next = rowMember(words, last, 1); next !== null && last - at < 20; next = rowMember(words, last, 1))
		last = next
	for (let next = rowMember(words, first, -1); next !== null && at - first < 20; next = rowMember(words, first, -1))
		first = next
	const row = words.slice(first, last + 1).filter(({ isCapital }) => isCapital)
	return row.length >= 3 && row.every(({ folded }) => lists.isSurname(folded)) && !hasDeterminer(words, first)
}

/** The capital word behind (or before) a comma or `und`; null where the row ends. */
function rowMember(words: readonly Word[], at: number, step: 1 | -1): number | null {
	const [near, far] = [words[at + step], words[at + 2 * step]]
	const comma = step === 1 ? near?.gap === 'comma' : words[at]!.gap === 'comma'
	if (comma && near?.isCapital) return at + step
	return near?.folded === 'und' && isBeside(near) && far?.isCapital ? at + 2 * step : null
}

/** `namens Wolf`, `er heißt Wolf`, `mein Name ist Wolf`. */
export function isGivenName(words: readonly Word[], at: number): boolean {
	const [two, one] = [words[at - 2]?.folded ?? '', words[at - 1]?.folded ?? '']
	if (!isBeside(words[at])) return false
	if (one === 'ist' && two === 'name') return true
	if (/^gewisse[rnms]?$/.test(one)) return true
	return cues.NAMED.has(one) && two !== 'das' && two !== 'es' && two !== 'was'
}

/** Without an article, or with one and a verb only people do. */
export function standsLikeName(words: readonly Word[], at: number): boolean {
	if (words[at]!.isOpening) return true
	const before = words[at - 1]?.folded ?? ''
	if (cues.ARTICLES.has(before)) return saysSomething(words, at)
	return !hasDeterminer(words, at) && !cues.PREPOSITIONS.has(before)
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
	return !words[at]!.isOpening && !hasDeterminer(words, at) && isBeside(after) && cues.DONE_TO_PEOPLE.has(after.folded)
}

/** `bei Stallmeisters`, `die Feldkamps`: an s that German nouns of several parts do not take. */
export function isFamily(words: readonly Word[], at: number, lists: NameLists): boolean {
	const { folded, isOpening } = words[at]!
	const name = folded.slice(0, -1)
	if (isOpening || !/[^aeiousxz]s$/.test(folded) || lists.nouns.has(folded) || lists.nouns.has(name)) return false
	const before = words[at - 1]?.folded ?? ''
	if (before === 'die') return cues.NAME_LIKE_ENDS.test(name) || !lists.isNoun(name)
	return /^(?:bei|zu|von|mit|fuer)$/.test(before)
}

/** `der Wollin, der hat`. */
export function isTakenUp(words: readonly Word[], at: number): boolean {
	return (
		/^(?:der|die|den|dem)$/.test(words[at - 1]?.folded ?? '') &&
		saysSomething(words, at) &&
		cues.NAME_LIKE_ENDS.test(words[at]!.folded)
	)
}

/** `mit Wollin`, `ohne Wollin`: where a thing would have an article. */
export function isWithPerson(words: readonly Word[], at: number): boolean {
	return (
		isBeside(words[at]) &&
		/^(?:mit|ohne|bei|von|zu|fuer|gegen)$/.test(words[at - 1]?.folded ?? '') &&
		!/(?:kopf|horn|haus|stein|berg|baum)$/.test(words[at]!.folded)
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
	if (!word.isOpening && hasDeterminer(words, at)) return false
	if (lists.nouns.has(word.folded) && !lists.isSurname(word.folded) && !lists.firstNames.has(word.folded)) return false
	const others = [
		word.gap === 'comma' ? before : before?.folded === 'und' && isBeside(word) ? words[at - 2] : undefined,
		after?.gap === 'comma'
			? after
			: after?.folded === 'und' && isBeside(after) && isBeside(words[at + 2])
				? words[at + 2]
				: undefined,
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
		!lists.towns.has(folded) &&
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
	return !hasDeterminer(words, at) && !isKnownWord(folded, lists)
}

export function isKnownWord(folded: string, lists: NameLists): boolean {
	return (
		cues.NO_NAMES.has(folded) ||
		cues.KNOWN_CAPITALS.has(folded) ||
		lists.everydayWords.has(folded) ||
		lists.functionWords.has(folded)
	)
}
