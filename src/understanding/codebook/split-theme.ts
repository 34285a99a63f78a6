import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { announce } from '#platform/announcements.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { codings, themes } from '../tables.ts'
import { carryCodings, type Double } from './carry-codings.ts'
import { createTheme, type ThemeWording } from './create-theme.ts'
import { noteThemeChanges, type Step } from './note-theme-change.ts'

declare module '#platform/announcements.ts' {
	interface Announcements {
		/** Some of what carried a theme carries another now; `isNew`: the other was made for it. */
		'theme-split': { stepId: string; themeId: string; toThemeId: string; isNew: boolean; doubles: Double[] }
	}
}

/** A theme that is there, or the wording of a new one; a new one stands beside the old unless told otherwise. */
export type SplitInto = { themeId: string } | (ThemeWording & { parentId?: string | null })

export type SplitTheme = { themeId: string; codingIds: string[]; into: SplitInto } & Step

/**
 * Moves chosen codings of a theme to a new theme or another one.
 *
 * @returns the step's id, by which it is undone, and the theme they carry now
 * @throws {Problem} `passages-not-chosen`, `theme-unknown`, `theme-into-itself`, `theme-archived`, `coding-unknown` when one
 * of them does not carry the theme (any more); those of `createTheme`
 */
export async function splitTheme(
	db: MunicipalityDatabase,
	{ themeId, codingIds, into, by = null, at = new Date(), stepId = randomUUID() }: SplitTheme,
): Promise<{ stepId: string; toThemeId: string }> {
	const wanted = [...new Set(codingIds)]
	if (wanted.length === 0) throw new Problem('invalid', 'passages-not-chosen')
	const known = await db.select().from(themes).for('update')
	const theme = known.find(({ id }) => id === themeId)
	if (!theme) throw new Problem('not-found', 'theme-unknown')
	const isNew = !('themeId' in into)
	if (!isNew) requireOther(known, themeId, into.themeId)
	const standing = and(inArray(codings.id, wanted), eq(codings.themeId, themeId), isNull(codings.removedAt))
	if ((await db.$count(codings, standing)) !== wanted.length) throw new Problem('conflict', 'coding-unknown')

	const step = { by, at, stepId }
	const toThemeId = isNew
		? (await createTheme(db, { parentId: theme.parentId, ...into, deed: 'split', ...step })).id
		: into.themeId
	const { codingIds: carried, doubles } = await carryCodings(db, { fromId: themeId, toId: toThemeId, only: wanted, at })
	const doubleIds = doubles.map(({ fromId }) => fromId)
	const after = { toThemeId, codingIds: carried, doubleIds }
	await noteThemeChanges(db, [{ themeId, deed: 'split', before: {}, after }], step)
	await announce(db, 'theme-split', { stepId, themeId, toThemeId, isNew, doubles })
	return { stepId, toThemeId }
}

function requireOther(known: readonly { id: string; archivedAt: Date | null }[], themeId: string, toId: string) {
	if (toId === themeId) throw new Problem('invalid', 'theme-into-itself')
	const other = known.find(({ id }) => id === toId)
	if (!other) throw new Problem('not-found', 'theme-unknown')
	if (other.archivedAt) throw new Problem('conflict', 'theme-archived')
}
