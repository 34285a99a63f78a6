import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { themes } from '../tables.ts'
import { bySiblingOrder, type InTree } from './codebook.rules.ts'

/** Gives a theme its place, counted from 0 among its siblings under `parentId`, archived ones included; they make room. */
export async function standAt(
	db: MunicipalityDatabase,
	known: readonly InTree[],
	{ themeId, parentId, index }: { themeId: string; parentId: string | null; index: number },
) {
	const siblings = known.filter((one) => one.parentId === parentId && one.id !== themeId).toSorted(bySiblingOrder)
	const theme = known.find(({ id }) => id === themeId)!
	for (const [position, one] of siblings.toSpliced(index, 0, theme).entries()) {
		if (one.position !== position || one.parentId !== parentId)
			await db.update(themes).set({ position, parentId }).where(eq(themes.id, one.id))
	}
}
