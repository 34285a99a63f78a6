/** Takes a step of the codebook back, or does it again, as long as nothing done since stands against it. */
import { asc, eq, sql, type SQL } from 'drizzle-orm'
import { announce } from '#platform/announcements.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { codingAllows } from '#listening/speaker-allows.ts'
import { themeChanges, themes, type ThemeState } from '../tables.ts'
import { isWithin } from './codebook.rules.ts'
import { sameLabel, type ThemeRow } from './create-theme.ts'
import { refuseCarried } from './delete-theme.ts'
import { inTurn } from './note-theme-change.ts'
import { refuseContradicted } from './refuse-contradicted.ts'
import { standAt } from './stand-at.ts'
import { STATE_FIELDS } from './theme-state.rules.ts'

declare module '#platform/announcements.ts' {
	interface Announcements {
		/** A merge or split of the codebook was taken back. */
		'codebook-step-undone': { stepId: string }
		/** … or done again: who gathered the first of these themes gathers the second as well. */
		'codebook-step-redone': { stepId: string; gathered: { fromThemeId: string; toThemeId: string }[] }
	}
}

export type ThemeChange = typeof themeChanges.$inferSelect

type StepDeed = { stepId: string; at?: Date }

/**
 * @throws {Problem} `codebook-step-unknown`, `codebook-step-undone` when it is taken back already, `codebook-step-built-on`
 * with the number of the later step, `theme-label-taken`, `theme-carried` when the theme it added is in use
 */
export async function undoStep(db: MunicipalityDatabase, { stepId, at = new Date() }: StepDeed) {
	const changes = await findStep(db, stepId)
	if (changes[0]!.undoneAt) throw new Problem('conflict', 'codebook-step-undone')
	await refuseContradicted(db, changes, 'undo')
	await announce(db, 'codebook-step-undone', { stepId })
	for (const change of changes.toReversed()) {
		await carryBack(db, change)
		await become(db, change.themeId, change.after, change.before)
	}
	await db.update(themeChanges).set({ undoneAt: at }).where(eq(themeChanges.stepId, stepId))
}

/** @throws {Problem} as `undoStep`; `codebook-step-standing` when it is in force */
export async function redoStep(db: MunicipalityDatabase, { stepId, at = new Date() }: StepDeed) {
	const changes = await findStep(db, stepId)
	if (!changes[0]!.undoneAt) throw new Problem('conflict', 'codebook-step-standing')
	await refuseContradicted(db, changes, 'redo')
	for (const change of changes) {
		await become(db, change.themeId, change.before, change.after)
		await carryAgain(db, change, at)
	}
	await db.update(themeChanges).set({ undoneAt: null }).where(eq(themeChanges.stepId, stepId))
	const made = new Set(changes.filter(({ before }) => before === null).map(({ themeId }) => themeId))
	const gathered = changes.flatMap(({ themeId: fromThemeId, deed, after }) => {
		const toThemeId = after?.toThemeId
		return toThemeId && (deed === 'merged' || made.has(toThemeId)) ? [{ fromThemeId, toThemeId }] : []
	})
	await announce(db, 'codebook-step-redone', { stepId, gathered })
}

async function findStep(db: MunicipalityDatabase, stepId: string): Promise<ThemeChange[]> {
	await inTurn(db)
	const changes = await db
		.select()
		.from(themeChanges)
		.where(eq(themeChanges.stepId, stepId))
		.orderBy(asc(themeChanges.number))
	if (changes.length === 0) throw new Problem('not-found', 'codebook-step-unknown')
	return changes
}

/** The theme leaves the one state and takes the other: null is not being there. */
async function become(db: MunicipalityDatabase, themeId: string, from: ThemeState | null, to: ThemeState | null) {
	if (to === null) {
		await refuseCarried(db, themeId)
		await db.delete(themes).where(eq(themes.id, themeId))
		return
	}
	const row = rowOf(to)
	const known = await db.select().from(themes).for('update')
	refusePlaceless(known, themeId, row)
	if (from === null) await db.insert(themes).values({ ...(row as ThemeRow), id: themeId })
	else if (Object.keys(row).length > 0) await db.update(themes).set(row).where(eq(themes.id, themeId))
	if (row.position === undefined && row.parentId === undefined) return
	const now = await db.select().from(themes)
	const { parentId, position } = now.find(({ id }) => id === themeId)!
	await standAt(db, now, { themeId, parentId, index: position })
}

function rowOf(state: ThemeState): Partial<ThemeRow> {
	const fields = STATE_FIELDS.filter((field) => field in state).map((field) => [field, state[field]])
	const archived = state.isArchived === undefined ? {} : { archivedAt: state.isArchived ? new Date() : null }
	return { ...Object.fromEntries(fields), ...archived }
}

function refusePlaceless(known: readonly ThemeRow[], themeId: string, { label, slug, parentId }: Partial<ThemeRow>) {
	const others = known.filter(({ id }) => id !== themeId)
	if (others.some((one) => (label && sameLabel(one.label, label)) || (slug && one.slug === slug)))
		throw new Problem('conflict', 'theme-label-taken')
	if (!parentId) return
	if (!others.some(({ id }) => id === parentId)) throw new Problem('conflict', 'theme-parent-gone')
	if (isWithin(known, parentId, themeId)) throw new Problem('conflict', 'theme-under-itself')
}

type Carried = { from: string; to: string; change: ThemeState; doubles: SQL }

async function carryBack(db: MunicipalityDatabase, { themeId, after }: ThemeChange) {
	if (!after?.toThemeId) return
	await carry(db, { from: after.toThemeId, to: themeId, change: after, doubles: sql`null` })
}

async function carryAgain(db: MunicipalityDatabase, { themeId, after }: ThemeChange, at: Date) {
	if (!after?.toThemeId) return
	await carry(db, { from: themeId, to: after.toThemeId, change: after, doubles: sql`${at.toISOString()}::timestamptz` })
}

/** Codings that somebody gave another theme since stay with that one; words taken back since do not come again. */
async function carry(db: MunicipalityDatabase, { from, to, change, doubles }: Carried) {
	const { codingIds = [], doubleIds = [], memoIds = [], summaryIds = [] } = change
	const among = (ids: string[]) => sql`id = any (${sql.param(ids)}::uuid[]) and theme_id = ${from}`
	await db.execute(sql`update coding set theme_id = ${to}, version = version + 1 where ${among(codingIds)}`)
	await db.execute(sql`
		update coding set removed_at = ${doubles}
		where id = any (${sql.param(doubleIds)}::uuid[]) and theme_id = ${to} and ${codingAllows('analyse')}`)
	await db.execute(sql`update memo set theme_id = ${to} where ${among(memoIds)}`)
	await db.execute(sql`update case_summary set theme_id = ${to} where ${among(summaryIds)}`)
}
