/** The cells of a csv or tsv, whichever sign separates its columns. */
import { CsvError, parse } from 'csv-parse/sync'
import { Problem } from '#platform/problem.ts'
import { findDelimiter } from './table-columns.rules.ts'

/** @throws {Problem} `table-unreadable` with the line */
export function parseRows(text: string): string[][] {
	try {
		return parse(text, {
			delimiter: findDelimiter(text),
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
