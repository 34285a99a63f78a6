/** Names behind a title, an office or a word for kin: `Frau Dr. Wollin`, `Bäcker Hollmann`, `Tante Anni`. Pure. */
import type { Certainty } from './find-names.rules.ts'
import * as cues from './name-cues.rules.ts'
import type { ReadName } from './name-endings.rules.ts'
import type { NameLists } from './name-lists.rules.ts'
import { afterParticles, extendName, joined } from './name-parts.rules.ts'
import { isBeside, type Word } from './name-words.rules.ts'
import type { Person } from './person-names.rules.ts'

type Title = { weight: 'strong' | 'office' | 'near'; gender?: 'man' | 'woman' }

const TITLES = new Map<string, Title>([
	...listed(cues.WOMEN_NEAR, { weight: 'near', gender: 'woman' }),
	...listed(cues.MEN_NEAR, { weight: 'near', gender: 'man' }),
	...listed(cues.WOMEN_IN_OFFICE, { weight: 'office', gender: 'woman' }),
	...listed(cues.MEN_IN_OFFICE, { weight: 'office', gender: 'man' }),
	...listed(cues.HOUSEHOLDS, { weight: 'strong' }),
	...listed(cues.DEGREES, { weight: 'strong' }),
	...listed(cues.WOMAN_TITLES, { weight: 'strong', gender: 'woman' }),
	...listed(cues.MAN_TITLES, { weight: 'strong', gender: 'man' }),
])

function listed(words: ReadonlySet<string>, title: Title): [string, Title][] {
	return [...words].map((word) => [word, title])
}

function titleOf(folded: string): Title | null {
	return TITLES.get(folded) ?? null
}

/** The name behind the title at `at`, however many titles follow each other. */
export function afterTitle(words: readonly Word[], at: number, lists: NameLists): Person | null {
	const title = titleOf(words[at]!.folded)
	// `die Schmied-Liesel` is one name.
	if (!title || (title.weight !== 'strong' && words[at + 1]?.gap === 'hyphen')) return null
	let next = at + 1
	while (next < at + 5 && isBeside(words[next]) && titleOf(words[next]!.folded) && words[next + 1]?.gap !== 'hyphen')
		next++
	const person = nameFrom(words, at, next, title, lists)
	if (person) return person
	// `Herr Bauer`, `Frau Richter`: the last title is the name.
	const last = next - 1
	const isName = last > at && lists.isSurname(words[last]!.folded) && !cues.NO_NAMES.has(words[last]!.folded)
	return isName && title.weight === 'strong' ? nameFrom(words, at, last, title, lists) : null
}

function nameFrom(words: readonly Word[], at: number, from: number, title: Title, lists: NameLists): Person | null {
	const start = words[from]
	if (!isBeside(start)) return null
	const name = afterParticles(words, from)
	const word = words[name]
	if (!word || !isBeside(word)) return null
	// `die Frau von der Bank` is called otherwise.
	if (name > from && lists.nouns.has(word.folded) && !lists.isSurname(word.folded)) return null
	const certainty = standing(words, at, name, title, lists)
	if (!certainty) return null
	const isFirstName = lists.firstNames.has(word.folded)
	const { last } = isFirstName && name === from ? extendName(words, name, lists) : { last: joined(words, name) }
	const read = anyReading(words[last]!, lists)
	return {
		first: from,
		last,
		read: read && read.form !== 'estate' ? read : unlistedReading(words[last]!),
		certainty,
		...(title.gender && { gender: title.gender }),
	}
}

/** The reading with the shorter ending: `Peters` is listed itself, `Petras` is of Petra. */
function anyReading(word: Word, lists: NameLists): ReadName | null {
	const [surname, firstName] = [lists.readSurname(word), lists.readFirstName(word)]
	if (!surname || !firstName) return surname ?? firstName
	return firstName.ending < surname.ending ? firstName : surname
}

/** Nobody knows whether the s of an unlisted `Frau Wollins` belongs to the name; it is taken as an ending after these. */
function unlistedReading({ folded }: Word) {
	const isPossessive = /(?:[^sxz]in|[aeiou]|nn|ck|er|tz?)s$/.test(folded) && folded.length > 5
	return isPossessive
		? ({ name: folded.slice(0, -1), ending: 1, form: 'possessive' } as const)
		: ({ name: folded, ending: 0, form: 'name' } as const)
}

/** How sure it is that the word behind the title is a name; null when it is not one. */
function standing(words: readonly Word[], at: number, name: number, title: Title, lists: NameLists): Certainty | null {
	const word = words[name]!
	const read = anyReading(word, lists)
	const isListed = read !== null && (read.form === 'name' || read.form === 'possessive')
	const isEveryday = isListed && lists.everydayWords.has(read.name)
	if (!word.isCapital) return lowerStanding(words, at, name, title, { isListed, isEveryday })
	if (title.weight === 'strong') {
		const isUnsure = saysWoman(words, at)
		if (isUnsure) return isListed && !isEveryday ? 'certain' : null
		if (cues.NO_NAMES.has(word.folded) && !(isListed && !cues.NO_TITLED_NAMES.has(word.folded))) return null
		return 'certain'
	}
	// `Großvater August`: a month would need `im`.
	if (title.weight === 'near' && title.gender === 'man' && word.folded === 'august') return 'likely'
	if (cues.NO_NAMES.has(word.folded) || (cues.NOUN_ENDS.test(word.folded) && !isListed)) return null
	if (isListed && !isEveryday) return 'certain'
	if (title.weight === 'near' && isEveryday)
		return lists.firstNames.has(read.name) || isColleague(words, at) ? 'likely' : null
	const isAlone = /^(?:opa|oma|onkel|tante)$/.test(words[at]!.folded) || isColleague(words, at)
	if (title.weight === 'near' && !isAlone && !isPossessed(words, at)) return null
	return word.isOpening && !word.isShouted ? null : 'likely'
}

/** `eine Frau`, `meine Familie`: a noun, not a title. */
function saysWoman(words: readonly Word[], at: number): boolean {
	const before = words[at - 1]?.folded ?? ''
	return (
		/^(?:frau|familie|familien|geschwister)$/.test(words[at]!.folded) &&
		/^(?:ein|kein|mein|dein|sein|ihr|unser|jed|welch|dies|jung|alt|manch|viel|all)/.test(before)
	)
}

/** `Kollege Stein`: two nouns side by side. */
function isColleague(words: readonly Word[], at: number): boolean {
	return /^(?:kollege|kollegen|kollegin|nachbar|nachbarin|cousin|cousine|schwager)$/.test(words[at]!.folded)
}

function isPossessed(words: readonly Word[], at: number): boolean {
	return /^(?:mein|dein|sein|ihr|unser|euer|eure|der|die|dem|den)/.test(words[at - 1]?.folded ?? '')
}

type Listed = { isListed: boolean; isEveryday: boolean }

/** Where people type without capitals. */
function lowerStanding(
	words: readonly Word[],
	at: number,
	name: number,
	title: Title,
	{ isListed, isEveryday }: Listed,
): Certainty | null {
	const { folded } = words[name]!
	if (cues.NO_LOWER_NAMES.has(folded) || words[name]!.gap !== 'space') return null
	if (isListed && !isEveryday && !(title.weight !== 'strong' && cues.NO_LOWER_SURNAMES.has(folded))) return 'likely'
	if (title.weight !== 'strong' || words[at]!.isCapital || saysWoman(words, at)) return null
	const looksLikeVerb = /(?:t|te|ten|st|en|e|lich|ig|isch)$/.test(folded)
	const isHerr = title.gender === 'man'
	return isEveryday || (folded.length > 3 && (!looksLikeVerb || isHerr)) ? 'cue' : null
}
