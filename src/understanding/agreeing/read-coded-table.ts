/** Tables with what coders said, as other programs write them: one column for each coder, or one row for each marked unit. */
import { Problem } from '#platform/problem.ts'
import { decodeText } from '#listening/readers/decode-text.ts'
import { parseNumberedRows, type TableRow } from '#listening/readers/table-rows.ts'
import { cellsByUnit, MEANINGS, type PlacedCell } from './coded-table-shapes.rules.ts'
import type { Level } from './krippendorff.rules.ts'
import { countRatings, type Ratings, type Value } from './ratings.rules.ts'
import type { Span } from './unitising.rules.ts'

/** How tables write that somebody said nothing. */
const MISSING = /^(?:|\.+|\*|n\.?\/?a\.?|<na>|#n\/?[av]|#nv|nan|null|missing|fehlt|fehlend|k\.\s?a\.|keine angabe)$/i
/** Says nothing, too, unless it is the opposite of a plus. */
const DASH = /^[-–—]+$/
/** Whole numbers, also as programs write them that hold all numbers as fractions. */
const WHOLE = /^(-?\d+)(?:[.,]0+)?$/

/**
 * A column for each coder and a row for each unit, a row for each coder, or a row for each rating with columns for coder,
 * unit and value; other columns are passed over.
 *
 * `order` puts words in order for the ordinal level.
 *
 * @throws {Problem} as `decodeText` and `cellsByUnit`; `table-unreadable`, `value-not-a-number`, `value-order-missing`,
 * `value-not-in-order`
 */
export function readRatings(
	bytes: Uint8Array,
	{ coders, level, order = [] }: { coders: readonly string[]; level: Level; order?: readonly string[] },
): Ratings {
	const units = cellsByUnit(readRows(bytes), coders)
	const isMissing = missingIn(units.flatMap((unit) => unit.map(({ cell }) => cell)))
	const areWhole = units.flat().every(({ cell }) => isMissing(cell) || WHOLE.test(cell))
	const isNumeric = level !== 'nominal' && order.length === 0
	const valueOf = ({ cell, line }: PlacedCell, coder: number): Value | null => {
		if (isMissing(cell)) return null
		if (isNumeric) return numberIn(cell, level, { line, coder: coders[coder]! })
		if (order.length > 0 && !order.includes(cell)) {
			throw new Problem('invalid', 'value-not-in-order', { line, value: cell.slice(0, 40), order: order.join(', ') })
		}
		return areWhole && order.length === 0 ? cell.replace(WHOLE, '$1') : cell
	}
	return countRatings(
		coders,
		units.map((unit) => unit.map(valueOf)),
		{ values: order satisfies readonly Value[] },
	)
}

function missingIn(cells: readonly string[]): (cell: string) => boolean {
	const isSign = cells.includes('+')
	return (cell) => MISSING.test(cell) || (!isSign && DASH.test(cell))
}

/** The columns of a table, for whoever has not yet said which are coders. */
export function columnsOf(bytes: Uint8Array): string[] {
	return readRows(bytes)[0]!.cells.map((cell) => cell.trim())
}

function numberIn(cell: string, level: Level, { line, coder }: { line: number; coder: string }): number {
	const number = Number(/^-?\d+,\d+$/.test(cell) ? cell.replace(',', '.') : cell)
	if (Number.isFinite(number)) return number
	const code = level === 'ordinal' ? 'value-order-missing' : 'value-not-a-number'
	throw new Problem('invalid', code, { line, coder, value: cell.slice(0, 40) })
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
	const body = rows.slice(hasHead ? 1 : 0)
	const isMissing = missingIn(columns.value < 0 ? [] : body.map(({ cells }) => (cells[columns.value] ?? '').trim()))
	const spans = body.flatMap(({ cells, line }) => {
		const cell = (column: number) => (cells[column] ?? '').trim()
		const value = columns.value < 0 ? 'x' : cell(columns.value)
		if (isMissing(value)) return []
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
	const placeOf = (meaning: keyof typeof MEANINGS) => cells.findIndex((cell) => MEANINGS[meaning].test(cell.trim()))
	const columns = { coder: placeOf('coder'), start: placeOf('start'), end: placeOf('end'), value: placeOf('value') }
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
