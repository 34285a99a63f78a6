/** What to count by what, as pages and commands ask for it. */
import { Problem } from '#platform/problem.ts'
import { MATRIX_COLUMNS, MATRIX_COUNTS, type MatrixColumns, type MatrixCount } from './find-matrix.ts'

/** @throws {Problem} `matrix-columns-unknown` */
export function readColumns(given: unknown): MatrixColumns {
	const columns = MATRIX_COLUMNS.find((one) => one === given)
	if (!columns) throw new Problem('invalid', 'matrix-columns-unknown', { possible: MATRIX_COLUMNS.join(', ') })
	return columns
}

/** A person can hinder and help, so stances count passages unless asked otherwise. @throws {Problem} `matrix-count-unknown` */
export function readCount(given: unknown, columns: MatrixColumns): MatrixCount {
	if (given === undefined || given === null || given === '') return columns === 'stance' ? 'passages' : 'persons'
	const count = MATRIX_COUNTS.find((one) => one === given)
	if (!count) throw new Problem('invalid', 'matrix-count-unknown', { possible: MATRIX_COUNTS.join(', ') })
	return count
}
