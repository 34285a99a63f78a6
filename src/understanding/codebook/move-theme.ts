import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { bySiblingOrder, isWithin, placeOf, type Move } from './codebook.rules.ts'
import { noteThemeChanges, type Step } from './note-theme-change.ts'
import { standAt } from './stand-at.ts'
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

	const { parentId, beforeId } = place
	const siblings = known.filter((one) => one.parentId === parentId && one.id !== themeId).toSorted(bySiblingOrder)
	const before = siblings.findIndex(({ id }) => id === beforeId)
	const index = before < 0 ? siblings.length : before
	await standAt(db, known, { themeId, parentId, index })
	const was = known.filter((one) => one.parentId === theme.parentId).toSorted(bySiblingOrder)
	const change = differenceOf({ parentId: theme.parentId, position: was.indexOf(theme) }, { parentId, position: index })
	await noteThemeChanges(db, [{ themeId, deed: 'moved', ...change }], step)
}
