import { eq } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { commitments } from './tables.ts'

/** `note` is what people read of it; `today` an ISO date in the municipality's time zone. */
export type KeepCommitment = { commitmentId: string; note: string; today: string }

/**
 * Marks a promise as kept, once.
 *
 * @throws {Problem} `commitment-unknown`, `commitment-closed`, `commitment-not-taken` while nobody has promised it
 */
export async function keepCommitment(db: MunicipalityDatabase, { commitmentId, note, today }: KeepCommitment) {
	const { state } = await requireOpenCommitment(db, commitmentId)
	if (state === 'open') throw new Problem('conflict', 'commitment-not-taken')
	await db
		.update(commitments)
		.set({ state: 'kept', closedOn: today, closingNote: note.trim() || null })
		.where(eq(commitments.id, commitmentId))
}

/** @throws {Problem} `commitment-unknown`, `commitment-closed` when it was kept or withdrawn */
export async function requireOpenCommitment(db: MunicipalityDatabase, commitmentId: string) {
	const [commitment] = isUuid(commitmentId)
		? await db
				.select({ state: commitments.state, until: commitments.until })
				.from(commitments)
				.where(eq(commitments.id, commitmentId))
				.for('update')
		: []
	if (!commitment) throw new Problem('not-found', 'commitment-unknown')
	if (commitment.state === 'kept' || commitment.state === 'withdrawn')
		throw new Problem('conflict', 'commitment-closed')
	return commitment
}
