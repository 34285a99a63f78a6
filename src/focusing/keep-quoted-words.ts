import { inArray } from 'drizzle-orm'
import type { Announcements } from '#platform/announcements.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { firstDeviation } from './quote-wording.rules.ts'
import { quotes } from './tables.ts'

/**
 * Whoever moves the borders of a passage may not move them away from words that were cleared for print.
 *
 * @throws {Problem} `passage-is-quoted`
 */
export async function keepQuotedWords(db: MunicipalityDatabase, { codings }: Announcements['passages-resized']) {
	const passageById = new Map(codings.map(({ id, quote }) => [id, quote]))
	const printed = await db
		.select({ codingId: quotes.codingId, wording: quotes.wording })
		.from(quotes)
		.where(inArray(quotes.codingId, [...passageById.keys()]))
	const isGone = printed.some(
		({ codingId, wording }) => firstDeviation(wording, passageById.get(codingId) ?? '') !== null,
	)
	if (isGone) throw new Problem('conflict', 'passage-is-quoted')
}
