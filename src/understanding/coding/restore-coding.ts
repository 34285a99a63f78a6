import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { carryOutOne, type ByPerson } from './change-coding.ts'
import type { Coding } from './code-passage.ts'

/**
 * Brings a coding again that was taken back. Twice is once.
 *
 * @throws {Problem} `coding-unknown`; `coding-exists` when the same has been coded anew meanwhile;
 * `passage-not-analysable` when the speaker no longer agrees
 */
export async function restoreCoding(
	db: MunicipalityDatabase,
	{ codingId, ...by }: { codingId: string } & ByPerson,
): Promise<Coding> {
	return carryOutOne(db, { codingId, before: null, after: {} }, by)
}
