/**
 * What PostgreSQL does by itself, for the embedded database, which does not: it looks at tables that changed much, so that
 * a plan is made for their size. Without it a page may compare everybody with everybody.
 */
import type { Pool } from 'pg'
import { logBug } from '#platform/log.ts'
import { inTransaction, type Database } from './database.ts'

const FIRST_LOOK_MS = 1_000
const LOOK_EVERY_MS = 60_000

export function keepStatistics(database: Database): { stop: () => void } {
	if (database.engine !== 'embedded') return { stop: () => undefined }
	const look = () =>
		void gatherStatistics(database).catch((error: unknown) => {
			// A pool that has ended: the server is going down.
			if (!database.pool.ended) logBug('statistics-failed', error)
		})
	const first = setTimeout(look, FIRST_LOOK_MS)
	const others = setInterval(look, LOOK_EVERY_MS)
	first.unref()
	others.unref()
	return {
		stop: () => {
			clearTimeout(first)
			clearInterval(others)
		},
	}
}

/**
 * Looks at every table that was never looked at, or of which more than 50 rows and a tenth have changed since, as
 * PostgreSQL's own rule is; at those of a few rows never, for which any plan does. One table after the other, so that
 * pages come between.
 *
 * @returns the names of those tables
 */
export async function gatherStatistics({ pool }: Database): Promise<string[]> {
	const changed = await asOwner(pool, CHANGED)
	for (const { name } of changed) await asOwner(pool, `analyze ${name}`)
	return changed.map(({ name }) => name)
}

const FEW_ROWS_BYTES = 16_384

const CHANGED = `
	select quote_ident(stat.schemaname) || '.' || quote_ident(stat.relname) as name
	from pg_stat_user_tables as stat join pg_class on pg_class.oid = stat.relid
	where pg_relation_size(stat.relid) > ${FEW_ROWS_BYTES}
		and (reltuples < 0 or stat.n_mod_since_analyze > 50 + reltuples / 10)
	order by 1`

/** In a transaction, because the connections of the embedded database share one session. */
async function asOwner(pool: Pool, statement: string): Promise<{ name: string }[]> {
	const { rows } = await inTransaction(pool, 'begin', (client) => client.query<{ name: string }>(statement))
	return rows
}
