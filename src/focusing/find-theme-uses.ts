/** What focusing tells the codebook before themes are merged, split, archived or deleted. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { AskedUses, LaterUse } from '#understanding/codebook/theme-uses.ts'

/** Focus themes and perspectives that gather one of the themes or cite their passages, by title. */
export async function findThemeUses(db: MunicipalityDatabase, { themeIds, codingIds }: AskedUses): Promise<LaterUse[]> {
	const among = sql`any (${sql.param(themeIds)}::uuid[])`
	const only = codingIds ? sql`and coding.id = any (${sql.param(codingIds)}::uuid[])` : sql``
	const { rows } = await db.execute<LaterUse>(sql`
		with touched as (
			select coding.id from coding where coding.theme_id = ${among} and coding.removed_at is null ${only}
		), cited as (
			select dossier_part.focus_theme_id as id, paragraph_evidence.coding_id
			from paragraph_evidence join paragraph on paragraph.id = paragraph_evidence.paragraph_id
			join dossier_part on dossier_part.id = paragraph.dossier_part_id
			where dossier_part.version = (
				select max(newest.version) from dossier_part as newest
				where newest.focus_theme_id = dossier_part.focus_theme_id and newest.kind = dossier_part.kind
			)
			union select focus_theme_id, coding_id from quote
			union select focus_theme_id, coding_id from focus_theme_coding
			union select perspective_point.perspective_id, point_evidence.coding_id
			from point_evidence join perspective_point on perspective_point.id = point_evidence.perspective_point_id
		), used as (
			select cited.id, count(*)::int as cited from cited join touched on touched.id = cited.coding_id group by cited.id
		)
		select 'focus-theme' as kind, title, '/werkstatt/fokusthemen/' || slug as href, coalesce(used.cited, 0) as cited,
			gathering.id is not null as gathers
		from focus_theme left join used on used.id = focus_theme.id
		left join (
			select distinct focus_theme_id as id from focus_theme_theme where theme_id = ${among}
		) as gathering on gathering.id = focus_theme.id
		where gathering.id is not null or used.cited > 0
		union all
		select 'perspective', title, '/werkstatt/blickwinkel/' || slug, used.cited, false
		from perspective join used on used.id = perspective.id
		order by kind, title`)
	return rows
}
