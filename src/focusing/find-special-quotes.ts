import { and, asc, eq, isNull } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { accounts } from '#people/account.tables.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import { speakers, voices } from '#listening/tables.ts'
import { IS_SPECIAL, SPECIAL_CATEGORIES_OF } from '#understanding/coding/special-passages.ts'
import { codings, type SpecialCategory } from '#understanding/tables.ts'
import { quotes } from './tables.ts'

export type SpecialQuote = {
	id: string
	codingId: string
	wording: string
	publicLabel: string
	categories: SpecialCategory[]
	/** Null while it waits for somebody who did not code it, and is not printed. `by` is null once that account is gone. */
	confirmed: { by: string | null; at: Date } | null
}

/** Cleared quotes that tell something of article 9 GDPR, also those that were cleared before anybody noticed. */
export async function findSpecialQuotes(db: MunicipalityDatabase, focusThemeId: string): Promise<SpecialQuote[]> {
	const found = await db
		.select({
			id: quotes.id,
			codingId: quotes.codingId,
			wording: quotes.wording,
			publicLabel: quotes.publicLabel,
			categories: SPECIAL_CATEGORIES_OF,
			at: quotes.specialConfirmedAt,
			by: accounts.name,
		})
		.from(quotes)
		.innerJoin(codings, eq(codings.id, quotes.codingId))
		.innerJoin(voices, eq(voices.id, codings.voiceId))
		.innerJoin(speakers, eq(speakers.id, voices.speakerId))
		.leftJoin(accounts, eq(accounts.id, quotes.specialConfirmedBy))
		.where(and(eq(quotes.focusThemeId, focusThemeId), isNull(codings.removedAt), speakerAllows('quote'), IS_SPECIAL))
		.orderBy(asc(quotes.position))
	return found.map(({ at, by, ...quote }) => ({ ...quote, confirmed: at && { by, at } }))
}
