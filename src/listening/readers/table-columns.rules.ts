/** Which column of a table holds what. */
import { Problem } from '#platform/problem.ts'
import { COLUMN_MEANINGS, type ColumnMeaning } from './read-options.ts'

/** Positions from 0. */
export type Columns = Partial<Record<ColumnMeaning, number>>

/** Names under which columns are found when nobody says which they are. */
const USUAL_NAMES: Record<ColumnMeaning, readonly string[]> = {
	text: ['text', 'beitrag', 'inhalt', 'kommentar', 'nachricht', 'antwort', 'stimme', 'content', 'comment', 'body'],
	title: ['title', 'titel', 'überschrift', 'betreff', 'subject'],
	date: ['date', 'datum', 'erstellt', 'created_at', 'eingang'],
	place: ['place', 'ort', 'ortsteil', 'stadtteil', 'district'],
	role: ['role', 'rolle'],
	theme: ['theme', 'thema', 'kategorie', 'category'],
	lat: ['lat', 'latitude', 'breite', 'breitengrad'],
	lon: ['lon', 'lng', 'longitude', 'länge', 'längengrad'],
	id: ['id', 'url', 'guid', 'uuid', 'link', 'nummer'],
}

/**
 * Named columns must be there; the others are found by their usual names.
 *
 * @throws {Problem} `column-missing` with the columns there are, `table-without-text`
 */
export function findColumns(header: readonly string[], named: Partial<Record<ColumnMeaning, string>>): Columns {
	const plain = header.map((name) => plainName(name))
	const columns: Columns = {}
	for (const meaning of COLUMN_MEANINGS) {
		const wished = named[meaning]
		const position =
			wished === undefined
				? plain.findIndex((name) => USUAL_NAMES[meaning].includes(name))
				: plain.indexOf(plainName(wished))
		if (wished !== undefined && position < 0) {
			throw new Problem('invalid', 'column-missing', {
				column: wished.slice(0, 60),
				columns: header.slice(0, 30).join(', ').slice(0, 300),
			})
		}
		if (position >= 0) columns[meaning] = position
	}
	if (columns.text === undefined && columns.title === undefined) {
		throw new Problem('invalid', 'table-without-text', { columns: header.slice(0, 30).join(', ').slice(0, 300) })
	}
	return columns
}

/** Names of columns are the same whatever their case and the spaces around them. */
export function plainName(name: string): string {
	return name.normalize('NFC').trim().toLowerCase()
}

/** The sign that separates the columns of the first line, outside of quotes. */
export function findDelimiter(text: string): string {
	const first = text.slice(0, 100_000).replace(/"[^"]*"/g, '')
	const [line = ''] = first.split('\n', 1)
	const counted = [',', ';', '\t', '|'].map((sign) => ({ sign, count: line.split(sign).length - 1 }))
	return counted.reduce((most, one) => (one.count > most.count ? one : most)).sign
}

/**
 * Reads `text=COL,title=COL` of the command line.
 *
 * @throws {Problem} `column-meaning-unknown`
 */
export function readColumnList(list: string): Partial<Record<ColumnMeaning, string>> {
	return Object.fromEntries(
		list.split(',').map((entry) => {
			const [meaning = '', ...name] = entry.split('=')
			if (!COLUMN_MEANINGS.includes(meaning.trim() as ColumnMeaning) || name.length === 0) {
				throw new Problem('invalid', 'column-meaning-unknown', {
					entry: entry.slice(0, 60),
					meanings: COLUMN_MEANINGS.join(', '),
				})
			}
			return [meaning.trim(), name.join('=').trim()]
		}),
	)
}
