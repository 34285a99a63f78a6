/** Short texts whose names nobody has looked at yet: what people wrote through the form, on cards and in tables. */
import { and, asc, count, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { WRITTEN_FORMATS } from '../vocabulary.ts'
import { conversations, transcripts } from '../tables.ts'

const UNCHECKED = and(inArray(conversations.format, WRITTEN_FORMATS), isNull(conversations.namesCheckedAt))

/** The next one after the address `after`, going round once; null when all are checked. */
export async function findNextUnchecked(db: MunicipalityDatabase, after: string): Promise<string | null> {
	for (const where of [and(UNCHECKED, gt(conversations.slug, after)), UNCHECKED]) {
		const [next] = await db
			.select({ slug: conversations.slug })
			.from(conversations)
			.innerJoin(transcripts, eq(transcripts.conversationId, conversations.id))
			.where(where)
			.orderBy(asc(conversations.slug))
			.limit(1)
		if (next) return next.slug
	}
	return null
}

export async function countUnchecked(db: MunicipalityDatabase): Promise<number> {
	const [counted] = await db.select({ count: count() }).from(conversations).where(UNCHECKED)
	return counted!.count
}
