/** Deletes what is under seal, for good: the names behind the pseudonyms go with it. */
import { and, eq, inArray, lt, notInArray } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { appendAudit } from '#people/audit-log.ts'
import { pseudonyms, sealedOriginals } from '../names.tables.ts'
import { conversations } from '../tables.ts'

export type DeleteOriginals = ({ conversationId: string } | { sealedBefore: Date } | { checkedBefore: Date }) & {
	/** Account id, `system`, or `command`. */
	by: string
	at: Date
}

/** Pseudonyms keep their numbers, so that a later file does not give one to somebody else. Returns how many were deleted. */
export async function deleteOriginals(db: MunicipalityDatabase, wanted: DeleteOriginals): Promise<number> {
	const which = whichOf(db, wanted)
	const deleted = await db
		.delete(sealedOriginals)
		.where(which)
		.returning({ conversationId: sealedOriginals.conversationId })
	const conversationIds = [...new Set(deleted.map(({ conversationId }) => conversationId))]
	if (conversationIds.length === 0) return 0
	const stillSealed = db.select({ id: sealedOriginals.conversationId }).from(sealedOriginals)
	await db
		.update(pseudonyms)
		.set({ sealedName: new Uint8Array() })
		.where(and(inArray(pseudonyms.conversationId, conversationIds), notInArray(pseudonyms.conversationId, stillSealed)))
	const { by, at } = wanted
	for (const subjectId of conversationIds)
		await appendAudit(db, { by, act: 'originals-deleted', subject: 'conversation', subjectId, at })
	return deleted.length
}

function whichOf(db: MunicipalityDatabase, wanted: DeleteOriginals) {
	if ('conversationId' in wanted) return eq(sealedOriginals.conversationId, wanted.conversationId)
	if ('sealedBefore' in wanted) return lt(sealedOriginals.sealedAt, wanted.sealedBefore)
	const checked = db
		.select({ id: conversations.id })
		.from(conversations)
		.where(lt(conversations.namesCheckedAt, wanted.checkedBefore))
	return inArray(sealedOriginals.conversationId, checked)
}
