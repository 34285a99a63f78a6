import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { requireCodings } from './find-cited-codings.ts'
import { gatheredCodings } from './find-gathered-codings.ts'
import { requireFocusTheme } from './require-focus-theme.ts'
import { focusThemeCodings } from './tables.ts'

export type PutUnderFocusTheme = { focusThemeId: string; codingIds: string[] }

/**
 * Puts passages under a focus theme by hand; those its themes gather already are there and stay so.
 *
 * @throws {Problem} `focus-theme-unknown`, `citation-unknown`
 */
export async function putUnderFocusTheme(db: MunicipalityDatabase, { focusThemeId, codingIds }: PutUnderFocusTheme) {
	await requireFocusTheme(db, focusThemeId)
	const wanted = await requireCodings(db, codingIds)
	if (wanted.length === 0) return
	const { rows } = await db.execute<{ codingId: string }>(sql`
		with recursive ${gatheredCodings}
		select coding_id as "codingId" from gathered where focus_theme_id = ${focusThemeId} and coding_id in ${wanted}`)
	const there = new Set(rows.map(({ codingId }) => codingId))
	const missing = wanted.filter((codingId) => !there.has(codingId))
	if (missing.length > 0)
		await db.insert(focusThemeCodings).values(missing.map((codingId) => ({ focusThemeId, codingId })))
}
