import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { themes } from '../tables.ts'

/**
 * Takes a theme out of use: nothing new is coded with it, what carries it stays as it is.
 *
 * @throws {Problem} `theme-unknown`
 */
export async function archiveTheme(db: MunicipalityDatabase, { themeId, at }: { themeId: string; at: Date }) {
	await setArchived(db, themeId, at)
}

/** @throws {Problem} `theme-unknown` */
export async function reopenTheme(db: MunicipalityDatabase, { themeId }: { themeId: string }) {
	await setArchived(db, themeId, null)
}

async function setArchived(db: MunicipalityDatabase, themeId: string, archivedAt: Date | null) {
	const changed = await db.update(themes).set({ archivedAt }).where(eq(themes.id, themeId)).returning({ id: themes.id })
	if (changed.length === 0) throw new Problem('not-found', 'theme-unknown')
}
