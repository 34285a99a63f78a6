/** Who has been heard, and who has not: people by sector and format. For the team only, the numbers are exact. */
import { and, asc, count, eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { sectors, type Wording } from '#people/tables.ts'
import { conversations, speakers } from './tables.ts'
import type { Format } from './vocabulary.ts'

export type CoverageRow = {
	/** Null for people whose sector nobody noted. */
	sector: { slug: string; label: Wording } | null
	/** People by format, in the order of `formats`. */
	people: number[]
	sum: number
}

/**
 * Every sector has a row, heard or not; people without a sector come last, if there are any. Moderators do not count.
 * `formats` are those of `findFormats`, which leave nobody out.
 */
export async function findCoverage(
	db: MunicipalityDatabase,
	{ roundId, formats }: { roundId: string; formats: readonly Format[] },
): Promise<CoverageRow[]> {
	const all = await db
		.select({ id: sectors.id, slug: sectors.slug, label: sectors.label })
		.from(sectors)
		.orderBy(asc(sectors.position))
	const counted = await db
		.select({ sectorId: speakers.sectorId, format: conversations.format, people: count() })
		.from(speakers)
		.innerJoin(conversations, eq(conversations.id, speakers.conversationId))
		.where(and(eq(conversations.roundId, roundId), eq(speakers.isModerator, false)))
		.groupBy(speakers.sectorId, conversations.format)
	const rowOf = (sectorId: string | null, sector: CoverageRow['sector']): CoverageRow => {
		const people = formats.map((format) => peopleIn(counted, sectorId, format))
		return { sector, people, sum: people.reduce((sum, one) => sum + one, 0) }
	}
	const rows = all.map(({ id, slug, label }) => rowOf(id, { slug, label }))
	const unnoted = rowOf(null, null)
	return unnoted.sum > 0 ? [...rows, unnoted] : rows
}

function peopleIn(
	counted: { sectorId: string | null; format: Format; people: number }[],
	sectorId: string | null,
	format: Format,
) {
	return counted.find((one) => one.sectorId === sectorId && one.format === format)?.people ?? 0
}
