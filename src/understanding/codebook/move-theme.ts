import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { bySiblingOrder } from './codebook.rules.ts'
import { themes } from '../tables.ts'

/**
 * Moves a theme past its neighbour among its siblings; at the edge it stays.
 *
 * @throws {Problem} `theme-unknown`
 */
export async function moveTheme(db: MunicipalityDatabase, { themeId, by }: { themeId: string; by: 'up' | 'down' }) {
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
	const siblings = known.filter(({ parentId }) => parentId === theme.parentId).toSorted(bySiblingOrder)
	const shown = siblings.filter(({ id, archivedAt }) => !archivedAt || id === themeId)
	const neighbour = shown[shown.indexOf(theme) + (by === 'up' ? -1 : 1)]
	if (!neighbour) return

	const order = siblings.map(({ id }) => (id === themeId ? neighbour.id : id === neighbour.id ? themeId : id))
	for (const [position, id] of order.entries()) {
		const before = siblings.find((one) => one.id === id)!
		if (before.position !== position) await db.update(themes).set({ position }).where(eq(themes.id, id))
	}
}
