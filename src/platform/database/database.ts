/** The one way to the rows: every statement runs inside a transaction, and almost every transaction inside one municipality. */
import { sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Pool, PoolClient, QueryConfig } from 'pg'
import { APPLICATION_ROLE, INSTALLATION_ROLE } from './roles.ts'

/** A database that is open. Statements go through `inMunicipality` or `inInstallation`, never through the pool directly. */
export type Database = {
	engine: 'embedded' | 'postgres'
	pool: Pool
	close: () => Promise<void>
}

const BEGIN_INSTALLATION = `begin; set local role ${INSTALLATION_ROLE}`

declare const scope: unique symbol

/** A transaction that sees and writes the rows of exactly one municipality. */
export type MunicipalityDatabase = NodePgDatabase & { readonly [scope]?: 'municipality' }

/** A transaction of the installation itself: municipalities, accounts, migrations. It is not bound to a municipality. */
export type InstallationDatabase = NodePgDatabase & { readonly [scope]?: 'installation' }

export type MunicipalityId = string & { readonly __brand: 'MunicipalityId' }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text is a UUID in lower case, the only form in which ids travel. */
export function isUuid(text: string): boolean {
	return UUID.test(text)
}

/**
 * Runs `work` in one transaction that sees exactly one municipality, and commits when it returns.
 *
 * Do not open a second transaction inside: the embedded database has one connection and would wait for itself.
 */
export function inMunicipality<Result>(
	database: Database,
	municipalityId: MunicipalityId,
	work: (db: MunicipalityDatabase) => Promise<Result>,
): Promise<Result> {
	if (!isUuid(municipalityId)) throw new Error('inMunicipality: not a municipality id')
	const begin = `begin; set local role ${APPLICATION_ROLE}; set local "gehoert.municipality" = '${municipalityId}'`
	return inTransaction(database.pool, begin, (client) => work(statementsOf(client)))
}

/**
 * Runs `work` in one transaction of the installation: municipalities by name, accounts, sessions, memberships. It sees no
 * contents of any municipality. Only the platform, `people` and commands may need it.
 */
export function inInstallation<Result>(
	database: Database,
	work: (db: InstallationDatabase) => Promise<Result>,
): Promise<Result> {
	return inTransaction(database.pool, BEGIN_INSTALLATION, (client) => work(statementsOf(client)))
}

/**
 * As `inInstallation`, for what every request has to know first: `work` can change nothing, and nobody waits for its
 * transaction to end.
 */
export async function readInstallation<Result>(
	{ pool }: Database,
	work: (db: InstallationDatabase) => Promise<Result>,
): Promise<Result> {
	const client = await pool.connect()
	const begun = client.query(`begin read only; set local role ${INSTALLATION_ROLE}`)
	// The first question inside fails with it.
	begun.catch(() => undefined)
	try {
		return await work(statementsOf(client))
	} finally {
		client.query('rollback').catch(() => undefined)
		client.release()
	}
}

/**
 * Binds a transaction of the installation to one municipality for its remainder, for changes that need both sides (a new
 * municipality, a new member): first the installation's rows, then this, then the municipality's.
 */
export async function enterMunicipality(
	db: InstallationDatabase,
	municipalityId: MunicipalityId,
): Promise<MunicipalityDatabase> {
	if (!isUuid(municipalityId)) throw new Error('enterMunicipality: not a municipality id')
	await db.execute(sql.raw(`set local role ${APPLICATION_ROLE}`))
	await db.execute(sql.raw(`set local "gehoert.municipality" = '${municipalityId}'`))
	return db as unknown as MunicipalityDatabase
}

/**
 * Lets `work` touch what belongs to the installation (the queue) within a transaction of a municipality, which it leaves
 * bound to the same one.
 */
export async function besideMunicipality(db: MunicipalityDatabase, work: (db: InstallationDatabase) => Promise<void>) {
	await db.execute(sql.raw(`set local role ${INSTALLATION_ROLE}`))
	await work(db as unknown as InstallationDatabase)
	await db.execute(sql.raw(`set local role ${APPLICATION_ROLE}`))
}

/**
 * For libraries that bring their own SQL (jobs, sign-in).
 *
 * The transaction around it is needed by the embedded database: its connections share one session, and the parts of
 * two statements sent at the same time would otherwise mix.
 */
export async function runStatement(database: Database, text: string | QueryConfig, values: unknown[] = []) {
	return inTransaction(database.pool, BEGIN_INSTALLATION, (client) =>
		values.length > 0 || typeof text !== 'string' ? client.query(text, values) : client.query(text),
	)
}

/**
 * Begins, works and commits; when something fails, also unnoticed by `work`, all of it is taken back and whoever asked is
 * told.
 *
 * The beginning and the first question travel together: if it cannot begin, the first question is refused with it.
 */
export async function inTransaction<Result>(
	pool: Pool,
	begin: string,
	work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
	const client = await pool.connect()
	let broken = false
	try {
		const begun = client.query(begin)
		begun.catch(() => undefined)
		const result = await work(client)
		await begun
		const { command } = await client.query('commit')
		// PostgreSQL answers so, and reports no error, when a statement failed and somebody went on all the same.
		if (command === 'ROLLBACK') throw new Error('a statement failed, so nothing of this transaction was kept')
		return result
	} catch (error) {
		await client.query('rollback').catch(() => {
			broken = true
		})
		throw error
	} finally {
		client.release(broken)
	}
}

const statements = new WeakMap<PoolClient, NodePgDatabase>()

/** What builds statements for a connection, made once: it remembers how columns are written. */
function statementsOf(client: PoolClient): NodePgDatabase {
	const known = statements.get(client)
	if (known) return known
	const made = drizzle(client, { casing: 'snake_case' })
	statements.set(client, made)
	return made
}
