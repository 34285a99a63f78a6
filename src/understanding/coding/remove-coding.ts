import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { codings } from '../tables.ts'

/**
 * Takes a coding back. It counts and shows nowhere any more, and `restoreCoding` brings it again. Twice is once.
 *
 * @throws {Problem} `coding-unknown`
 */
export async function removeCoding(db: MunicipalityDatabase, { codingId, at }: { codingId: string; at: Date }) {
	const removed = await db
		.update(codings)
		.set({ removedAt: at })
		.where(and(eq(codings.id, codingId), isNull(codings.removedAt)))
		.returning({ id: codings.id })
	if (removed.length > 0) return
	const [known] = await db.select({ id: codings.id }).from(codings).where(eq(codings.id, codingId))
	if (!known) throw new Problem('not-found', 'coding-unknown')
}

/** Takes back everything these voices carry: whoever spoke no longer agrees to be analysed. */
export async function removeCodingsOfVoices(
	db: MunicipalityDatabase,
	{ voiceIds, at }: { voiceIds: string[]; at: Date },
) {
	if (voiceIds.length === 0) return
	await db
		.update(codings)
		.set({ removedAt: at })
		.where(and(inArray(codings.voiceId, voiceIds), isNull(codings.removedAt)))
}
