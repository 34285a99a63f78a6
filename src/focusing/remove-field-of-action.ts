import { eq } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { fieldsOfAction } from './tables.ts'

/**
 * Takes a field of action out of its dossier; an initiative that took it up stays, without it.
 *
 * @throws {Problem} `field-of-action-unknown`
 */
export async function removeFieldOfAction(db: MunicipalityDatabase, { fieldOfActionId }: { fieldOfActionId: string }) {
	const removed = isUuid(fieldOfActionId)
		? await db.delete(fieldsOfAction).where(eq(fieldsOfAction.id, fieldOfActionId)).returning({ id: fieldsOfAction.id })
		: []
	if (removed.length === 0) throw new Problem('not-found', 'field-of-action-unknown')
}
