/** The history of the codebook: every use case that changes a theme writes here what it was and what it became. */
import { randomUUID } from 'node:crypto'
import { max, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { themeChanges, type ThemeDeed, type ThemeState } from '../tables.ts'

/**
 * Whose step it is, and when: `by` is a coder's id, null for a file or the software itself. Changes that share a `stepId`
 * are one step of the history and are undone together.
 */
export type Step = { by?: string | null; at?: Date; stepId?: string }

export type NotedChange = {
	themeId: string
	deed: ThemeDeed
	/** Null: the theme was not there before. */
	before: ThemeState | null
	/** Null: it is not there any more. */
	after: ThemeState | null
}

/**
 * Writes one step down, in the order given, and gives its id. A change that leaves everything as it was is not written.
 */
export async function noteThemeChanges(
	db: MunicipalityDatabase,
	changes: readonly NotedChange[],
	{ by = null, at = new Date(), stepId = randomUUID() }: Step = {},
): Promise<string> {
	const real = changes.filter(({ before, after }) => !before || !after || Object.keys(after).length > 0)
	if (real.length === 0) return stepId
	await inTurn(db)
	const [last] = await db.select({ number: max(themeChanges.number) }).from(themeChanges)
	const first = (last?.number ?? 0) + 1
	const rows = real.map((change, n) => ({ ...change, number: first + n, stepId, coderId: by, changedAt: at }))
	await db.insert(themeChanges).values(rows)
	return stepId
}

/** Changes of one codebook wait for each other until the transaction ends. */
export async function inTurn(db: MunicipalityDatabase) {
	await db.execute(sql`select pg_advisory_xact_lock(hashtext('codebook ' || current_setting('gehoert.municipality')))`)
}
