import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'

/**
 * Keeps publishing and withdrawing from overtaking each other, until this transaction ends: whoever freezes words and
 * whoever takes them back calls this before reading. So a withdrawal either finds the edition, or the edition finds the
 * consent withdrawn.
 *
 * Comes before the audit log's own lock: append to the audit log afterwards.
 */
export async function holdPublication(db: MunicipalityDatabase) {
	await db.execute(
		sql`select pg_advisory_xact_lock(hashtext('publication' || current_setting('gehoert.municipality')))`,
	)
}
