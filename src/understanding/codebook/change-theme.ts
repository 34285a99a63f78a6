import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { isWithin } from './codebook.rules.ts'
import { checkWording, type ThemeRow, type ThemeWording } from './create-theme.ts'
import { noteThemeChanges, type Step } from './note-theme-change.ts'
import { differenceOf, stateOf } from './theme-state.rules.ts'
import { themes } from '../tables.ts'

export type ChangeTheme = Partial<ThemeWording> & { themeId: string; parentId?: string | null } & Step

/**
 * Changes what an entry of the codebook says or where it stands. Its address stays.
 *
 * @throws {Problem} those of `createTheme`; `theme-under-itself`
 */
export async function changeTheme(
	db: MunicipalityDatabase,
	{ themeId, parentId, by, at, stepId, ...wording }: ChangeTheme,
): Promise<ThemeRow> {
	const known = await db.select().from(themes).for('update')
	const theme = known.find(({ id }) => id === themeId)
	if (!theme) throw new Problem('not-found', 'theme-unknown')
	checkWording(
		wording,
		known.filter(({ id }) => id !== themeId),
	)
	const moves = parentId !== undefined && parentId !== theme.parentId
	if (moves && parentId) {
		if (!known.some(({ id }) => id === parentId)) throw new Problem('not-found', 'theme-unknown')
		if (isWithin(known, parentId, themeId)) throw new Problem('invalid', 'theme-under-itself')
	}
	const last = Math.max(-1, ...known.filter((one) => one.parentId === parentId).map(({ position }) => position))

	const label = wording.label === undefined ? theme.label : wording.label.trim()
	const place = moves ? { parentId, position: last + 1 } : {}
	const [changed] = await db
		.update(themes)
		.set({ ...wording, label, ...place })
		.where(eq(themes.id, themeId))
		.returning()
	const change = differenceOf(stateOf(theme), stateOf(changed!))
	const deed = moves && Object.keys(change.after).every((field) => field in place) ? 'moved' : 'changed'
	await noteThemeChanges(db, [{ themeId, deed, ...change }], { by, at, stepId })
	return changed!
}
