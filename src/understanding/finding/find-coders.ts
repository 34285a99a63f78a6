import { asc } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { coders } from '../tables.ts'

/** Everybody who coded here, people, files and the machine. */
export function findCoders(db: MunicipalityDatabase) {
	return db.select({ id: coders.id, name: coders.name }).from(coders).orderBy(asc(coders.kind), asc(coders.name))
}
