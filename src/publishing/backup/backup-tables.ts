/** Which tables a backup holds and in what order they come back, as the database itself tells: a new table is never forgotten. */
import { sql } from 'drizzle-orm'
import type { InstallationDatabase } from '#platform/database/database.ts'

/**
 * What stays behind: who is signed in, tokens sent out, and facts about this very schema. The queue has a schema of its
 * own and stays behind, too: nothing is done twice. Tallies are counted anew from the codings that come back.
 */
export const LEFT_OUT = ['session', 'verification', 'installation_fact', 'coding_tally', 'tallied_theme']

export type BackupTable = {
	name: string
	/** In their order; generated ones and what search finds by are made again. */
	columns: string[]
	isMunicipal: boolean
	/** Holds bytes: its rows may be large. */
	hasBytes: boolean
	/** Column that names another row of the same table. */
	parentColumn: string | null
}

/** Tables that are cited come before those that cite them. */
export async function findBackupTables(db: InstallationDatabase): Promise<BackupTable[]> {
	const { rows: tables } = await db.execute<BackupTable>(sql`
		select pg_class.relname as name,
			array_agg(attname::text order by attnum) filter (where attgenerated = '' and atttypid <> 'tsvector'::regtype) as columns,
			bool_or(attname = 'municipality_id') as "isMunicipal",
			bool_or(atttypid = 'bytea'::regtype) as "hasBytes",
			(
				select attname::text from pg_constraint
				join pg_attribute own on own.attrelid = conrelid and own.attnum = any (conkey)
				where contype = 'f' and conrelid = pg_class.oid and confrelid = conrelid and attname <> 'municipality_id'
				limit 1
			) as "parentColumn"
		from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
		where relkind = 'r' and relnamespace = current_schema()::regnamespace
		group by pg_class.oid, pg_class.relname order by pg_class.relname`)
	const { rows: citations } = await db.execute<{ citing: string; cited: string }>(sql`
		select citing.relname as citing, cited.relname as cited
		from pg_constraint join pg_class citing on citing.oid = conrelid join pg_class cited on cited.oid = confrelid
		where contype = 'f' and conrelid <> confrelid and citing.relnamespace = current_schema()::regnamespace`)
	return citedFirst(
		tables.filter(({ name }) => !LEFT_OUT.includes(name)),
		citations,
	)
}

function citedFirst(tables: BackupTable[], citations: { citing: string; cited: string }[]): BackupTable[] {
	const ordered: BackupTable[] = []
	let waiting = tables
	while (waiting.length > 0) {
		const names = new Set(waiting.map(({ name }) => name))
		const isReady = ({ name }: BackupTable) =>
			!citations.some(({ citing, cited }) => citing === name && names.has(cited))
		const ready = waiting.filter(isReady)
		if (ready.length === 0) throw new Error(`tables cite each other in a circle: ${[...names].join(', ')}`)
		ordered.push(...ready)
		waiting = waiting.filter((table) => !ready.includes(table))
	}
	return ordered
}
