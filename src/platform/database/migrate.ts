/** Brings the schema up to date on start and puts every municipal table behind row-level security. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import type { PoolClient } from 'pg'
import { Problem } from '#platform/problem.ts'
import type { Database } from './database.ts'

const MIGRATIONS = join(import.meta.dirname, '../../../migrations')

/**
 * Applies the migrations that are missing. Two processes that start at once wait for each other.
 *
 * @throws {Problem} `schema-is-newer` when a newer version of the software has already changed the database,
 * `schema-role-missing` when PostgreSQL does not let this user create the role the application works as
 */
export async function migrateDatabase(database: Database) {
	const client = await database.pool.connect()
	try {
		await client.query(`select pg_advisory_lock(${MIGRATION_LOCK})`)
		const standing = await findStanding(client)
		if (standing.isNewer) throw new Problem('conflict', 'schema-is-newer')
		if (standing.isCurrent) return
		await createApplicationRole(client)
		await migrate(drizzle(client), { migrationsFolder: MIGRATIONS })
		await client.query(PROTECT_TABLES)
		await createJobTables(client)
	} finally {
		await client.query(`select pg_advisory_unlock(${MIGRATION_LOCK})`)
		client.release()
	}
}

const MIGRATION_LOCK = 7_429_310

type Journal = { entries: { when: number }[] }

async function findStanding(client: PoolClient): Promise<{ isCurrent: boolean; isNewer: boolean }> {
	const journal = JSON.parse(await readFile(join(MIGRATIONS, 'meta/_journal.json'), 'utf8')) as Journal
	const newest = journal.entries.at(-1)?.when ?? 0
	const { rows: known } = await client.query(`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`)
	if (!known[0].exists) return { isCurrent: false, isNewer: false }
	const { rows } = await client.query('select max(created_at)::bigint as applied from drizzle.__drizzle_migrations')
	const applied = Number(rows[0].applied ?? 0)
	return { isCurrent: applied === newest, isNewer: applied > newest }
}

/** The role every transaction of a municipality works as: it owns nothing and cannot look past row-level security. */
async function createApplicationRole(client: PoolClient) {
	try {
		await client.query(`do $$ begin
			if not exists (select from pg_roles where rolname = 'gehoert_app') then
				create role gehoert_app nologin nosuperuser nobypassrls;
			end if;
		exception when duplicate_object or unique_violation then null;
		end $$`)
		await client.query('grant gehoert_app to current_user')
	} catch (error) {
		if ((error as { code?: string }).code === '42501') throw new Problem('not-allowed', 'schema-role-missing')
		throw error
	}
}

/** Commands queue jobs before a server has ever run; later versions of the tables are the job library's business. */
async function createJobTables(client: PoolClient) {
	const { rows } = await client.query<{ exists: boolean }>(`select to_regclass('pgboss.job') is not null as exists`)
	if (rows[0]?.exists) return
	// Loaded only now: every command migrates, hardly one has to create these tables.
	const { getConstructionPlans } = await import('pg-boss')
	await client.query(getConstructionPlans())
}

/**
 * `force` binds the owner too, but for the lists of municipalities and memberships, which are asked before one is
 * chosen. Accounts and sessions stay out of the application role's sight but for names.
 */
const PROTECT_TABLES = `
do $$ declare name text; begin
	for name in
		select table_name from information_schema.columns
		where table_schema = current_schema() and (column_name = 'municipality_id' or (table_name = 'municipality' and column_name = 'id'))
	loop
		execute format('alter table %I enable row level security', name);
		if name not in ('municipality', 'membership') then
			execute format('alter table %I force row level security', name);
		end if;
		execute format('grant select, insert, update, delete on %I to gehoert_app', name);
	end loop;
	execute format('grant usage on schema %I to gehoert_app', current_schema());
	execute 'grant select (id, name) on account to gehoert_app';
	-- Behind row-level security only a leakproof operator may use an index, and full-text matching is not declared so;
	-- it tells nothing but yes or no. Only a superuser may say it: elsewhere search works without its index.
	begin
		execute 'alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof';
	exception when insufficient_privilege then null;
	end;
end $$`
