import { inArray } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { openFindingsIn } from '#focusing/open-findings-in.ts'
import { quotes } from '#focusing/tables.ts'
import type { EditionContent } from './edition-content.ts'

/**
 * Nothing is frozen in which somebody is surely named and about whom nobody has decided. Conversations whose names
 * nobody has checked may be quoted otherwise: what people wrote to be read by all is not held up.
 *
 * @throws {Problem} `edition-names-open` with how many quotes name somebody
 */
export async function refuseOpenNames(db: MunicipalityDatabase, { dossiers }: Pick<EditionContent, 'dossiers'>) {
	const quoteIds = dossiers.flatMap(({ quotes: printed }) => printed.map(({ id }) => id))
	if (quoteIds.length === 0) return
	const cited = await db.select({ codingId: quotes.codingId }).from(quotes).where(inArray(quotes.id, quoteIds))
	const open = await openFindingsIn(
		db,
		cited.map(({ codingId }) => codingId),
	)
	const naming = open.filter(({ certain }) => certain.length > 0)
	if (naming.length > 0) throw new Problem('conflict', 'edition-names-open', { count: naming.length })
}
