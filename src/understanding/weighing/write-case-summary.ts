import { and, eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { caseSummaries } from '../tables.ts'

export type WriteCaseSummary = {
	conversationId: string
	themeId: string
	text: string
	/** The version its writer had before them; 0 where nothing was written. */
	seenVersion: number
	coderId: string
	at: Date
}

/**
 * Writes what a conversation says about a theme; an empty text takes it away.
 *
 * @throws {Problem} `summary-changed` when somebody else wrote meanwhile; `facts.text` is what stands there now
 */
export async function writeCaseSummary(db: MunicipalityDatabase, wanted: WriteCaseSummary) {
	const { conversationId, themeId, seenVersion, coderId, at } = wanted
	const text = wanted.text.replaceAll('\r\n', '\n').trim()
	const place = and(eq(caseSummaries.conversationId, conversationId), eq(caseSummaries.themeId, themeId))
	const asSeen = and(place, eq(caseSummaries.version, seenVersion))
	if (text === '' && seenVersion === 0) return
	const written =
		seenVersion === 0
			? await db
					.insert(caseSummaries)
					.values({ conversationId, themeId, text, coderId, changedAt: at })
					.onConflictDoNothing()
					.returning({ id: caseSummaries.id })
			: text === ''
				? await db.delete(caseSummaries).where(asSeen).returning({ id: caseSummaries.id })
				: await db
						.update(caseSummaries)
						.set({ text, coderId, changedAt: at, version: seenVersion + 1 })
						.where(asSeen)
						.returning({ id: caseSummaries.id })
	if (written.length > 0) return
	const [standing] = await db.select({ text: caseSummaries.text }).from(caseSummaries).where(place)
	if (standing?.text !== text) throw new Problem('conflict', 'summary-changed', { text: standing?.text ?? '' })
}
