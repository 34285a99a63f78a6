/** Tables with what coders said, as other programs write them: one column for each coder, or one row for each marked unit. */
import { Problem } from '#platform/problem.ts'
import { decodeText } from '#listening/readers/decode-text.ts'
import { parseNumberedRows, type TableRow } from '#listening/readers/table-rows.ts'
import type { Level } from './krippendorff.rules.ts'
import { countRatings, type Ratings, type Value } from './ratings.rules.ts'
import type { Span } from './unitising.rules.ts'

/** How tables write that somebody said nothing. */
const MISSING = /^(?:|\.|\*|n\.?\/?a\.?|nan|null|k\.\s?a\.)$/i

/**
 * One row for each unit, one column for each coder; other columns are passed over.
 *
 * `order` puts words in order for the ordinal level.
 *
 * @throws {Problem} as `decodeText`; `table-unreadable`, `coder-column-unknown` with the columns there are,
 * `value-not-a-number`, `value-order-missing`
 */
export function readRatings(
	bytes: Uint8Array,
	{ coders, level, order = [] }: { coders: readonly string[]; level: Level; order?: readonly string[] },
): Ratings {
	const [head, ...rows] = readRows(bytes)
	const names = head!.cells.map((cell) => cell.trim())
	const columns = coders.map((coder) => columnOf(names, coder))
	const isNumeric = level !== 'nominal' && order.length === 0
	const values = rows.map(({ cells, line }) =>
		columns.map((column, coder) => {
			const cell = (cells[column] ?? '').trim()
			if (MISSING.test(cell)) return null
			if (isNumeric) return numberIn(cell, level, { line, coder: coders[coder]! })
			if (order.length > 0 && !order.includes(cell)) {
				throw new Problem('invalid', 'value-not-in-order', { line, value: cell.slice(0, 40), order: order.join(', ') })
			}
			return cell
		}),
	)
	return countRatings(coders, values, { values: order satisfies readonly Value[] })
}

/** The columns of a table, for whoever has not yet said which are coders. */
export function columnsOf(bytes: Uint8Array): string[] {
	return readRows(bytes)[0]!.cells.map((cell) => cell.trim())
}

function columnOf(names: readonly string[], coder: string): number {
	const exact = names.indexOf(coder)
	const found = exact >= 0 ? exact : names.findIndex((name) => name.toLowerCase() === coder.toLowerCase())
	if (found >= 0) return found
	throw new Problem('invalid', 'coder-column-unknown', {
		coder: coder.slice(0, 60),
		known: names.join(', ').slice(0, 400),
	})
}

function numberIn(cell: string, level: Level, { line, coder }: { line: number; coder: string }): number {
	const number = Number(/^-?\d+,\d+$/.test(cell) ? cell.replace(',', '.') : cell)
	if (!Number.isNaN(number)) return number
	const code = level === 'ordinal' ? 'value-order-missing' : 'value-not-a-number'
	throw new Problem('invalid', code, { line, coder, value: cell.slice(0, 40) })
}

const MEANINGS = {
	coder: /^(?:coder|codierer(?:in)?|kodierer(?:in)?|codiererin?|person|observer|annotator|rater|user|wer)$/i,
	start: /^(?:start|begin|from|von|anfang|beginn)$/i,
	end: /^(?:end|stop|to|bis|ende)$/i,
	value: /^(?:value|wert|code|label|category|kategorie|theme|thema)$/i,
}

/**
 * Units marked in a text of `length` characters, `[start, end)`: columns coder, start, end, value in any order, or in
 * this one without a head line. A unit without a value is a gap and left out; without the column all are alike.
 *
 * @throws {Problem} as `decodeText`; `table-unreadable`, `span-columns-missing`, `span-not-a-range`,
 * `span-beyond-length`, `spans-overlap` for two units of one coder and value
 */
export function readSpans(bytes: Uint8Array, length: number): Span[] {
	const rows = readRows(bytes)
	const { columns, hasHead } = spanColumns(rows[0]!.cells)
	const spans = rows.slice(hasHead ? 1 : 0).flatMap(({ cells, line }) => {
		const cell = (column: number) => (cells[column] ?? '').trim()
		const value = columns.value < 0 ? 'x' : cell(columns.value)
		if (MISSING.test(value)) return []
		const [start, end] = [wholeNumber(cell(columns.start)), wholeNumber(cell(columns.end))]
		if (start === undefined || end === undefined || end <= start)
			throw new Problem('invalid', 'span-not-a-range', { line })
		if (end > length) throw new Problem('invalid', 'span-beyond-length', { line, end, length })
		return [{ coder: cell(columns.coder), start, end, value, line }]
	})
	refuseOverlap(spans)
	return spans.map(({ line: _, ...span }) => span)
}

function spanColumns(cells: readonly string[]) {
	const places = Object.entries(MEANINGS).map(([meaning, word]) => [
		meaning,
		cells.findIndex((cell) => word.test(cell.trim())),
	])
	const columns = Object.fromEntries(places) as Record<keyof typeof MEANINGS, number>
	if (columns.coder >= 0 && columns.start >= 0 && columns.end >= 0) return { columns, hasHead: true }
	const isData = wholeNumber(cells[1]?.trim() ?? '') !== undefined && wholeNumber(cells[2]?.trim() ?? '') !== undefined
	if (isData) return { columns: { coder: 0, start: 1, end: 2, value: cells.length > 3 ? 3 : -1 }, hasHead: false }
	throw new Problem('invalid', 'span-columns-missing', { known: cells.join(', ').slice(0, 400) })
}

function refuseOverlap(spans: readonly (Span & { line: number })[]) {
	const last = new Map<string, Span>()
	for (const span of spans.toSorted((one, other) => one.start - other.start || one.line - other.line)) {
		const key = JSON.stringify([span.coder, span.value])
		const before = last.get(key)
		if (before && before.end > span.start) {
			throw new Problem('invalid', 'spans-overlap', { line: span.line, coder: span.coder, value: span.value })
		}
		last.set(key, span)
	}
}

function wholeNumber(cell: string): number | undefined {
	return /^\d{1,9}$/.test(cell) ? Number(cell) : undefined
}

/** At least a head line. */
function readRows(bytes: Uint8Array): TableRow[] {
	return parseNumberedRows(decodeText(bytes).text)
}
