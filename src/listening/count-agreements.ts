import { count, isNotNull } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { consents } from './consent.tables.ts'

/** How many people agreed to each version, by its id; those who took it back since count as well. */
export async function countAgreements(db: MunicipalityDatabase): Promise<Map<string, number>> {
	const counted = await db
		.select({ id: consents.consentTextId, people: count() })
		.from(consents)
		.where(isNotNull(consents.consentTextId))
		.groupBy(consents.consentTextId)
	return new Map(counted.map(({ id, people }) => [id!, people]))
}
