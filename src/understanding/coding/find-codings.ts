/** Codings as others read them. Those taken back, and those of people who do not allow it, are never among them. */
import { and, asc, desc, eq, isNull, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { codingAllows } from '#listening/speaker-allows.ts'
import { coders, codings } from '../tables.ts'

export type FoundCoding = {
	id: string
	transcriptId: string
	voiceId: string
	themeId: string
	coderName: string
	start: number
	end: number
	quote: string
	stance: (typeof codings.$inferSelect)['stance']
	intensity: number
	isGoodQuote: boolean
	isSensitive: boolean
	specialCategory: (typeof codings.$inferSelect)['specialCategory']
	version: number
}

const columns = {
	id: codings.id,
	transcriptId: codings.transcriptId,
	voiceId: codings.voiceId,
	themeId: codings.themeId,
	coderName: coders.name,
	start: codings.start,
	end: codings.end,
	quote: codings.quote,
	stance: codings.stance,
	intensity: codings.intensity,
	isGoodQuote: codings.isGoodQuote,
	isSensitive: codings.isSensitive,
	specialCategory: codings.specialCategory,
	version: codings.version,
}

/** In the order of the text; of two that begin together the longer first. */
export async function findCodingsOfTranscript(
	db: MunicipalityDatabase,
	transcriptId: string,
	only?: SQL,
): Promise<FoundCoding[]> {
	return db
		.select(columns)
		.from(codings)
		.innerJoin(coders, eq(coders.id, codings.coderId))
		.where(and(eq(codings.transcriptId, transcriptId), isNull(codings.removedAt), codingAllows('analyse'), only))
		.orderBy(asc(codings.start), desc(codings.end), asc(codings.id))
}
