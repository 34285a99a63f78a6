import { asc, eq, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { requireFocusTheme } from './require-focus-theme.ts'
import { focusThemes } from './tables.ts'

export type MoveFocusTheme = { focusThemeId: string; direction: 'up' | 'down' }

/**
 * Moves a focus theme one place in the order of the report. At the end of the list nothing happens.
 *
 * @throws {Problem} `focus-theme-unknown`
 */
export async function moveFocusTheme(db: MunicipalityDatabase, { focusThemeId, direction }: MoveFocusTheme) {
	await requireFocusTheme(db, focusThemeId)
	const list = await db
		.select({ id: focusThemes.id })
		.from(focusThemes)
		.orderBy(asc(focusThemes.position), asc(focusThemes.title))
	const ids = list.map(({ id }) => id)
	const from = ids.indexOf(focusThemeId)
	const to = from + (direction === 'up' ? -1 : 1)
	if (to < 0 || to >= ids.length) return
	ids.splice(to, 0, ...ids.splice(from, 1))
	// Rewriting all positions also heals equal ones, which an import may bring.
	await db
		.update(focusThemes)
		.set({ position: sql`array_position(${sql.param(ids)}::uuid[], ${focusThemes.id}) - 1` })
		.where(eq(focusThemes.id, sql`any(${sql.param(ids)}::uuid[])`))
}
