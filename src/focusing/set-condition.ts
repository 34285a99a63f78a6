import { and, eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { requireFocusTheme } from './require-focus-theme.ts'
import { conditions, LEVELS, type Level } from './tables.ts'

/** What one level could do: each text one point, in order. */
export type SetCondition = { focusThemeId: string; level: Level; texts: string[] }

/**
 * Says what one of the five levels could do for a focus theme, instead of what was said before.
 *
 * @throws {Problem} `focus-theme-unknown`, `level-unknown`
 */
export async function setCondition(db: MunicipalityDatabase, { focusThemeId, level, texts }: SetCondition) {
	if (!LEVELS.includes(level)) throw new Problem('invalid', 'level-unknown')
	await requireFocusTheme(db, focusThemeId)
	await db.delete(conditions).where(and(eq(conditions.focusThemeId, focusThemeId), eq(conditions.level, level)))
	const rows = texts
		.map((text) => text.replace(/\s+/g, ' ').trim())
		.filter((text) => text !== '')
		.map((text, position) => ({ focusThemeId, level, text, position }))
	if (rows.length > 0) await db.insert(conditions).values(rows)
}
