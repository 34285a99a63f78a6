/**
 * What stands in a text instead of what was found: the same name gets the same number within one conversation. Pure.
 *
 * Two findings are the same person when nothing they say speaks against it: `Petra Wollin`, `Frau Wollin`, `Petra` and
 * `Wollins` are one; `Herr Wollin` and `Frau Wollin` are two, and a bare `Wollin` is the one named last before it.
 * Source: docs/decisions/0008-finding-names.md
 */
import type { NameFinding, NameKind } from './find-names.rules.ts'
import { foldName } from './name-words.rules.ts'

/** German, whatever the language of the page: it stands in a German transcript. */
const WORDS: Record<NameKind, string> = {
	person: 'Person',
	place: 'Ort',
	street: 'Straße',
	association: 'Verein',
	firm: 'Firma',
	school: 'Schule',
	office: 'Amt',
	phone: 'Telefonnummer',
	mail: 'Mailadresse',
	iban: 'Kontonummer',
	plate: 'Kennzeichen',
	date: 'Datum',
	address: 'Adresse',
	web: 'Internetadresse',
	number: 'Zahl',
	unique: 'persönliche Angabe',
}

/** Kinds of which several may be told apart; of the others nobody needs to know which is which. */
const NUMBERED: ReadonlySet<NameKind> = new Set([
	'person',
	'place',
	'street',
	'association',
	'firm',
	'school',
	'office',
])

/** `[Verein 1]`, `[Ortsteil 2]`, `[Telefonnummer]`. A place on the municipality's own list is a district. */
export function replacementFor(kind: NameKind, number: number, isOwn = false): string {
	const word = kind === 'place' && isOwn ? 'Ortsteil' : WORDS[kind]
	return NUMBERED.has(kind) ? `[${word} ${number}]` : `[${word}]`
}

export type NumberedFinding = NameFinding & {
	number: number
	/** What stands in the text instead, with the case ending that stays: `[Person 1]s`. */
	replacement: string
}

/** Numbers count from 1 per kind of replacement, in the order of the text. */
export function numberFindings(findings: readonly NameFinding[]): NumberedFinding[] {
	const things = new Map<string, Map<string, number>>()
	const persons: Person[] = []
	return findings.map((finding) => {
		const word = replacementFor(finding.kind, 0, finding.isOwn)
		const seen = things.get(word) ?? new Map<string, number>()
		things.set(word, seen)
		const number = finding.kind === 'person' ? personNumber(finding, persons) : thingNumber(finding, seen)
		return {
			...finding,
			number,
			replacement: replacementFor(finding.kind, number, finding.isOwn) + keptEnding(finding),
		}
	})
}

function thingNumber({ base }: NameFinding, seen: Map<string, number>): number {
	const key = thingKey(base)
	const number = seen.get(key) ?? seen.size + 1
	seen.set(key, number)
	return number
}

/** `Oberlohe` and `Oberloh-er` are one place, `Bürgermeisterin` and `Bürgermeister` one office. */
function thingKey(base: string): string {
	return foldName(base)
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.split(' ')
		.map((word) => (word.length > 4 ? word.replace(/(?:innen|in|ern|en|er|es|em|e|n|s)$/, '') : word))
		.join(' ')
		.replace(/strasse|stra\b|str\b/g, 'str')
		.trim()
}

type Person = { number: number; firstName: string; surname: string; gender: NameFinding['gender']; at: number }

function personNumber(finding: NameFinding, persons: Person[]): number {
	const said = personOf(finding)
	const alike = persons.filter((person) => mayBeSame(person, said)).toSorted((one, other) => other.at - one.at)
	const same = isSomebodyElse(said, alike) ? undefined : alike[0]
	if (!same) {
		const number = persons.length + 1
		persons.push({ ...said, number })
		return number
	}
	same.firstName ||= said.firstName
	same.surname ||= said.surname
	same.gender ??= said.gender
	same.at = said.at
	return same.number
}

/** Two known by surname alone, and now a full name: nobody can say which of them it is. */
function isSomebodyElse(said: Omit<Person, 'number'>, alike: readonly Person[]): boolean {
	return said.firstName !== '' && alike.length > 1 && alike.every(({ firstName }) => firstName === '')
}

function personOf({ base, gender, start }: NameFinding): Omit<Person, 'number'> {
	const words = foldName(base)
		.split(/\s+/)
		.filter((word) => !/^(?:von|van|de|der|den|zu|zur|zum)$/.test(word))
	const isSingle = words.length === 1
	return { firstName: isSingle ? '' : words[0]!, surname: words.at(-1) ?? '', gender, at: start }
}

/** A single word may be either name: `Petra` is the Petra Wollin of before. */
function mayBeSame(person: Person, said: Omit<Person, 'number'>): boolean {
	if (person.gender && said.gender && person.gender !== said.gender) return false
	if (said.firstName !== '' && person.firstName !== '')
		return said.firstName === person.firstName && said.surname === person.surname
	if (said.firstName === '' && person.firstName !== '')
		return said.surname === person.surname || (said.surname === person.firstName && !said.gender)
	return said.surname === person.surname
}

/** A replacement for a whole estate or a woman's form would say too much with its ending. */
function keptEnding({ ending }: NameFinding): string {
	return ending.toLowerCase() === 'in' ? '' : ending
}

/** The text with every finding replaced. Positions in code points, as found; findings do not overlap. */
export function applyReplacements(
	text: string,
	findings: readonly { start: number; end: number; replacement: string }[],
): string {
	const signs = [...text]
	const pieces: string[] = []
	let from = 0
	for (const { start, end, replacement } of findings.toSorted((one, other) => one.start - other.start)) {
		if (start < from) continue
		pieces.push(signs.slice(from, start).join(''), replacement)
		from = end
	}
	return [...pieces, signs.slice(from).join('')].join('')
}
