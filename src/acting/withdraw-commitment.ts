import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { requireOpenCommitment } from './keep-commitment.ts'
import { commitments } from './tables.ts'

/** `note` is what people read: why it will not come. */
export type WithdrawCommitment = { commitmentId: string; note: string; today: string }

/**
 * Takes a promise or an open step back, with the reason. It stays readable.
 *
 * @throws {Problem} `commitment-unknown`, `commitment-closed`, `commitment-reason-missing`
 */
export async function withdrawCommitment(db: MunicipalityDatabase, { commitmentId, note, today }: WithdrawCommitment) {
	if (note.trim() === '') throw new Problem('invalid', 'commitment-reason-missing')
	await requireOpenCommitment(db, commitmentId)
	await db
		.update(commitments)
		.set({ state: 'withdrawn', closedOn: today, closingNote: note.trim() })
		.where(eq(commitments.id, commitmentId))
}
