/** What somebody types, pastes or uploads as names of the municipality's own. Pure. */
import { Problem } from '#platform/problem.ts'
import type { KNOWN_NAME_KINDS } from './tables.ts'

export type KnownKind = (typeof KNOWN_NAME_KINDS)[number]
export type KnownName = { kind: KnownKind; name: string }

/** Characters: longer is a sentence, not a name. */
export const LONGEST_NAME = 120
/** More at once come from the wrong file. */
export const MOST_NAMES = 5000

/** One name a line; numbering, bullets and what stands twice fall away. */
export function readNameLines(text: string): string[] {
	return uniqueNames(text.split(/\r?\n/).map((line) => line.replace(/^\s*(?:[-–•*·]|\d{1,4}[.)])\s+/, '')))
}

/** Trimmed, without line breaks and doubles, in the order given. */
export function uniqueNames(names: readonly string[]): string[] {
	const tidy = names.map((name) => name.replace(/\s+/g, ' ').trim()).filter((name) => /\p{L}/u.test(name))
	return [...new Set(tidy)]
}

const WORDS: Record<KnownKind, readonly string[]> = {
	street: ['strasse', 'strassen', 'street', 'weg', 'platz'],
	village: ['ort', 'orte', 'ortsteil', 'ortsteile', 'dorf', 'weiler', 'village', 'place'],
	association: ['verein', 'vereine', 'association', 'club'],
	firm: ['firma', 'firmen', 'betrieb', 'betriebe', 'unternehmen', 'firm', 'company'],
	school: ['schule', 'schulen', 'kita', 'kindergarten', 'school'],
	'office-holder': [
		'amt',
		'amtstraeger',
		'amtstraegerin',
		'amtspersonen',
		'amtsperson',
		'office-holder',
		'officeholder',
	],
	surname: ['familienname', 'familiennamen', 'nachname', 'nachnamen', 'name', 'surname'],
}

/** The kind a table's first column names, in German or English; null when it is none of ours. */
export function kindOfWord(word: string): KnownKind | null {
	const plain = word.trim().toLowerCase().replaceAll('ß', 'ss').replaceAll('ä', 'ae')
	const found = Object.entries(WORDS).find(([kind, words]) => kind === plain || words.includes(plain))
	return found ? (found[0] as KnownKind) : null
}

/** @throws {Problem} `known-names-missing`, `known-names-too-many`, `known-name-too-long` */
export function refuseOddNames(names: readonly KnownName[]): void {
	if (names.length === 0) throw new Problem('invalid', 'known-names-missing')
	if (names.length > MOST_NAMES) throw new Problem('too-large', 'known-names-too-many', { limit: MOST_NAMES })
	const long = names.find(({ name }) => [...name].length > LONGEST_NAME)
	if (long)
		throw new Problem('invalid', 'known-name-too-long', { name: `${long.name.slice(0, 40)} …`, limit: LONGEST_NAME })
}
