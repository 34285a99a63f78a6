import { eq, inArray } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit } from '#people/audit-log.ts'
import { codings } from '#understanding/tables.ts'
import { quotes } from './tables.ts'

/** `by` is an account id. */
export type WithdrawQuote = { quoteId: string; by: string | null; at: Date }

/**
 * Takes a quote out of its dossier; the passage stays coded.
 *
 * @throws {Problem} `quote-unknown`
 */
export async function withdrawQuote(db: MunicipalityDatabase, { quoteId, by, at }: WithdrawQuote) {
	const withdrawn = isUuid(quoteId)
		? await db.delete(quotes).where(eq(quotes.id, quoteId)).returning({ id: quotes.id })
		: []
	if (withdrawn.length === 0) throw new Problem('not-found', 'quote-unknown')
	await appendAudit(db, { by: by ?? 'command', act: 'quote-withdrawn', subject: 'quote', subjectId: quoteId, at })
}

/** Takes everything these voices said out of all dossiers: it may not be quoted any more. */
export async function withdrawQuotesOfVoices(db: MunicipalityDatabase, { voiceIds }: { voiceIds: string[] }) {
	if (voiceIds.length === 0) return
	const said = db.select({ id: codings.id }).from(codings).where(inArray(codings.voiceId, voiceIds))
	await db.delete(quotes).where(inArray(quotes.codingId, said))
}
