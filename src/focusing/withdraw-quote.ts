import { eq, inArray } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { voices } from '#listening/tables.ts'
import { codings } from '#understanding/tables.ts'
import { quotes } from './tables.ts'

/**
 * Takes a quote out of its dossier; the passage stays coded.
 *
 * @throws {Problem} `quote-unknown`
 */
export async function withdrawQuote(db: MunicipalityDatabase, { quoteId }: { quoteId: string }) {
	const withdrawn = isUuid(quoteId)
		? await db.delete(quotes).where(eq(quotes.id, quoteId)).returning({ id: quotes.id })
		: []
	if (withdrawn.length === 0) throw new Problem('not-found', 'quote-unknown')
}

/** Takes everything one person said out of all dossiers: they no longer allow quoting. */
export async function withdrawQuotesOfSpeaker(db: MunicipalityDatabase, { speakerId }: { speakerId: string }) {
	const said = db
		.select({ id: codings.id })
		.from(codings)
		.innerJoin(voices, eq(voices.id, codings.voiceId))
		.where(eq(voices.speakerId, speakerId))
	await db.delete(quotes).where(inArray(quotes.codingId, said))
}
