import { and, eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { conversations, speakers } from './tables.ts'

/** One person with where they spoke. @throws {Problem} `speaker-unknown` */
export async function findPerson(db: MunicipalityDatabase, speakerId: string) {
	const [person] = await db
		.select({
			id: speakers.id,
			code: speakers.code,
			pseudonym: speakers.pseudonym,
			restrictedAt: speakers.restrictedAt,
			slug: conversations.slug,
			title: conversations.title,
		})
		.from(speakers)
		.innerJoin(conversations, eq(conversations.id, speakers.conversationId))
		.where(and(eq(speakers.id, speakerId), eq(speakers.isModerator, false)))
	if (!person) throw new Problem('not-found', 'speaker-unknown')
	return person
}
