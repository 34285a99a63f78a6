/** Which codings may be cited: those of this municipality that were not taken back, of people who allow it. */
import { and, inArray, isNull, sql } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { codingAllows } from '#listening/speaker-allows.ts'
import { codings } from '#understanding/tables.ts'

/**
 * In a query grouped by what cites, with the table `coding` joined by its id alone: those that may be cited. Asked of each
 * citation; as a condition of the join, the planner may ask it of every coding there is.
 */
export const CITED_IDS = sql<string[]>`coalesce(
	array_agg(${codings.id}::text) filter (where ${codings.removedAt} is null and ${codingAllows('analyse')}), '{}')`

/** @throws {Problem} `citation-unknown` when one of them is not there, is another municipality's or was taken back */
export async function requireCodings(db: MunicipalityDatabase, codingIds: string[]): Promise<string[]> {
	const wanted = [...new Set(codingIds)]
	if (wanted.length === 0) return []
	if (!wanted.every(isUuid)) throw new Problem('invalid', 'citation-unknown')
	const found = await db
		.select({ id: codings.id })
		.from(codings)
		.where(and(inArray(codings.id, wanted), isNull(codings.removedAt), codingAllows('analyse')))
	if (found.length !== wanted.length) throw new Problem('invalid', 'citation-unknown')
	return wanted
}
