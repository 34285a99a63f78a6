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

const ROOT = join(import.meta.dirname, '../../..')

/**
 * A migrated, empty database, closed when the test file ends.
 *
 * With `GEHOERT_TEST_POSTGRES` (address of a PostgreSQL whose user may create databases) it is one there, else an
 * embedded one in memory.
 */
export async function freshDatabase(): Promise<Database> {
	const server = process.env['GEHOERT_TEST_POSTGRES']
	const database = server ? await freshOnPostgres(server) : await openInMemory(await embeddedTemplate())
	after(async () => database.close())
	return database
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

async function freshOnPostgres(server: string): Promise<Database> {
	const template = `gehoert_template_${migrationsHash()}`
	await onServer(server, async (client) => {
		await client.query('select pg_advisory_lock(7429311)')
		const known = await client.query('select from pg_database where datname = $1', [template])
		if (known.rowCount === 0) {
			await client.query(`create database ${template}`)
			const database = openPostgres(withDatabase(server, template), 1)
			await migrateDatabase(database)
			await database.close()
		}
	})
	const name = `gehoert_test_${randomUUID().replaceAll('-', '')}`
	await onServer(server, (client) => client.query(`create database ${name} template ${template}`))
	const database = openPostgres(withDatabase(server, name), 4)
	return {
		...database,
		close: async () => {
			await database.close()
			await onServer(server, (client) => client.query(`drop database ${name} with (force)`))
		},
	}
}

async function onServer(server: string, work: (client: pg.Client) => Promise<unknown>) {
	const client = new pg.Client({ connectionString: server })
	await client.connect()
	await work(client).finally(() => client.end())
}

function withDatabase(server: string, name: string): string {
	const url = new URL(server)
	url.pathname = `/${name}`
	return url.href
}

function migrationsHash(): string {
	const folder = join(ROOT, 'migrations')
	const hash = createHash('sha256').update(readFileSync(join(import.meta.dirname, 'migrate.ts')))
	for (const name of readdirSync(folder)
		.filter((file) => file.endsWith('.sql'))
		.toSorted())
		hash.update(readFileSync(join(folder, name)))
	return hash.digest('hex').slice(0, 16)
}
