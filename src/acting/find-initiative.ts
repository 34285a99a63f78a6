/** One initiative with everything that belongs to it. */
import { asc, eq, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { actors } from '#people/tables.ts'
import { findInitiatives, type InitiativeInList } from './find-initiatives.ts'
import { initiativePartners, initiativeStates, type InitiativeState } from './tables.ts'

export type Initiative = InitiativeInList & {
	partners: { id: string; name: string; part: string }[]
	/** Every state it was in, oldest first. */
	history: { state: InitiativeState; reason: string | null; since: string }[]
}

/** @throws {Problem} `initiative-unknown` */
export async function findInitiative(db: MunicipalityDatabase, slug: string, today: string): Promise<Initiative> {
	const [initiative] = await findInitiatives(db, { today, slug })
	if (!initiative) throw new Problem('not-found', 'initiative-unknown', { slug })
	const partners = await db
		.select({ id: actors.id, name: actors.name, part: initiativePartners.part })
		.from(initiativePartners)
		.innerJoin(actors, eq(actors.id, initiativePartners.actorId))
		.where(eq(initiativePartners.initiativeId, initiative.id))
		.orderBy(asc(actors.name))
	const history = await db
		.select({ state: initiativeStates.state, reason: initiativeStates.reason, since: initiativeStates.since })
		.from(initiativeStates)
		.where(eq(initiativeStates.initiativeId, initiative.id))
		// Of several on one day the one farther along comes later.
		.orderBy(
			asc(initiativeStates.since),
			sql`array_position(array['idea', 'checked', 'planned', 'running', 'resting', 'done', 'refused'], ${initiativeStates.state})`,
		)
	return { ...initiative, partners, history }
}
