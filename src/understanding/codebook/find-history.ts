/** The steps of the codebook's history, and how the codebook stood before them. */
import { and, asc, desc, eq, gt, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { coders, themeChanges, themes, type ThemeDeed, type ThemeState } from '../tables.ts'
import { stateOf } from './theme-state.rules.ts'

export type HistoryChange = {
	number: number
	themeId: string
	deed: ThemeDeed
	before: ThemeState | null
	after: ThemeState | null
}

/** What was done in one go. Its number is that of its last change. */
export type HistoryStep = {
	stepId: string
	number: number
	at: Date
	/** Null: a file, or the software itself. */
	coderName: string | null
	isUndone: boolean
	changes: HistoryChange[]
}

/** Newest first. `labels` names every theme the steps speak of, also deleted ones. */
export async function findHistory(
	db: MunicipalityDatabase,
	{ themeId, limit, offset = 0 }: { themeId?: string | undefined; limit: number; offset?: number },
): Promise<{ total: number; steps: HistoryStep[]; labels: Record<string, string> }> {
	const of = themeId ? sql`(theme_id = ${themeId} or after ->> 'toThemeId' = ${themeId})` : sql`true`
	const { rows: paged } = await db.execute<{ step_id: string; total: number }>(sql`
		select step_id, count(*) over ()::int as total from theme_change where ${of}
		group by step_id order by max(number) desc limit ${limit} offset ${offset}`)
	const ids = paged.map((row) => row.step_id)
	const changes = ids.length === 0 ? [] : await findChanges(db, inArray(themeChanges.stepId, ids))
	const steps = ids.map((stepId) => {
		const own = changes.filter((change) => change.stepId === stepId)
		const { changedAt, coderName, undoneAt } = own[0]!
		const kept = own.map(({ number, themeId: id, deed, before, after }) => ({
			number,
			themeId: id,
			deed,
			before,
			after,
		}))
		return { stepId, number: own.at(-1)!.number, at: changedAt, coderName, isUndone: undoneAt !== null, changes: kept }
	})
	return { total: paged[0]?.total ?? 0, steps, labels: await findLabels(db) }
}

function findChanges(db: MunicipalityDatabase, where: SQL) {
	return db
		.select({
			number: themeChanges.number,
			stepId: themeChanges.stepId,
			themeId: themeChanges.themeId,
			deed: themeChanges.deed,
			before: themeChanges.before,
			after: themeChanges.after,
			changedAt: themeChanges.changedAt,
			undoneAt: themeChanges.undoneAt,
			coderName: coders.name,
		})
		.from(themeChanges)
		.leftJoin(coders, eq(coders.id, themeChanges.coderId))
		.where(where)
		.orderBy(asc(themeChanges.number))
}

/** What themes are called today, or were last. */
async function findLabels(db: MunicipalityDatabase): Promise<Record<string, string>> {
	const gone = await db
		.select({ id: themeChanges.themeId, before: themeChanges.before, after: themeChanges.after })
		.from(themeChanges)
		.where(inArray(themeChanges.deed, ['added', 'imported', 'split', 'deleted']))
		.orderBy(asc(themeChanges.number))
	const here = await db.select({ id: themes.id, label: themes.label }).from(themes)
	return {
		...Object.fromEntries(gone.flatMap(({ id, before, after }) => named(id, before?.label ?? after?.label))),
		...Object.fromEntries(here.map(({ id, label }) => [id, label])),
	}
}

function named(id: string, label: string | undefined): [string, string][] {
	return label === undefined ? [] : [[id, label]]
}

export type PastTheme = ThemeState & { id: string }

/**
 * The codebook as it stood after change `number` (0: before the first), by undoing on paper what was done since and is in
 * force; and which theme the codings carried then that carry another now.
 */
export async function codebookAt(
	db: MunicipalityDatabase,
	number: number,
): Promise<{ themes: Map<string, PastTheme>; themeOfCoding: Map<string, string>; doubles: Set<string> }> {
	const now = await db.select().from(themes)
	const past = new Map<string, PastTheme>(now.map((theme) => [theme.id, { ...stateOf(theme), id: theme.id }]))
	const themeOfCoding = new Map<string, string>()
	const doubles = new Set<string>()
	const since = await db
		.select()
		.from(themeChanges)
		.where(and(gt(themeChanges.number, number), isNull(themeChanges.undoneAt)))
		.orderBy(desc(themeChanges.number))
	for (const { themeId, before, after } of since) {
		if (before === null) past.delete(themeId)
		else past.set(themeId, { ...past.get(themeId), ...before, id: themeId })
		for (const id of after?.codingIds ?? []) themeOfCoding.set(id, themeId)
		for (const id of after?.doubleIds ?? []) doubles.add(id)
	}
	return { themes: past, themeOfCoding, doubles }
}
