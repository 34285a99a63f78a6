import { eq } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { fieldsOfAction } from './tables.ts'

export type ChangeFieldOfAction = { fieldOfActionId: string; title: string; text: string }

/** @throws {Problem} `field-of-action-title-missing`, `field-of-action-unknown` */
export async function changeFieldOfAction(
	db: MunicipalityDatabase,
	{ fieldOfActionId, title, text }: ChangeFieldOfAction,
) {
	if (title.trim() === '') throw new Problem('invalid', 'field-of-action-title-missing')
	const changed = isUuid(fieldOfActionId)
		? await db
				.update(fieldsOfAction)
				.set({ title: title.trim(), text: text.trim() })
				.where(eq(fieldsOfAction.id, fieldOfActionId))
				.returning({ id: fieldsOfAction.id })
		: []
	if (changed.length === 0) throw new Problem('not-found', 'field-of-action-unknown')
}
