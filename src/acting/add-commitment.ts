import { eq, sql } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { actors } from '#people/tables.ts'
import { requireDay, requireFutureDay } from './require-day.ts'
import { requireInitiative } from './require-initiative.ts'
import { commitments } from './tables.ts'

export type AddCommitment = {
	initiativeId: string
	what: string
	/** Null: a step nobody has taken yet. */
	actorId: string | null
	/** Last day in time; a promise needs one, an open step may wait for whoever takes it. */
	until: string | null
	hours?: number | null
	/** ISO date in the municipality's time zone. */
	today: string
}

/**
 * Adds a step: a promise when somebody gives it, else an open step that looks for somebody.
 *
 * @throws {Problem} `commitment-what-missing`, `initiative-unknown`, `actor-unknown`, `commitment-until-missing`,
 * `day-unreadable`, `day-past`, `commitment-hours-unreadable`
 */
export async function addCommitment(
	db: MunicipalityDatabase,
	{ initiativeId, what, actorId, until, hours = null, today }: AddCommitment,
): Promise<{ id: string }> {
	if (what.trim() === '') throw new Problem('invalid', 'commitment-what-missing')
	if (hours !== null && !(hours > 0 && hours < 100_000)) throw new Problem('invalid', 'commitment-hours-unreadable')
	if (until) requireDay(until)
	await requireInitiative(db, initiativeId)
	if (actorId !== null) await requirePromise(db, { actorId, until, today })
	const [last] = await db
		.select({ position: sql<number>`coalesce(max(${commitments.position}), -1)::int` })
		.from(commitments)
		.where(eq(commitments.initiativeId, initiativeId))
	const [added] = await db
		.insert(commitments)
		.values({
			initiativeId,
			what: what.trim(),
			actorId,
			until: until || null,
			hours,
			state: actorId === null ? 'open' : 'promised',
			position: last!.position + 1,
		})
		.returning({ id: commitments.id })
	return added!
}

/** A promise has somebody who gives it and a day to come. */
export async function requirePromise(
	db: MunicipalityDatabase,
	{ actorId, until, today }: { actorId: string; until: string | null; today: string },
) {
	const [actor] = isUuid(actorId) ? await db.select({ id: actors.id }).from(actors).where(eq(actors.id, actorId)) : []
	if (!actor) throw new Problem('not-found', 'actor-unknown')
	if (!until) throw new Problem('invalid', 'commitment-until-missing')
	requireFutureDay(until, today)
}
