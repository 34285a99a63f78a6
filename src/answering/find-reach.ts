/** How many voices an answer reaches: shown before it is written. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { gatheredCodings } from '#focusing/find-gathered-codings.ts'

/** Voices under each focus theme, by its id; one without any is not in the map. */
export async function findReach(db: MunicipalityDatabase): Promise<Map<string, number>> {
	const { rows } = await db.execute<{ focusThemeId: string; voices: number }>(sql`
		with recursive ${gatheredCodings}
		select focus_theme_id as "focusThemeId", count(distinct voice_id)::int as voices
		from gathered group by focus_theme_id`)
	return new Map(rows.map(({ focusThemeId, voices }) => [focusThemeId, voices]))
}
