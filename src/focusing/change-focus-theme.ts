import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { gatherThemes, requireThemes } from './open-focus-theme.ts'
import { requireFocusTheme } from './require-focus-theme.ts'
import { focusThemes } from './tables.ts'

export type ChangeFocusTheme = { focusThemeId: string; title: string; teaser: string; themeIds: string[] }

/**
 * Changes what a focus theme is called and which themes it gathers. Its address stays: it is printed and linked.
 *
 * @throws {Problem} `focus-theme-unknown`, `focus-theme-title-missing`, `gathered-theme-unknown`
 */
export async function changeFocusTheme(
	db: MunicipalityDatabase,
	{ focusThemeId, title, teaser, themeIds }: ChangeFocusTheme,
) {
	if (title.trim() === '') throw new Problem('invalid', 'focus-theme-title-missing')
	await requireFocusTheme(db, focusThemeId)
	await requireThemes(db, themeIds)
	await db
		.update(focusThemes)
		.set({ title: title.trim(), teaser: teaser.trim() })
		.where(eq(focusThemes.id, focusThemeId))
	await gatherThemes(db, focusThemeId, themeIds)
}
