/** Whether the schema is the one this version of the software works with. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PoolClient } from 'pg'
import type { Database } from './database.ts'
import { INSTALLATION_ROLE, PROTECT_TABLES } from './roles.ts'

const ROOT = join(import.meta.dirname, '../../..')
export const MIGRATIONS = join(ROOT, 'migrations')

/** Name of the installation fact that tells which protection of tables and which job tables are in force. */
export const PROTECTION_FACT = 'protection'

export type Standing = 'current' | 'older' | 'newer'

type Wanted = { newestMigration: number; protection: string; jobTables: number }

export async function findWanted(): Promise<Wanted> {
	const [journal, jobs] = await Promise.all(
		['migrations/meta/_journal.json', 'node_modules/pg-boss/package.json'].map((path) =>
			readFile(join(ROOT, path), 'utf8'),
		),
	)
	const { entries } = JSON.parse(journal!) as { entries: { when: number }[] }
	const { pgboss } = JSON.parse(jobs!) as { pgboss: { schema: number } }
	const protection = createHash('sha256').update(`${PROTECT_TABLES} ${pgboss.schema}`).digest('hex').slice(0, 16)
	return { newestMigration: entries.at(-1)?.when ?? 0, protection, jobTables: pgboss.schema }
}

/** For a client that may read the schema's own tables: the owner, or the role of the installation. */
export async function readStanding(client: Pick<PoolClient, 'query'>): Promise<Standing> {
	const wanted = await findWanted()
	const { rows: known } = await client.query<{ exists: boolean }>(
		`select to_regclass('drizzle.__drizzle_migrations') is not null and to_regclass('installation_fact') is not null as exists`,
	)
	if (!known[0]?.exists) return 'older'
	const { rows } = await client.query<{ applied: string | null; protection: string | null }>(
		`select (select max(created_at) from drizzle.__drizzle_migrations) as applied,
			(select value from installation_fact where name = '${PROTECTION_FACT}') as protection`,
	)
	const applied = Number(rows[0]?.applied ?? 0)
	if (applied > wanted.newestMigration) return 'newer'
	return applied === wanted.newestMigration && rows[0]?.protection === wanted.protection ? 'current' : 'older'
}

/** Roles that are missing, not granted or see nothing yet: the schema is older than they are. */
const NOT_PROTECTED_YET = ['22023', '42501', '42704', '42P01', '3F000']

/** How the schema stands, seen with the eyes of the application. */
export async function findStanding({ pool }: Pick<Database, 'pool'>): Promise<Standing> {
	const client = await pool.connect()
	try {
		await client.query(`begin; set local role ${INSTALLATION_ROLE}`)
		return await readStanding(client)
	} catch (error) {
		if (NOT_PROTECTED_YET.includes(String((error as { code?: string }).code))) return 'older'
		throw error
	} finally {
		await client.query('rollback')
		client.release()
	}
}
