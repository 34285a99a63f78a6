/** Codings as others read them: of a transcript, of a theme, of a voice. Those taken back are never among them. */
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { coders, codings } from './tables.ts'

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
}

/** In the order of the text; of two that begin together the longer first. */
export async function findCodingsOfTranscript(db: MunicipalityDatabase, transcriptId: string): Promise<FoundCoding[]> {
	return db
		.select(columns)
		.from(codings)
		.innerJoin(coders, eq(coders.id, codings.coderId))
		.where(and(eq(codings.transcriptId, transcriptId), isNull(codings.removedAt)))
		.orderBy(asc(codings.start), desc(codings.end), asc(codings.id))
}

/** Of any of these themes; good quotes first, then the most emphasised. */
export async function findCodingsOfThemes(
	db: MunicipalityDatabase,
	{ themeIds, limit = 200, offset = 0 }: { themeIds: string[]; limit?: number; offset?: number },
): Promise<FoundCoding[]> {
	if (themeIds.length === 0) return []
	return db
		.select(columns)
		.from(codings)
		.innerJoin(coders, eq(coders.id, codings.coderId))
		.where(and(inArray(codings.themeId, themeIds), isNull(codings.removedAt)))
		.orderBy(desc(codings.isGoodQuote), desc(codings.intensity), asc(codings.id))
		.limit(limit)
		.offset(offset)
}

export async function findCodingsOfVoices(db: MunicipalityDatabase, voiceIds: string[]): Promise<FoundCoding[]> {
	if (voiceIds.length === 0) return []
	return db
		.select(columns)
		.from(codings)
		.innerJoin(coders, eq(coders.id, codings.coderId))
		.where(and(inArray(codings.voiceId, voiceIds), isNull(codings.removedAt)))
		.orderBy(asc(codings.start), asc(codings.id))
}
