import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { announceFlagged } from './announce-flagged.ts'
import { isLiveAt, type Coding } from './code-passage.ts'
import { findPassages } from './find-passages.ts'
import { codings } from '../tables.ts'

/**
 * Brings a coding again that was taken back. Twice is once.
 *
 * @throws {Problem} `coding-unknown`; `coding-exists` when the same has been coded anew meanwhile;
 * `passage-not-analysable` when the speaker no longer agrees
 */
export async function restoreCoding(db: MunicipalityDatabase, { codingId }: { codingId: string }): Promise<Coding> {
	const [coding] = await db.select().from(codings).where(eq(codings.id, codingId)).for('update')
	if (!coding) throw new Problem('not-found', 'coding-unknown')
	if (!coding.removedAt) return coding
	await findPassages(db, [coding])
	const [twin] = await db.select({ id: codings.id }).from(codings).where(isLiveAt(coding))
	if (twin) throw new Problem('conflict', 'coding-exists')

	const [restored] = await db.update(codings).set({ removedAt: null }).where(eq(codings.id, codingId)).returning()
	await announceFlagged(db, restored!)
	return restored!
}
