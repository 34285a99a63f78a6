/** Brings the schema up to date on start and puts every table behind row-level security. */
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import type { PoolClient } from 'pg'
import { Problem } from '#platform/problem.ts'
import type { Database } from './database.ts'
import { admitLogin, createRoles, PROTECT_TABLES, UNBIND_OWNER } from './roles.ts'
import { findWanted, MIGRATIONS, PROTECTION_FACT, readStanding } from './schema-standing.ts'

/**
 * Applies the migrations that are missing and lets `logins` work as our roles. `owner` is connected as whoever owns the
 * tables, or shall. Two processes that start at once wait for each other.
 *
 * @throws {Problem} `schema-is-newer` when a newer version of the software has already changed the database,
 * `schema-role-missing` when PostgreSQL does not let this user create our roles or grant them
 */
export async function migrateDatabase(owner: Pick<Database, 'pool'>, logins: string[] = []) {
	const client = await owner.pool.connect()
	try {
		await client.query(`select pg_advisory_lock(${MIGRATION_LOCK})`)
		const standing = await readStanding(client)
		if (standing === 'newer') throw new Problem('conflict', 'schema-is-newer')
		if (standing === 'older') await bringUpToDate(client)
		await admit(client, logins)
	} finally {
		await client.query(`select pg_advisory_unlock(${MIGRATION_LOCK})`)
		client.release()
	}
}

const MIGRATION_LOCK = 7_429_310

async function bringUpToDate(client: PoolClient) {
	const { protection, jobTables } = await findWanted()
	await refusingRoles(() => createRoles(client))
	await client.query(UNBIND_OWNER)
	await migrate(drizzle(client), { migrationsFolder: MIGRATIONS })
	await bringJobTables(client, jobTables)
	// In one transaction, and before the tables are bound: the fact must not tell of a protection that is not there.
	const fact = `insert into installation_fact (name, value) values ('${PROTECTION_FACT}', '${protection}')
		on conflict (name) do update set value = excluded.value`
	await client.query(`begin; ${fact}; ${PROTECT_TABLES}; commit`)
}

/** Whoever connects is let in too: on the embedded database, and where owner and application are one. */
async function admit(client: PoolClient, logins: string[]) {
	const { rows } = await client.query<{ name: string }>('select current_user as name')
	await refusingRoles(async () => {
		for (const login of logins.length > 0 ? logins : [rows[0]!.name]) await admitLogin(client, login)
	})
}

async function refusingRoles(work: () => Promise<void>) {
	try {
		await work()
	} catch (error) {
		if ((error as { code?: string }).code === '42501') throw new Problem('not-allowed', 'schema-role-missing')
		throw error
	}
}

/** Commands queue jobs before a server has ever run, and the server may not change these tables: it does not own them. */
async function bringJobTables(client: PoolClient, wanted: number) {
	const { rows: known } = await client.query<{ exists: boolean }>(
		`select to_regclass('pgboss.job') is not null as exists`,
	)
	const { rows } = known[0]?.exists
		? await client.query<{ version: number }>('select version from pgboss.version')
		: { rows: [] }
	if (rows[0]?.version === wanted) return
	// Loaded only now: every command looks at the schema, hardly one has to create these tables.
	const { getConstructionPlans, getMigrationPlans } = await import('pg-boss')
	await client.query(rows[0] ? getMigrationPlans('pgboss', rows[0].version) : getConstructionPlans())
}
