import { and, asc, gt, isNull, ne } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { themeChanges, themes, type ThemeState } from '../tables.ts'
import { isSame, STATE_FIELDS, stateOf, type StateField } from './theme-state.rules.ts'
import type { ThemeChange } from './undo-step.ts'

/** Places shift with every neighbour, and an anchor goes with the words of its speaker: neither stands against anything. */
const LOOSE: readonly StateField[] = ['position', 'anchorPassageId']
const COMPARED: readonly StateField[] = [...STATE_FIELDS, 'isArchived' as const].filter(
	(field) => !LOOSE.includes(field),
)

/**
 * Refuses to undo (or redo) a step when themes do not stand any more as it left (or found) them.
 *
 * @throws {Problem} `codebook-step-built-on` with the `number` of the later step that must be taken back first;
 * `codebook-step-overtaken` when none can be named
 */
export async function refuseContradicted(
	db: MunicipalityDatabase,
	changes: readonly ThemeChange[],
	direction: 'undo' | 'redo',
) {
	const now = new Map((await db.select().from(themes)).map((theme) => [theme.id, stateOf(theme)]))
	const [first] = changes
	const later = await db
		.select()
		.from(themeChanges)
		.where(
			and(
				gt(themeChanges.number, first!.number),
				isNull(themeChanges.undoneAt),
				ne(themeChanges.stepId, first!.stepId),
			),
		)
		.orderBy(asc(themeChanges.number))
	for (const change of lastOfEach(changes, direction)) {
		const expected = direction === 'undo' ? change.after : change.before
		const fields = fieldsAgainst(now.get(change.themeId) ?? null, expected)
		const against = later.findLast((one) => touches(one, change, fields))
		if (against) throw new Problem('conflict', 'codebook-step-built-on', { number: numberOf(later, against.stepId) })
		if (fields.length > 0) throw new Problem('conflict', 'codebook-step-overtaken')
	}
}

/** The number the history shows for a step: that of its last change. */
function numberOf(later: readonly ThemeChange[], stepId: string): number {
	return later.findLast((one) => one.stepId === stepId)!.number
}

/** Of several changes of one theme in a step, the one that met the world: its last on the way out, its first on the way in. */
function lastOfEach(changes: readonly ThemeChange[], direction: 'undo' | 'redo'): ThemeChange[] {
	const inOrder = direction === 'undo' ? changes : changes.toReversed()
	return [...new Map(inOrder.map((change) => [change.themeId, change])).values()]
}

/** What differs between how a theme stands and how it should; being there at all counts as its name. */
function fieldsAgainst(now: ThemeState | null, expected: ThemeState | null): StateField[] {
	if (now === null || expected === null) return now === expected ? [] : ['label']
	return COMPARED.filter((field) => field in expected && !isSame(now[field], expected[field]))
}

function touches(later: ThemeChange, change: ThemeChange, fields: readonly StateField[]): boolean {
	const carried = new Set(change.after?.codingIds)
	if (later.after?.codingIds?.some((id) => carried.has(id))) return true
	if (later.themeId !== change.themeId || fields.length === 0) return false
	if (!later.before || !later.after) return true
	return fields.some((field) => field in later.after!)
}
