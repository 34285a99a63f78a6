import { randomUUID } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { announce } from '#platform/announcements.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { suggestions } from '../suggesting.tables.ts'
import { themes } from '../tables.ts'
import { bySiblingOrder, isWithin } from './codebook.rules.ts'
import { carryCodings, carryNotes, type Double } from './carry-codings.ts'
import { noteThemeChanges, type NotedChange, type Step } from './note-theme-change.ts'
import type { ThemeRow } from './create-theme.ts'
import { differenceOf, mergedWording, stateOf } from './theme-state.rules.ts'

declare module '#platform/announcements.ts' {
	interface Announcements {
		/** What carried the sources carries the target now. `doubles`: codings that became one. */
		'themes-merged': { stepId: string; sourceIds: string[]; targetId: string; doubles: Double[] }
	}
}

export type MergeThemes = { sourceIds: string[]; targetId: string } & Step

/**
 * Several themes become one: codings, memos, summaries and sub-themes go to the target, keywords are joined, and fields the
 * target leaves empty are filled. The sources are archived. What was coded blind for a sample stays as it was coded.
 *
 * @returns the step's id, by which it is undone
 * @throws {Problem} `themes-to-merge-missing`, `theme-unknown`, `theme-archived` when the target is out of use,
 * `theme-into-its-own` when the target stands under a source
 */
export async function mergeThemes(
	db: MunicipalityDatabase,
	{ sourceIds, targetId, ...step }: MergeThemes,
): Promise<string> {
	const { at = new Date(), stepId = randomUUID(), by } = step
	const known = await db.select().from(themes).for('update')
	const { target, sources } = requireMergeable(known, sourceIds, targetId)

	const changes: NotedChange[] = [...(await rehang(db, known, sources, target))]
	const doubles: Double[] = []
	for (const source of sources) {
		const carried = await carryCodings(db, { fromId: source.id, toId: targetId, at })
		const notes = await carryNotes(db, { fromId: source.id, toId: targetId })
		doubles.push(...carried.doubles)
		const doubleIds = carried.doubles.map(({ fromId }) => fromId)
		changes.push({
			themeId: source.id,
			deed: 'merged',
			before: { isArchived: source.archivedAt !== null },
			after: { isArchived: true, toThemeId: targetId, codingIds: carried.codingIds, doubleIds, ...notes },
		})
	}
	const ids = sources.map(({ id }) => id)
	await db.update(themes).set({ archivedAt: at }).where(inArray(themes.id, ids))
	await db.delete(suggestions).where(and(inArray(suggestions.themeId, ids), eq(suggestions.state, 'open')))
	const wording = mergedWording(target, sources)
	if (Object.keys(wording).length > 0) {
		await db.update(themes).set(wording).where(eq(themes.id, targetId))
		const change = differenceOf(stateOf(target), { ...stateOf(target), ...wording })
		changes.push({ themeId: targetId, deed: 'merged', ...change })
	}
	await noteThemeChanges(db, changes, { by: by ?? null, at, stepId })
	await announce(db, 'themes-merged', { stepId, sourceIds: ids, targetId, doubles })
	return stepId
}

/** The rules of a merge, for its preview as well. */
export function requireMergeable(known: readonly ThemeRow[], sourceIds: readonly string[], targetId: string) {
	const target = known.find(({ id }) => id === targetId)
	const wanted = new Set(sourceIds.filter((id) => id !== targetId))
	const sources = known.filter(({ id }) => wanted.has(id))
	if (!target || sources.length !== wanted.size) throw new Problem('not-found', 'theme-unknown')
	if (sources.length === 0) throw new Problem('invalid', 'themes-to-merge-missing')
	if (target.archivedAt) throw new Problem('conflict', 'theme-archived')
	if (sources.some(({ id }) => isWithin(known, targetId, id))) throw new Problem('invalid', 'theme-into-its-own')
	return { target, sources }
}

/** Sub-themes of the sources stand under the target from now on, after those it has. */
async function rehang(
	db: MunicipalityDatabase,
	known: ThemeRow[],
	sources: ThemeRow[],
	target: ThemeRow,
): Promise<NotedChange[]> {
	const gone = new Set(sources.map(({ id }) => id))
	let position = Math.max(-1, ...known.filter(({ parentId }) => parentId === target.id).map((one) => one.position))
	const changes: NotedChange[] = []
	for (const theme of known
		.filter(({ id, parentId }) => parentId && gone.has(parentId) && !gone.has(id))
		.toSorted(bySiblingOrder)) {
		const place = { parentId: target.id, position: ++position }
		await db.update(themes).set(place).where(eq(themes.id, theme.id))
		changes.push({ themeId: theme.id, deed: 'moved', ...differenceOf(stateOf(theme), { ...stateOf(theme), ...place }) })
	}
	return changes
}
