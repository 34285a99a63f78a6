import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { bySiblingOrder, isWithin, placeOf, type Move } from './codebook.rules.ts'
import { noteThemeChanges, type Step } from './note-theme-change.ts'
import { differenceOf } from './theme-state.rules.ts'
import { themes } from '../tables.ts'

/**
 * Moves a theme with everything under it: past a neighbour, a level in or out, or to a place of the tree. Where it cannot
 * go further it stays.
 *
 * @throws {Problem} `theme-unknown`, `theme-under-itself`
 */
export async function moveTheme(
	db: MunicipalityDatabase,
	{ themeId, to, ...step }: { themeId: string; to: Move } & Step,
) {
	const known = await db
		.select({
			id: themes.id,
			parentId: themes.parentId,
			label: themes.label,
			position: themes.position,
			archivedAt: themes.archivedAt,
		})
		.from(themes)
		.for('update')
	const theme = known.find(({ id }) => id === themeId)
	if (!theme) throw new Problem('not-found', 'theme-unknown')
	const place = placeOf(known, theme, to)
	if (!place) return
	if (place.parentId && !known.some(({ id }) => id === place.parentId)) throw new Problem('not-found', 'theme-unknown')
	if (place.parentId && isWithin(known, place.parentId, themeId)) throw new Problem('invalid', 'theme-under-itself')

	const siblings = known.filter((one) => one.parentId === place.parentId && one.id !== themeId).toSorted(bySiblingOrder)
	const at = place.beforeId ? siblings.findIndex(({ id }) => id === place.beforeId) : -1
	const order = at < 0 ? [...siblings, theme] : siblings.toSpliced(at, 0, theme)
	const { parentId } = place
	for (const [position, { id, ...was }] of order.entries()) {
		if (was.position !== position || was.parentId !== parentId)
			await db.update(themes).set({ position, parentId }).where(eq(themes.id, id))
	}
	const after = { parentId, position: order.indexOf(theme) }
	const change = differenceOf({ parentId: theme.parentId, position: theme.position }, after)
	await noteThemeChanges(db, [{ themeId, deed: 'moved', ...change }], step)
}
