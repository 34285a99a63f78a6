/** Databases for tests: real ones, with our migrations, gone afterwards. Which engine is up to `npm test`. */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import type { Database } from './database.ts'
import { openInMemory } from './embedded.ts'
import { migrateDatabase } from './migrate.ts'
import { openPostgres } from './open-database.ts'
import { rememberContents } from './remember-contents.ts'

const ROOT = join(import.meta.dirname, '../../..')

/**
 * A migrated, empty database, given back when the test file ends.
 *
 * With `GEHOERT_TEST_POSTGRES` (address of a PostgreSQL whose user may create databases) it is one there, else an
 * embedded one in memory. Test files that share a process have the same ones after each other.
 */
export async function freshDatabase(): Promise<Database> {
	const server = process.env['GEHOERT_TEST_POSTGRES']
	const opened = resting.pop() ?? (server ? await openOnPostgres(server) : await openEmbedded())
	const giveBack = async () => {
		await opened.empty()
		resting.push(opened)
	}
	const database = {
		...opened.database,
		close: process.env['GEHOERT_TEST_SHARED'] ? giveBack : opened.database.close,
	}
	after(async () => database.close())
	return database
}

type Opened = { database: Database; empty: () => Promise<void> }

const resting: Opened[] = []

/** Closes the databases no test has at the moment; called when the last test file of a process has ended. */
export async function closeRestingDatabases() {
	await Promise.all(resting.splice(0).map(({ database }) => database.close()))
}

async function openEmbedded(): Promise<Opened> {
	const database = await openInMemory(await embeddedTemplate())
	return { database, empty: await rememberContents(database.pool) }
}

/** Migrating takes seconds, loading a migrated dump does not: the dump is kept until a migration changes. */
async function embeddedTemplate(): Promise<string> {
	const folder = join(ROOT, 'node_modules/.cache/gehoert')
	const path = join(folder, `template-${migrationsHash()}.tar`)
	if (existsSync(path)) return path
	mkdirSync(folder, { recursive: true })
	const database = await openInMemory()
	await migrateDatabase(database)
	writeFileSync(`${path}.${process.pid}`, await database.dump())
	renameSync(`${path}.${process.pid}`, path)
	await database.close()
	return path
}

async function openOnPostgres(server: string): Promise<Opened> {
	const template = `gehoert_template_${migrationsHash()}`
	await onServer(server, async (client) => {
		await client.query('select pg_advisory_lock(7429311)')
		await client.query(`do $$ begin
			if not exists (select from pg_roles where rolname = '${LOGIN}') then create role ${LOGIN} login noinherit; end if;
		end $$`)
		const known = await client.query('select from pg_database where datname = $1', [template])
		if (known.rowCount === 0) {
			await client.query(`create database ${template}`)
			const database = openPostgres(withDatabase(server, template), 1)
			await migrateDatabase(database, [LOGIN])
			await database.close()
		}
	})
	const name = `gehoert_test_${randomUUID().replaceAll('-', '')}`
	await onServer(server, (client) => client.query(`create database ${name} template ${template}`))
	const database = openPostgres(withDatabase(server, name, LOGIN), 4)
	const openOwner = () => openPostgres(withDatabase(server, name), 1)
	owners.set(database.pool, openOwner)
	const emptying = openOwner()
	return {
		empty: await rememberContents(emptying.pool),
		database: {
			...database,
			close: async () => {
				await Promise.all([database.close(), emptying.close()])
				await onServer(server, (client) => client.query(`drop database ${name} with (force)`))
			},
		},
	}
}

/** The tests connect as the application should: as a login that owns nothing and sees nothing without our roles. */
const LOGIN = 'gehoert_test_login'

const owners = new WeakMap<Database['pool'], () => Database>()

/** What only whoever owns the tables can do: look past row-level security, change what is append-only, empty the house. */
export async function asOwner<Row extends pg.QueryResultRow>(
	{ pool }: Database,
	statement: string,
	values: unknown[] = [],
): Promise<Row[]> {
	const owner = owners.get(pool)?.()
	try {
		const { rows } = await (owner?.pool ?? pool).query<Row>(statement, values)
		return rows
	} finally {
		await owner?.close()
	}
}

async function onServer(server: string, work: (client: pg.Client) => Promise<unknown>) {
	const client = new pg.Client({ connectionString: server })
	await client.connect()
	await work(client).finally(() => client.end())
}

function withDatabase(server: string, name: string, login?: string): string {
	const url = new URL(server)
	url.pathname = `/${name}`
	if (login) url.username = login
	return url.href
}

function migrationsHash(): string {
	const folder = join(ROOT, 'migrations')
	const hash = createHash('sha256')
	for (const name of ['migrate.ts', 'roles.ts']) hash.update(readFileSync(join(import.meta.dirname, name)))
	for (const name of readdirSync(folder)
		.filter((file) => file.endsWith('.sql'))
		.toSorted())
		hash.update(readFileSync(join(folder, name)))
	return hash.digest('hex').slice(0, 16)
}
