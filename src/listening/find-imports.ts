/** Tables of written voices brought into a round, and of how many of their people nothing is noted yet. */
import { and, countDistinct, desc, eq, gt, inArray, or, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { files } from '#platform/tables.ts'
import { conversations, sources, speakers } from './tables.ts'
import { WRITTEN_FORMATS } from './vocabulary.ts'

export type Import = {
	/** When it was brought in, as milliseconds: what forms name it by. */
	key: string
	/** Null once the file was sealed or erased, and where several came at once. */
	fileName: string | null
	importedAt: Date
	people: number
	/** Of them, those of whom nothing was ever noted: neither allowed nor withdrawn. */
	unnoted: number
}

const UNNOTED = sql`not exists (select from consent where consent.speaker_id = speaker.id)`
const unnotedPeople = sql<number>`count(distinct speaker.id) filter (where ${UNNOTED})::int`

/** Of several people, or somebody of whom waits for an entry; the newest first. */
export async function findImports(db: MunicipalityDatabase, roundId: string): Promise<Import[]> {
	const found = await db
		.select({
			importedAt: sources.importedAt,
			fileName: sql<string | null>`case when count(distinct ${files.name}) = 1 then min(${files.name}) end`,
			people: countDistinct(speakers.id),
			unnoted: unnotedPeople,
		})
		.from(sources)
		.innerJoin(conversations, eq(conversations.id, sources.conversationId))
		.innerJoin(speakers, eq(speakers.conversationId, conversations.id))
		.leftJoin(files, eq(files.id, sources.fileId))
		.where(writtenIn(roundId))
		.groupBy(sources.importedAt)
		.having(or(gt(countDistinct(conversations.id), 1), gt(unnotedPeople, 0)))
		.orderBy(desc(sources.importedAt))
	return found.map((one) => ({ ...one, key: String(one.importedAt.getTime()) }))
}

/** Of how many who wrote something in the round nothing was ever noted. Talks say it themselves. */
export async function countUnnoted(db: MunicipalityDatabase, roundId: string): Promise<number> {
	const [counted] = await db
		.select({ people: sql<number>`count(*)::int` })
		.from(speakers)
		.innerJoin(conversations, eq(conversations.id, speakers.conversationId))
		.where(and(writtenIn(roundId), UNNOTED))
	return counted?.people ?? 0
}

const writtenIn = (roundId: string) =>
	and(
		eq(conversations.roundId, roundId),
		inArray(conversations.format, WRITTEN_FORMATS),
		eq(speakers.isModerator, false),
	)
