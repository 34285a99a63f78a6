/** What to count by what, as pages and commands ask for it. */
import { Problem } from '#platform/problem.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { findFilterChoices, idOf } from '../find-filters.ts'
import { gridOf, MATRIX_VIEWS, type GridChoice } from './matrix-grid.ts'
import { findMatrix, MATRIX_COLUMNS, MATRIX_COUNTS, type MatrixColumns, type MatrixCount } from './find-matrix.ts'

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

/** What the address of the page or of its file asks for. @throws {Problem} `matrix-columns-unknown`, `matrix-count-unknown` */
export function readMatrixChoice(search: URLSearchParams): GridChoice & { count: MatrixCount } {
	const by = readColumns(search.get('spalten') ?? 'sector')
	return {
		by,
		count: readCount(search.get('zaehlen'), by),
		round: search.get('runde') ?? '',
		view: MATRIX_VIEWS.find((one) => one === search.get('zeigen')) ?? 'count',
		isRolledUp: search.get('unter') === 'ja',
		isTurned: search.get('gedreht') === 'ja',
		sort: search.get('sort') ?? '',
	}
}

export async function findMatrixGrid(db: MunicipalityDatabase, choice: ReturnType<typeof readMatrixChoice>) {
	const { rounds } = await findFilterChoices(db)
	const { by: columns, count, isRolledUp, round } = choice
	const matrix = await findMatrix(db, { columns, count, isRolledUp, roundId: idOf(rounds, round) })
	return { grid: gridOf(matrix, choice), rounds }
}
