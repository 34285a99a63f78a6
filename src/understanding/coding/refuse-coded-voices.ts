import { and, count, inArray, isNull } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { codings } from '../tables.ts'

/**
 * Somebody who is said to have moderated keeps their voices while an analyst's work rests on them.
 *
 * @throws {Problem} `voices-are-coded` with the number of passages
 */
export async function refuseCodedVoices(db: MunicipalityDatabase, voiceIds: readonly string[]) {
	const [found] = await db
		.select({ passages: count() })
		.from(codings)
		.where(and(inArray(codings.voiceId, [...voiceIds]), isNull(codings.removedAt)))
	if (found && found.passages > 0) throw new Problem('conflict', 'voices-are-coded', { passages: found.passages })
}
