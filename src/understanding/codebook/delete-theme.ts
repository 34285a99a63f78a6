import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { themes } from '../tables.ts'
import { noteThemeChanges, type Step } from './note-theme-change.ts'
import { stateOf } from './theme-state.rules.ts'
import { findCarrying, findLaterUses } from './theme-uses.ts'

/**
 * Deletes a theme nothing carries and nothing rests on; its history stays. The machine's open suggestions go with it.
 *
 * @throws {Problem} `theme-unknown`, `theme-carried` with how many things carry it
 */
export async function deleteTheme(db: MunicipalityDatabase, { themeId, ...step }: { themeId: string } & Step) {
	const [theme] = await db.select().from(themes).where(eq(themes.id, themeId)).for('update')
	if (!theme) throw new Problem('not-found', 'theme-unknown')
	await refuseCarried(db, themeId)
	await db.delete(themes).where(eq(themes.id, themeId))
	await noteThemeChanges(db, [{ themeId, deed: 'deleted', before: stateOf(theme), after: null }], step)
}

/** @throws {Problem} `theme-carried` */
export async function refuseCarried(db: MunicipalityDatabase, themeId: string) {
	const carrying = await findCarrying(db, themeId)
	const later = await findLaterUses(db, { themeIds: [themeId] })
	const count = Object.values(carrying).reduce((sum, one) => sum + one, later.length)
	if (count > 0) throw new Problem('conflict', 'theme-carried', { count, passages: carrying.codings })
}
