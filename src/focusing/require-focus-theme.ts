import { eq } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { focusThemes } from './tables.ts'

/**
 * Holds the focus theme until the transaction ends, so that two who write to it at once write one after the other.
 *
 * @throws {Problem} `focus-theme-unknown`
 */
export async function requireFocusTheme(db: MunicipalityDatabase, focusThemeId: string): Promise<void> {
	const [theme] = isUuid(focusThemeId)
		? await db.select({ id: focusThemes.id }).from(focusThemes).where(eq(focusThemes.id, focusThemeId)).for('update')
		: []
	if (!theme) throw new Problem('not-found', 'focus-theme-unknown')
}
