import { eq, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { requireFocusTheme } from './require-focus-theme.ts'
import { fieldsOfAction } from './tables.ts'

export type AddFieldOfAction = { focusThemeId: string; title: string; text?: string }

/**
 * Adds something the convening organisation could do, at the end of the list.
 *
 * @throws {Problem} `field-of-action-title-missing`, `focus-theme-unknown`
 */
export async function addFieldOfAction(
	db: MunicipalityDatabase,
	{ focusThemeId, title, text = '' }: AddFieldOfAction,
): Promise<{ id: string }> {
	if (title.trim() === '') throw new Problem('invalid', 'field-of-action-title-missing')
	await requireFocusTheme(db, focusThemeId)
	const [last] = await db
		.select({ position: sql<number>`coalesce(max(${fieldsOfAction.position}), -1)::int` })
		.from(fieldsOfAction)
		.where(eq(fieldsOfAction.focusThemeId, focusThemeId))
	const [added] = await db
		.insert(fieldsOfAction)
		.values({ focusThemeId, title: title.trim(), text: text.trim(), position: last!.position + 1 })
		.returning({ id: fieldsOfAction.id })
	return added!
}
