/**
 * Questions asked again and again with other values: a connection plans each of them once, instead of every time. Planning
 * takes longer than answering where the answer is one row. Only for texts that are always the same.
 */
import { createHash } from 'node:crypto'
import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { Pool, PoolClient, QueryResultRow } from 'pg'
import type { InstallationDatabase, MunicipalityDatabase } from './database.ts'

type Transaction = MunicipalityDatabase | InstallationDatabase
type Query<Result> = { toSQL: () => { sql: string }; prepare: (name: string) => { execute: () => Promise<Result> } }

const DIALECT = new PgDialect({ casing: 'snake_case' })
const beginnings = new WeakMap<object, string>()
const names = new Map<string, string>()
let connections = 0

/** Lets the connections of a pool keep plans. Names are a connection's own: the embedded database has one session for all. */
export function keepPlans(pool: Pool) {
	pool.on('connect', (client) => beginnings.set(client, `p${process.pid}_${++connections}`))
}

/** Asks a query built by drizzle. */
export function plannedOnce<Result>(db: Transaction, query: Query<Result>): Promise<Result> {
	const name = nameOf(clientOf(db), query.toSQL().sql)
	return name ? query.prepare(name).execute() : query.prepare('').execute()
}

/** Asks a query in plain SQL, as `db.execute` does. */
export async function rowsPlannedOnce<Row extends QueryResultRow>(db: Transaction, query: SQL): Promise<Row[]> {
	const client = clientOf(db)
	const { sql: text, params } = DIALECT.sqlToQuery(query)
	const { rows } = await client.query<Row>({ name: nameOf(client, text), text, values: params })
	return rows
}

function clientOf(db: Transaction): PoolClient {
	return (db as unknown as { $client: PoolClient }).$client
}

function nameOf(client: PoolClient, text: string): string {
	const beginning = beginnings.get(client)
	if (beginning === undefined) return ''
	let name = names.get(text)
	if (name === undefined) {
		name = createHash('sha256').update(text).digest('hex').slice(0, 16)
		names.set(text, name)
	}
	return `${beginning}_${name}`
}
