/** Which themes of the codebook somebody acts on: an initiative rests on a field of action, that on a focus theme of these. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { ThemeInitiative } from '#understanding/weighing/who-acts.ts'

/** By the id of the theme at the top. Refused ones do not count: nobody acts there. */
export async function findInitiativesByTheme(db: MunicipalityDatabase): Promise<Map<string, ThemeInitiative[]>> {
	const { rows } = await db.execute<ThemeInitiative & { themeId: string }>(sql`
		with recursive branch(top, theme_id) as (
			select id, id from theme where parent_id is null
			union all
			select branch.top, theme.id from branch join theme on theme.parent_id = branch.theme_id
		)
		select distinct branch.top as "themeId", initiative.slug, initiative.title
		from branch
		join focus_theme_theme on focus_theme_theme.theme_id = branch.theme_id
		join field_of_action on field_of_action.focus_theme_id = focus_theme_theme.focus_theme_id
		join initiative_field on initiative_field.field_of_action_id = field_of_action.id
		join initiative on initiative.id = initiative_field.initiative_id
		where initiative.state <> 'refused'
		order by initiative.title`)
	return Map.groupBy(rows, ({ themeId }) => themeId)
}
