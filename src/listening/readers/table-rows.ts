/** The cells of a csv or tsv, whichever sign separates its columns. */
import { CsvError, parse } from 'csv-parse/sync'
import { Problem } from '#platform/problem.ts'
import { findDelimiter } from './table-columns.rules.ts'

/** With the line of the file in which a row ends. */
export type TableRow = { cells: string[]; line: number }

/** @throws {Problem} `table-unreadable` with the line */
export function parseRows(text: string): string[][] {
	return parseTable(text, {}) as string[][]
}

/** @throws {Problem} `table-unreadable` with the line */
export function parseNumberedRows(text: string): TableRow[] {
	const rows = parseTable(text, { info: true }) as unknown as { record: string[]; info: { lines: number } }[]
	return rows.map(({ record, info }) => ({ cells: record, line: info.lines }))
}

/** Excel may write a line before the head that only says what separates the columns. */
const SEPARATOR_LINE = /^"?sep=(.)"?\n/i

function parseTable(text: string, options: { info?: true }) {
	const told = SEPARATOR_LINE.exec(text)?.[1]
	try {
		return parse(text, {
			...options,
			delimiter: told ?? findDelimiter(text),
			from_line: told === undefined ? 1 : 2,
			relax_column_count: true,
			skip_empty_lines: true,
			relax_quotes: true,
		})
	} catch (error) {
		if (error instanceof CsvError)
			throw new Problem('invalid', 'table-unreadable', { line: Number(error['lines'] ?? 0) })
		throw error
	}
}
