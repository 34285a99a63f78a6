/** Takes back what a person did, or does it again; never what somebody else has changed since without saying so. */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { carryOut } from './carry-out.ts'
import type { Coding } from './code-passage.ts'
import { oppositeOf } from './deeds.rules.ts'
import { decideByDeed, reopenByDeed } from '../suggesting/follow-deed.ts'
import { codingDeeds } from '../tables.ts'

export type UndoDeed = {
	deedId: string
	/** Whose deed it is: nobody takes back another's. */
	coderId: string
	/** `redo` does again what was taken back. Either of them twice is once. */
	direction: 'undo' | 'redo'
	/** By coding id: the version somebody has seen and changes whatever it says. */
	seen?: Record<string, number> | undefined
	at: Date
}

/** @throws {Problem} `deed-unknown`; `coding-changed` with both versions; those of `carryOut` */
export async function undoDeed(db: MunicipalityDatabase, wanted: UndoDeed): Promise<Coding[]> {
	const { deedId, coderId, direction, seen, at } = wanted
	const own = and(eq(codingDeeds.id, deedId), eq(codingDeeds.coderId, coderId))
	const [known] = await db.select().from(codingDeeds).where(own).for('update')
	if (!known) throw new Problem('not-found', 'deed-unknown')
	if ((direction === 'undo') === (known.undoneAt !== null)) return []
	const { transcriptId, deed } = known
	const parts = direction === 'undo' ? oppositeOf(deed.parts) : deed.parts
	const { codings } = await carryOut(db, { transcriptId, parts, coderId, seen, at })
	await db
		.update(codingDeeds)
		.set({ undoneAt: direction === 'undo' ? at : null })
		.where(own)
	if (direction === 'undo')
		await reopenByDeed(db, { deedId, coderId, codingIds: parts.map(({ codingId }) => codingId) })
	else if (deed.suggestions)
		await decideByDeed(db, { deedId, transcriptId, coderId, suggestions: deed.suggestions, at })
	return codings
}

/**
 * Takes back one step on however many transcripts (`recordCodings`), whole.
 *
 * @returns how many codings it took back
 * @throws {Problem} `deed-unknown` when there is no such step of this person, or all of it is taken back already; those
 * of `undoDeed`
 */
export async function undoStep(
	db: MunicipalityDatabase,
	{ stepId, coderId, at }: { stepId: string; coderId: string; at: Date },
): Promise<number> {
	const ofStep = and(
		eq(codingDeeds.coderId, coderId),
		isNull(codingDeeds.undoneAt),
		sql`${codingDeeds.deed}->>'stepId' = ${stepId}`,
	)
	const deeds = await db.select().from(codingDeeds).where(ofStep).orderBy(asc(codingDeeds.id)).for('update')
	const [first] = deeds
	if (!first) throw new Problem('not-found', 'deed-unknown')
	const parts = oppositeOf(deeds.flatMap(({ deed }) => deed.parts))
	const { done } = await carryOut(db, { transcriptId: first.transcriptId, parts, coderId, at })
	const ids = deeds.map(({ id }) => id)
	await db.update(codingDeeds).set({ undoneAt: at }).where(inArray(codingDeeds.id, ids))
	return done.length
}
