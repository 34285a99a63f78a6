import { desc, eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { transcripts } from './tables.ts'

/**
 * The words of a conversation as they stand now; undefined while nothing is written down. `lock` keeps the version as it
 * is until the transaction ends.
 */
export async function findNewestTranscript(
	db: MunicipalityDatabase,
	conversationId: string,
	lock?: 'share',
): Promise<{ id: string; version: number } | undefined> {
	const newest = db
		.select({ id: transcripts.id, version: transcripts.version })
		.from(transcripts)
		.where(eq(transcripts.conversationId, conversationId))
		.orderBy(desc(transcripts.version))
		.limit(1)
	const [transcript] = await (lock ? newest.for(lock) : newest)
	return transcript
}
