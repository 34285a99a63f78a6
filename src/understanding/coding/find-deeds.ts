/** What one person did at the desk of one transcript: the newest that can be taken back, the next that can be done again. */
import { and, asc, desc, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { Deed } from './deeds.rules.ts'
import { codingDeeds } from '../tables.ts'

export type FoundDeed = { id: string; number: number } & Pick<Deed, 'parts' | 'suggestions'>

export type FoundDeeds = {
	/** The newest last. */
	done: FoundDeed[]
	/** What would be done again first comes last. */
	undone: FoundDeed[]
}

/** As many as a desk keeps at hand; it asks for those before `before` when it has used them up. */
export const DEEDS_AT_HAND = 50

export async function findDeeds(
	db: MunicipalityDatabase,
	{ transcriptId, coderId, before }: { transcriptId: string; coderId: string; before?: number | undefined },
): Promise<FoundDeeds> {
	const own = and(eq(codingDeeds.transcriptId, transcriptId), eq(codingDeeds.coderId, coderId))
	const read = { id: codingDeeds.id, number: codingDeeds.number, deed: codingDeeds.deed }
	const done = await db
		.select(read)
		.from(codingDeeds)
		.where(and(own, isNull(codingDeeds.undoneAt), before === undefined ? undefined : lt(codingDeeds.number, before)))
		.orderBy(desc(codingDeeds.number))
		.limit(DEEDS_AT_HAND)
	const undone =
		before === undefined
			? await db
					.select(read)
					.from(codingDeeds)
					.where(and(own, isNotNull(codingDeeds.undoneAt)))
					.orderBy(asc(codingDeeds.number))
					.limit(DEEDS_AT_HAND)
			: []
	return { done: done.toReversed().map(toFound), undone: undone.toReversed().map(toFound) }
}

function toFound({ deed, ...row }: { id: string; number: number; deed: Deed }): FoundDeed {
	const { parts, suggestions } = deed
	return { ...row, parts, ...(suggestions && { suggestions }) }
}
