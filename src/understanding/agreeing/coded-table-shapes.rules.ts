/** Whichever way a table of ratings lies: a column for each coder, a row for each coder, or a row for each rating. */
import { Problem } from '#platform/problem.ts'
import type { TableRow } from '#listening/readers/table-rows.ts'

export type PlacedCell = { cell: string; line: number }

/** What columns are called by those who made them. */
export const MEANINGS = {
	coder:
		/^(?:coder|[ck]odierer(?:in)?|codierende|person|observer|annotator|rater|judge|user|wer)(?:[ _-]?(?:id|name|nr))?$/i,
	start:
		/^(?:(?:char|pos|offset|text)[ _-]?)?(?:start|begin|from|von|anfang|beginn)(?:[ _-]?(?:char|pos|position|offset))?$/i,
	end: /^(?:(?:char|pos|offset|text)[ _-]?)?(?:end|stop|to|bis|ende)(?:[ _-]?(?:char|pos|position|offset))?$/i,
	value:
		/^(?:value|wert|rating|urteil|score|code|label|category|kategorie|theme|thema|annotation)(?:[ _-]?(?:id|name))?$/i,
	unit: /^(?:unit|item|einheit|stelle|passage|segment|satz|sentence|subject|case|fall|beitrag|voice|text|doc|document|dokument|id|nr|nummer)(?:[ _-]?(?:id|nr|no))?$/i,
}

/**
 * For each unit the cell of each coder, in their order.
 *
 * @throws {Problem} `coder-column-unknown` with the columns there are, or with those who rated; `rated-twice`
 */
export function cellsByUnit(rows: readonly TableRow[], coders: readonly string[]): PlacedCell[][] {
	const names = rows[0]!.cells.map((cell) => cell.trim())
	const columns = coders.map((coder) => placeOf(names, coder))
	if (!columns.includes(-1))
		return rows.slice(1).map(({ cells, line }) => columns.map((column) => ({ cell: trimmed(cells[column]), line })))
	const turned = rowsOfCoders(rows, coders) ?? ratingRows(rows, coders)
	return turned ?? refuseUnknown(coders, names)
}

function refuseUnknown(coders: readonly string[], known: readonly string[]): never {
	const missing = coders.find((coder) => placeOf(known, coder) < 0)!
	throw new Problem('invalid', 'coder-column-unknown', {
		coder: missing.slice(0, 60),
		known: known.join(', ').slice(0, 400),
	})
}

/** As Krippendorff prints his: a row begins with who coded, the units follow. */
function rowsOfCoders(rows: readonly TableRow[], coders: readonly string[]): PlacedCell[][] | undefined {
	const first = rows.map(({ cells }) => trimmed(cells[0]))
	const own = coders.map((coder) => rows[placeOf(first, coder)])
	if (own.some((row) => row === undefined) || new Set(first).size < first.length) return undefined
	const units = Math.max(...own.map((row) => row!.cells.length)) - 1
	return Array.from({ length: units }, (_, unit) =>
		own.map((row) => ({ cell: trimmed(row!.cells[unit + 1]), line: row!.line })),
	)
}

/** Who said what of which unit, a row for each time. */
function ratingRows(rows: readonly TableRow[], coders: readonly string[]): PlacedCell[][] | undefined {
	const [head, ...body] = rows
	const names = head!.cells.map((cell) => cell.trim())
	const coderAt = names.findIndex((name) => MEANINGS.coder.test(name))
	const valueAt = names.findIndex((name) => MEANINGS.value.test(name))
	if (coderAt < 0 || valueAt < 0) return undefined
	const others = [...names.keys()].filter((at) => at !== coderAt && at !== valueAt)
	const units = others.length === 1 ? others : others.filter((at) => MEANINGS.unit.test(names[at]!))
	const seats = body.map(({ cells }) => placeOf(coders, trimmed(cells[coderAt])))
	if (units.length === 0) return undefined
	if (coders.some((_, seat) => !seats.includes(seat)))
		refuseUnknown(coders, [...new Set(body.map(({ cells }) => trimmed(cells[coderAt])))])
	const found = new Map<string, PlacedCell[]>()
	body.forEach(({ cells, line }, at) => {
		const seat = seats[at]!
		if (seat < 0) return
		const unit = units.map((column) => trimmed(cells[column])).join(' / ')
		const row = found.get(unit) ?? coders.map(() => ({ cell: '', line }))
		if (row[seat]!.cell !== '') throw new Problem('invalid', 'rated-twice', { line, coder: coders[seat]!, unit })
		row[seat] = { cell: trimmed(cells[valueAt]), line }
		found.set(unit, row)
	})
	return [...found.values()]
}

/** -1 where there is none. */
function placeOf(names: readonly string[], name: string): number {
	const exact = names.indexOf(name)
	return exact >= 0 ? exact : names.findIndex((one) => one.toLowerCase() === name.toLowerCase())
}

function trimmed(cell: string | undefined): string {
	return (cell ?? '').trim()
}
