import { and, inArray, isNull } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { carryOutOne, type ByPerson } from './change-coding.ts'
import { codings } from '../tables.ts'

/**
 * Takes a coding back. It counts and shows nowhere any more, and `restoreCoding` brings it again. Twice is once.
 *
 * @throws {Problem} `coding-unknown`; `coding-changed` when there is a newer version than `version`
 */
export async function removeCoding(
	db: MunicipalityDatabase,
	{ codingId, ...by }: { codingId: string; version?: number | undefined } & ByPerson,
) {
	await carryOutOne(db, { codingId, before: {}, after: null }, by)
}

/** Takes back everything these voices carry: whoever spoke no longer agrees to be analysed. */
export async function removeCodingsOfVoices(
	db: MunicipalityDatabase,
	{ voiceIds, at }: { voiceIds: string[]; at: Date },
) {
	if (voiceIds.length === 0) return
	await db
		.update(codings)
		.set({ removedAt: at })
		.where(and(inArray(codings.voiceId, voiceIds), isNull(codings.removedAt)))
}
