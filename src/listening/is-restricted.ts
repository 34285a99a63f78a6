import { and, inArray, isNotNull } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { speakers } from './tables.ts'

/** Whether the words of any of these speakers are kept but not used at the moment (Art. 18 GDPR). */
export async function isRestricted(db: MunicipalityDatabase, speakerIds: readonly string[]): Promise<boolean> {
	const restricted = and(inArray(speakers.id, [...speakerIds]), isNotNull(speakers.restrictedAt))
	return (await db.$count(speakers, restricted)) > 0
}
