/** A table of written voices (csv, tsv): one row, one person, one conversation of one. */
import { Problem } from '#platform/problem.ts'
import { codePointLength } from '../code-points.ts'
import { originKeyOf, type PreparedConversation } from '../prepared-conversation.ts'
import type { Warning } from '../tables.ts'
import { cutLongTurn } from '../turns.rules.ts'
import { decodeText } from './decode-text.ts'
import { slugBehind, type ColumnMeaning, type GivenFile, type ReadOptions, type ReadResult } from './read-options.ts'
import { readDay, readDegrees } from './table-cells.rules.ts'
import { findColumns, type Columns } from './table-columns.rules.ts'
import { parseRows } from './table-rows.ts'

/** More columns than any questionnaire has. */
const MOST_COLUMNS = 1000

/**
 * Rows in the order of the file. A row without words is left out; without a text the title is the text.
 *
 * Cells are words, never formulas. The same file again gives the same origins: by the `id` column, else by text, title
 * and date, and for rows that are equal by how many came before.
 *
 * @throws {Problem} as `decodeText`; `column-missing`, `table-without-text`, `table-unreadable`, `table-too-wide`,
 * `no-words-found`
 */
export function readTable(file: GivenFile, options: ReadOptions): ReadResult {
	const { text, warnings } = decodeText(file.bytes)
	const [header = [], ...rows] = parseRows(text)
	if (header.length > MOST_COLUMNS) throw new Problem('invalid', 'table-too-wide', { limit: MOST_COLUMNS })
	const columns = findColumns(header, options.columns ?? {})
	const tally: Tally = { emptyRows: 0, unknownDates: 0, unknownPlaces: 0, unknownRoles: 0 }
	const seen = new Map<string, number>()
	const conversations = rows.flatMap((row) => conversationOf(row, columns, options, seen, tally))
	if (conversations.length === 0) throw new Problem('invalid', 'no-words-found')
	return { reader: 'table', conversations, warnings: [...warnings, ...tallied(tally)] }
}

type Tally = { emptyRows: number; unknownDates: number; unknownPlaces: number; unknownRoles: number }

function tallied({ emptyRows, unknownDates, unknownPlaces, unknownRoles }: Tally): Warning[] {
	const counts = {
		'rows-without-words': emptyRows,
		'dates-not-understood': unknownDates,
		'coordinates-not-understood': unknownPlaces,
		'roles-not-known': unknownRoles,
	}
	return Object.entries(counts).flatMap(([code, count]) => (count > 0 ? [{ code, facts: { count } }] : []))
}

function conversationOf(
	row: string[],
	columns: Columns,
	options: ReadOptions,
	seen: Map<string, number>,
	tally: Tally,
): PreparedConversation[] {
	const cell = (meaning: ColumnMeaning) => row[columns[meaning] ?? -1]?.trim() ?? ''
	const title = cell('title')
	const text = cell('text') || title
	if (text === '') {
		tally.emptyRows++
		return []
	}
	const heldOn = dayOf(cell('date'), tally) ?? options.heldOn ?? null
	const place = cell('place')
	const district = slugBehind(place, options.knownDistricts) ?? options.district ?? null
	return [
		{
			originKey: originOf([cell('id'), text, title, cell('date')], seen),
			title: title.slice(0, 300) || shortened(text),
			format: options.format ?? 'written',
			heldOn,
			district,
			place: slugBehind(place, options.knownDistricts) ? '' : place.slice(0, 200),
			text,
			speakers: [writerOf(cell('role'), { ...options, heldOn }, district, tally)],
			turns: turnsOf(text, title, cell('theme'), placeOf(cell('lat'), cell('lon'), tally)),
		},
	]
}

function writerOf(role: string, { knownRoles, channels, heldOn }: ReadOptions, district: string | null, tally: Tally) {
	const known = slugBehind(role, knownRoles)
	if (role !== '' && !known) tally.unknownRoles++
	const consent = { channels, given: 'imported' as const, givenOn: heldOn ?? null }
	return { code: 'S1', role: known ?? null, district, ...(channels.length > 0 && { consent }) }
}

type Place = { latitude: number; longitude: number } | undefined

function turnsOf(text: string, title: string, category: string, place: Place) {
	const whole = { speaker: 'S1', start: 0, end: codePointLength(text) }
	const pieces = cutLongTurn(whole, text)
	return pieces.map((turn) => ({
		...turn,
		...place,
		title: title === text ? null : title.slice(0, 300) || null,
		category: category.slice(0, 120) || null,
	}))
}

function dayOf(written: string, tally: Tally): string | null {
	const day = readDay(written)
	if (written !== '' && !day) tally.unknownDates++
	return day ?? null
}

function placeOf(lat: string, lon: string, tally: Tally): Place {
	const latitude = readDegrees(lat, 90)
	const longitude = readDegrees(lon, 180)
	if (latitude !== undefined && longitude !== undefined) return { latitude, longitude }
	if (lat !== '' || lon !== '') tally.unknownPlaces++
	return undefined
}

/** Two people may write the same: equal rows are counted, not merged. A row that has its own id keeps it when its text changes. */
function originOf([id = '', ...words]: string[], seen: Map<string, number>): string {
	const key = id === '' ? originKeyOf('row', ...words) : originKeyOf('row-id', id)
	const before = seen.get(key) ?? 0
	seen.set(key, before + 1)
	return before === 0 ? key : originKeyOf(key, String(before))
}

function shortened(text: string): string {
	const line = text.replace(/\s+/g, ' ')
	return line.length <= 80 ? line : `${line.slice(0, 80).replace(/\s\S*$/, '')} …`.toWellFormed()
}
