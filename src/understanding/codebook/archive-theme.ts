import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { noteThemeChanges, type Step } from './note-theme-change.ts'
import { themes } from '../tables.ts'

/**
 * Takes a theme out of use: nothing new is coded with it, what carries it stays as it is. Twice is once.
 *
 * @throws {Problem} `theme-unknown`
 */
export async function archiveTheme(db: MunicipalityDatabase, { themeId, ...step }: { themeId: string } & Step) {
	await setArchived(db, themeId, true, step)
}

/** @throws {Problem} `theme-unknown` */
export async function reopenTheme(db: MunicipalityDatabase, { themeId, ...step }: { themeId: string } & Step) {
	await setArchived(db, themeId, false, step)
}

async function setArchived(db: MunicipalityDatabase, themeId: string, isArchived: boolean, step: Step) {
	const [theme] = await db
		.select({ archivedAt: themes.archivedAt })
		.from(themes)
		.where(eq(themes.id, themeId))
		.for('update')
	if (!theme) throw new Problem('not-found', 'theme-unknown')
	if ((theme.archivedAt !== null) === isArchived) return
	const archivedAt = isArchived ? (step.at ?? new Date()) : null
	await db.update(themes).set({ archivedAt }).where(eq(themes.id, themeId))
	const deed = isArchived ? 'archived' : 'restored'
	await noteThemeChanges(db, [{ themeId, deed, before: { isArchived: !isArchived }, after: { isArchived } }], step)
}
