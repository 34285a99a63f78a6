import { asc, inArray } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { voices } from './tables.ts'

/** Ids of everything these speakers said, in the order they said it. */
export async function findOwnVoices(db: MunicipalityDatabase, speakerIds: readonly string[]): Promise<string[]> {
	const found = await db
		.select({ id: voices.id })
		.from(voices)
		.where(inArray(voices.speakerId, [...speakerIds]))
		.orderBy(asc(voices.conversationId), asc(voices.position))
	return found.map(({ id }) => id)
}
