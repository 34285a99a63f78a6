import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
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
 * @returns the step's id, by which it is undone; null when it stays
 * @throws {Problem} `theme-unknown`, `theme-under-itself`
 */
export async function moveTheme(
	db: MunicipalityDatabase,
	{ themeId, to, stepId = randomUUID(), ...step }: { themeId: string; to: Move } & Step,
): Promise<string | null> {
	const known = await treeRows(db).for('update')
	const { theme, place } = requireMovable(known, themeId, to)
	if (!place) return null

	const { parentId, beforeId } = place
	const siblings = known.filter((one) => one.parentId === parentId && one.id !== themeId).toSorted(bySiblingOrder)
	const before = siblings.findIndex(({ id }) => id === beforeId)
	const index = before < 0 ? siblings.length : before
	await standAt(db, known, { themeId, parentId, index })
	const was = known.filter((one) => one.parentId === theme.parentId).toSorted(bySiblingOrder)
	const change = differenceOf({ parentId: theme.parentId, position: was.indexOf(theme) }, { parentId, position: index })
	await noteThemeChanges(db, [{ themeId, deed: 'moved', ...change }], { ...step, stepId })
	return Object.keys(change.after).length > 0 ? stepId : null
}

/** What is needed of each theme to know where it stands. */
export function treeRows(db: MunicipalityDatabase) {
	return db
		.select({
			id: themes.id,
			parentId: themes.parentId,
			label: themes.label,
			position: themes.position,
			isArchived: sql<boolean>`${themes.archivedAt} is not null`,
		})
		.from(themes)
}

/** The rules of a move, for its preview as well; `place` is null where the theme stays. */
export function requireMovable(known: readonly TreeTheme[], themeId: string, to: Move) {
	const theme = known.find(({ id }) => id === themeId)
	if (!theme) throw new Problem('not-found', 'theme-unknown')
	const place = placeOf(known, theme, to)
	if (place?.parentId) {
		if (!known.some(({ id }) => id === place.parentId)) throw new Problem('not-found', 'theme-unknown')
		if (isWithin(known, place.parentId, themeId)) throw new Problem('invalid', 'theme-under-itself')
	}
	return { theme, place }
}

type TreeTheme = Awaited<ReturnType<typeof treeRows>>[number]
