/** Variables of other programs that mean something here, by the names people give them. */
import type { AgeBand, Format } from '#listening/vocabulary.ts'
import { AGE_BANDS, FORMATS } from '#listening/vocabulary.ts'
import { slugBehind, type KnownName } from '#listening/readers/read-options.ts'
import { readDay } from '#listening/readers/table-cells.rules.ts'

export type KnownHere = {
	knownDistricts: readonly KnownName[]
	knownRoles: readonly KnownName[]
	knownSectors: readonly KnownName[]
}

export type Meaning = {
	sector?: string
	role?: string
	district?: string
	age?: AgeBand
	moderator?: boolean
	date?: string
	place?: string
	format?: Format
	pseudonym?: string
}

type Read = (value: string, known: KnownHere) => Meaning | undefined

const MEANINGS: [RegExp, Read][] = [
	[
		/^(?:sektor|sector|bereich|lebensbereich|gruppe|group)$/,
		(value, { knownSectors }) => some('sector', slugBehind(value, knownSectors)),
	],
	[
		/^(?:rolle|role|funktion|function|beruf|occupation|amt)$/,
		(value, { knownRoles }) => some('role', slugBehind(value, knownRoles)),
	],
	[
		/^(?:ortsteil|stadtteil|ort|dorf|wohnort|district|village|residence)$/,
		(value, { knownDistricts }) => some('district', slugBehind(value, knownDistricts)),
	],
	[/^(?:alter|altersgruppe|altersklasse|age|age ?group|age ?band)$/, (value) => some('age', ageBandOf(value))],
	[/^(?:moderation|moderator|moderatorin|interviewer|interviewerin)$/, (value) => some('moderator', booleanOf(value))],
	[/^(?:datum|tag|interviewdatum|date|day|interview ?date)$/, (value) => some('date', readDay(value.slice(0, 10)))],
	[/^(?:treffpunkt|place|venue)$/, (value) => some('place', value.slice(0, 200))],
	[
		/^(?:format|gesprächsform)$/,
		(value) =>
			some(
				'format',
				FORMATS.find((format) => format === value),
			),
	],
	[/^(?:pseudonym)$/, (value) => some('pseudonym', value.slice(0, 80))],
]

/** What a value says here; undefined where neither the variable nor the value is known. */
export function meaningOf(name: string, value: string, known: KnownHere): Meaning | undefined {
	const plain = name.normalize('NFC').trim().toLowerCase()
	return MEANINGS.find(([names]) => names.test(plain))?.[1](value, known)
}

function some<Key extends keyof Meaning>(key: Key, value: Meaning[Key] | undefined | null): Meaning | undefined {
	return value === undefined || value === null ? undefined : { [key]: value }
}

function ageBandOf(value: string): AgeBand | undefined {
	const written = value.replace(/[–—]/g, '-').replace(/\s+/g, '').toLowerCase()
	const known = AGE_BANDS.find((band) => band === written)
	if (known) return known
	const years = /^(\d{1,3})(?:[.,]0+)?(?:jahre|years)?$/.exec(written)?.[1]
	if (years === undefined) return /^(?:75\+|75plus)$/.test(written) ? '75-plus' : undefined
	const borders: [number, AgeBand][] = [
		[18, 'under-18'],
		[30, '18-29'],
		[45, '30-44'],
		[60, '45-59'],
		[75, '60-74'],
	]
	return borders.find(([below]) => Number(years) < below)?.[1] ?? '75-plus'
}

function booleanOf(value: string): boolean | undefined {
	if (/^(?:true|1|ja|yes|wahr)$/i.test(value)) return true
	return /^(?:false|0|nein|no|falsch)$/i.test(value) ? false : undefined
}
