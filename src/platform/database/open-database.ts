/** Opens what the settings name: PostgreSQL by its address, else the embedded database in the data folder. */
import pg from 'pg'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { Problem } from '#platform/problem.ts'
import { migrateDatabase } from './migrate.ts'
import { keepPlans } from './planned-once.ts'
import { findStanding } from './schema-standing.ts'

export type OpenDatabase = {
	dataFolder: string
	/** How the application connects. */
	databaseUrl?: string | undefined
	/** Who owns the tables; asked only when the schema has to be changed. Without it the application's login has to. */
	databaseOwnerUrl?: string | undefined
	/** `serve`, or the name of the command that wants it. */
	holder: string
}

/**
 * Opens the database and brings its schema up to date.
 *
 * @throws {Problem} `data-folder-in-use`, `schema-is-newer`, `schema-role-missing`, `schema-needs-owner`
 */
export async function openDatabase({ dataFolder, holder, ...urls }: OpenDatabase): Promise<Database> {
	const database = urls.databaseUrl ? openPostgres(urls.databaseUrl) : await openEmbedded(dataFolder, holder)
	try {
		const standing = await findStanding(database)
		if (standing === 'newer') throw new Problem('conflict', 'schema-is-newer')
		if (standing === 'older') await migrateAsOwner(database, urls)
	} catch (error) {
		await database.close()
		throw error
	}
	return database
}

async function migrateAsOwner(database: Database, { databaseUrl, databaseOwnerUrl }: Partial<OpenDatabase>) {
	if (!databaseUrl || !databaseOwnerUrl) return migrateAsLogin(database)
	const owner = openPostgres(databaseOwnerUrl, 1)
	try {
		await migrateDatabase(owner, [loginOf(databaseUrl)])
	} finally {
		await owner.close()
	}
}

async function migrateAsLogin(database: Database) {
	try {
		await migrateDatabase(database)
	} catch (error) {
		// The migrator wraps what PostgreSQL says.
		const said = ((error as { cause?: unknown }).cause ?? error) as { code?: string }
		if (said.code === '42501') throw new Problem('not-allowed', 'schema-needs-owner')
		throw error
	}
}

/** As PostgreSQL's own programs read it: the address names the user, else the surroundings do. */
function loginOf(databaseUrl: string): string {
	return new pg.Client({ connectionString: databaseUrl }).user ?? 'postgres'
}

export function openPostgres(databaseUrl: string, connections = 10): Database {
	const pool = new pg.Pool({
		connectionString: databaseUrl,
		max: connections,
		pipeline: true,
		// What compiling a question saves, it takes several times over: ours are answered in less than a second.
		options: '-c jit=off',
		statement_timeout: 60_000,
		idle_in_transaction_session_timeout: 120_000,
	})
	keepPlans(pool)
	pool.on('error', () => undefined) // an idle connection that broke is replaced; a query in flight reports its own error
	return { engine: 'postgres', pool, close: () => pool.end() }
}
