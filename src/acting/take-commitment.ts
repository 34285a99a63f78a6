import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { requirePromise } from './add-commitment.ts'
import { requireOpenCommitment } from './keep-commitment.ts'
import { commitments } from './tables.ts'

/** `until` left out keeps the day the step was given. */
export type TakeCommitment = { commitmentId: string; actorId: string; until?: string | null; today: string }

/**
 * Somebody takes an open step and so promises it.
 *
 * @throws {Problem} `commitment-unknown`, `commitment-closed`, `commitment-taken`, `actor-unknown`,
 * `commitment-until-missing`, `day-unreadable`, `day-past`
 */
export async function takeCommitment(
	db: MunicipalityDatabase,
	{ commitmentId, actorId, until, today }: TakeCommitment,
) {
	const before = await requireOpenCommitment(db, commitmentId)
	if (before.state === 'promised') throw new Problem('conflict', 'commitment-taken')
	const promisedUntil = until || before.until
	await requirePromise(db, { actorId, until: promisedUntil, today })
	await db
		.update(commitments)
		.set({ actorId, until: promisedUntil, state: 'promised' })
		.where(eq(commitments.id, commitmentId))
}
