/** Opens what the settings name: PostgreSQL by its address, else the embedded database in the data folder. */
import pg from 'pg'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { migrateDatabase } from './migrate.ts'

export type OpenDatabase = {
	dataFolder: string
	databaseUrl?: string | undefined
	/** `serve`, or the name of the command that wants it. */
	holder: string
}

/**
 * Opens the database and brings its schema up to date.
 *
 * @throws {Problem} `data-folder-in-use`, `schema-is-newer`, `schema-role-missing`
 */
export async function openDatabase({ dataFolder, databaseUrl, holder }: OpenDatabase): Promise<Database> {
	const database = databaseUrl ? openPostgres(databaseUrl) : await openEmbedded(dataFolder, holder)
	try {
		await migrateDatabase(database)
	} catch (error) {
		await database.close()
		throw error
	}
	return database
}

export function openPostgres(databaseUrl: string, connections = 10): Database {
	const pool = new pg.Pool({
		connectionString: databaseUrl,
		max: connections,
		statement_timeout: 60_000,
		idle_in_transaction_session_timeout: 120_000,
	})
	pool.on('error', () => undefined) // an idle connection that broke is replaced; a query in flight reports its own error
	return { engine: 'postgres', pool, close: () => pool.end() }
}
