import { isNotNull } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { QuoteBasis } from './edition-basis.ts'
import { editions } from './tables.ts'

/** Every quote ever printed under a label and not taken back since: readers may have kept it. */
export async function findEarlierQuotes(db: MunicipalityDatabase): Promise<QuoteBasis[]> {
	const rows = await db.select({ basis: editions.basis }).from(editions).where(isNotNull(editions.basis))
	return rows.flatMap(({ basis }) => basis?.quotes ?? [])
}
