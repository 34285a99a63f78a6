import { and, eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { findSpecialPassage } from '#understanding/coding/special-passages.ts'
import { quotes } from './tables.ts'

export type ConfirmSpecialQuote = {
	focusThemeId: string
	codingId: string
	confirmsSpecial?: boolean
	by: string | null
	at: Date
}

/**
 * A passage that tells something of article 9 GDPR is printed only after somebody who did not code it said so: what the
 * quote keeps of that. Nothing when none is needed, or it was given before.
 *
 * @throws {Problem} `special-needs-second-person`, `special-unconfirmed`
 */
export async function confirmSpecialQuote(
	db: MunicipalityDatabase,
	{ focusThemeId, codingId, confirmsSpecial = false, by, at }: ConfirmSpecialQuote,
): Promise<{ specialConfirmedAt?: Date; specialConfirmedBy?: string }> {
	const { categories, codedBy } = await findSpecialPassage(db, codingId)
	if (categories.length === 0) return {}
	const [before] = await db
		.select({ at: quotes.specialConfirmedAt })
		.from(quotes)
		.where(and(eq(quotes.focusThemeId, focusThemeId), eq(quotes.codingId, codingId)))
	if (before?.at) return {}
	if (by === null || codedBy.includes(by)) throw new Problem('not-allowed', 'special-needs-second-person')
	if (!confirmsSpecial) throw new Problem('invalid', 'special-unconfirmed')
	return { specialConfirmedAt: at, specialConfirmedBy: by }
}
