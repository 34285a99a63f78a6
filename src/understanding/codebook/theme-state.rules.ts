/** What the history says of a theme: how it stood, and what differs between two times. */
import type { themes, ThemeState } from '../tables.ts'

type ThemeRow = typeof themes.$inferSelect

export const STATE_FIELDS = [
	'label',
	'slug',
	'definition',
	'anchorExample',
	'anchorPassageId',
	'codingRule',
	'include',
	'exclude',
	'keywords',
	'colour',
	'parentId',
	'position',
] as const satisfies (keyof ThemeState)[]

export type StateField = (typeof STATE_FIELDS)[number] | 'isArchived'

/** How a theme stands, whole. */
export function stateOf({
	id: _id,
	municipalityId: _town,
	archivedAt,
	...theme
}: Partial<typeof themes.$inferSelect>): ThemeState {
	return { ...theme, ...(archivedAt === undefined ? {} : { isArchived: archivedAt !== null }) }
}

/** The fields both name and that differ, as they were and as they are; both empty when nothing does. */
export function differenceOf(one: ThemeState, other: ThemeState): { before: ThemeState; after: ThemeState } {
	const fields = [...STATE_FIELDS, 'isArchived' as const].filter(
		(field) => field in one && field in other && !isSame(one[field], other[field]),
	)
	const only = (state: ThemeState): ThemeState => Object.fromEntries(fields.map((field) => [field, state[field]]))
	return { before: only(one), after: only(other) }
}

export function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}

const FILLED = ['definition', 'codingRule', 'include', 'exclude'] as const

/** What the target of a merge takes from the others: their keywords, and what it leaves empty itself. */
export function mergedWording(target: ThemeRow, sources: readonly ThemeRow[]): Partial<ThemeRow> {
	const keywords = [...new Set([...target.keywords, ...sources.flatMap((source) => source.keywords)])]
	const filled = FILLED.flatMap((field) => {
		const found = target[field] === '' ? sources.find((source) => source[field] !== '') : undefined
		return found ? [[field, found[field]]] : []
	})
	const hasAnchor = (theme: ThemeRow) => theme.anchorExample !== '' || theme.anchorPassageId !== null
	const anchored = hasAnchor(target) ? undefined : sources.find(hasAnchor)
	return {
		...Object.fromEntries(filled),
		...(keywords.length > target.keywords.length ? { keywords } : {}),
		...(anchored && { anchorExample: anchored.anchorExample, anchorPassageId: anchored.anchorPassageId }),
	}
}
