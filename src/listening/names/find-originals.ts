import { asc, eq, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { sealedOriginals } from '../names.tables.ts'
import { conversations } from '../tables.ts'

export type ListedOriginal = {
	id: string
	version: number
	sealedAt: Date
	bytes: number
	conversation: { id: string; slug: string; title: string }
}

/** All that is under seal, the oldest first. */
export async function findOriginals(db: MunicipalityDatabase): Promise<ListedOriginal[]> {
	return db
		.select({
			id: sealedOriginals.id,
			version: sealedOriginals.version,
			sealedAt: sealedOriginals.sealedAt,
			bytes: sql<number>`octet_length(${sealedOriginals.sealed})`,
			conversation: { id: conversations.id, slug: conversations.slug, title: conversations.title },
		})
		.from(sealedOriginals)
		.innerJoin(conversations, eq(conversations.id, sealedOriginals.conversationId))
		.orderBy(asc(sealedOriginals.sealedAt), asc(conversations.slug), asc(sealedOriginals.version))
}
