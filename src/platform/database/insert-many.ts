/** Inserts many rows in one statement with one parameter: about three times as fast as a list of values. */
import { getTableColumns, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { MunicipalityDatabase } from './database.ts'

/**
 * Writes rows of one shape: every row has the columns of the first, and columns left out take their default.
 *
 * Values travel as JSON, so bytes cannot go this way.
 */
export async function insertMany<Table extends PgTable>(
	db: MunicipalityDatabase,
	table: Table,
	rows: readonly Table['$inferInsert'][],
) {
	const [first] = rows
	if (!first) return
	const columns = getTableColumns(table)
	const given = Object.keys(first).map((key) => ({
		key: sql.identifier(key),
		name: sql.identifier(snakeCase(key)),
		type: sql.raw(columns[key]!.getSQLType()),
	}))
	const names = sql.join(
		given.map(({ name }) => name),
		sql`, `,
	)
	const keys = sql.join(
		given.map(({ key }) => key),
		sql`, `,
	)
	const shape = sql.join(
		given.map(({ key, type }) => sql`${key} ${type}`),
		sql`, `,
	)
	await db.execute(
		sql`insert into ${table} (${names}) select ${keys} from json_to_recordset(${JSON.stringify(rows)}::json) as given(${shape})`,
	)
}

/** As drizzle writes the names of columns. */
function snakeCase(key: string): string {
	return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
