/** Focus themes keep what they gather and cite when themes of the codebook are merged or split, and let it go when undone. */
import { eq, sql } from 'drizzle-orm'
import type { Announcements } from '#platform/announcements.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { Double } from '#understanding/codebook/carry-codings.ts'
import { focusThemeThemes } from './tables.ts'

export async function followMerge(
	db: MunicipalityDatabase,
	{ stepId, sourceIds, targetId, doubles }: Announcements['themes-merged'],
) {
	await gatherAlso(db, { stepId, sourceIds, targetId })
	await citeTheOther(db, doubles)
}

/** What was split off into a new theme is still evidence where it was; moved to a theme that was there, it was misplaced. */
export async function followSplit(
	db: MunicipalityDatabase,
	{ stepId, themeId, toThemeId, isNew, doubles }: Announcements['theme-split'],
) {
	if (isNew) await gatherAlso(db, { stepId, sourceIds: [themeId], targetId: toThemeId })
	await citeTheOther(db, doubles)
}

export async function followUndoneStep(db: MunicipalityDatabase, { stepId }: Announcements['codebook-step-undone']) {
	await db.delete(focusThemeThemes).where(eq(focusThemeThemes.cameWithStepId, stepId))
}

export async function followRedoneStep(
	db: MunicipalityDatabase,
	{ stepId, gathered }: Announcements['codebook-step-redone'],
) {
	for (const { fromThemeId, toThemeId } of gathered)
		await gatherAlso(db, { stepId, sourceIds: [fromThemeId], targetId: toThemeId })
}

type GatherAlso = { stepId: string; sourceIds: string[]; targetId: string }

async function gatherAlso(db: MunicipalityDatabase, { stepId, sourceIds, targetId }: GatherAlso) {
	await db.execute(sql`
		insert into focus_theme_theme (focus_theme_id, theme_id, came_with_step_id)
		select distinct focus_theme_id, ${targetId}::uuid, ${stepId}::uuid from focus_theme_theme
		where theme_id = any (${sql.param(sourceIds)}::uuid[])
		on conflict do nothing`)
}

const CITING = [
	['focus_theme_coding', 'focus_theme_id'],
	['paragraph_evidence', 'paragraph_id'],
	['point_evidence', 'perspective_point_id'],
	['quote', 'focus_theme_id'],
] as const

/** Who cited a coding that became one with another cites that other; who cites both already keeps them as they are. */
async function citeTheOther(db: MunicipalityDatabase, doubles: readonly Double[]) {
	if (doubles.length === 0) return
	const pairs = JSON.stringify(doubles.map(({ fromId, toId }) => ({ from_id: fromId, to_id: toId })))
	for (const [table, owner] of CITING) {
		const [citing, by] = [sql.identifier(table), sql.identifier(owner)]
		await db.execute(sql`
			update ${citing} as own set coding_id = pair.to_id
			from jsonb_to_recordset(${pairs}::jsonb) as pair(from_id uuid, to_id uuid)
			where own.coding_id = pair.from_id and not exists (
				select from ${citing} as other where other.${by} = own.${by} and other.coding_id = pair.to_id
			)`)
	}
}
