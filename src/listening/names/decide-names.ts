/** What a person decides about places that may give somebody away. Nothing in the text changes yet: see `finishNames`. */
import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { nameFindings } from '../names.tables.ts'
import { checkedReplacement } from './name-words.rules.ts'
import { endingOf, withoutEnding } from './number-names.rules.ts'
import { refuseMeanwhile, refuseUndoMeanwhile } from './refuse-meanwhile.ts'

export type FindingState = 'open' | 'replaced' | 'kept'

export type NameDecision = {
	transcriptId: string
	findingIds: readonly string[]
	state: FindingState
	/** Else the one suggested. Each place keeps its own case ending behind it. */
	replacement?: string | undefined
	/** For every place with the same name as well. */
	everywhere?: boolean | undefined
	/** When whoever decides last saw these places; without it nobody is asked. */
	seenAt?: Date | undefined
	/** Account id. */
	by: string | null
	at: Date
}

export type Finding = Omit<
	typeof nameFindings.$inferSelect,
	'municipalityId' | 'transcriptId' | 'decidedBy' | 'decidedAt'
>

/** As they were and as they are now, for undo. */
export type NamesChanged = { before: Finding[]; after: Finding[] }

export const FINDING_COLUMNS = {
	id: nameFindings.id,
	start: nameFindings.start,
	end: nameFindings.end,
	kind: nameFindings.kind,
	name: nameFindings.name,
	replacement: nameFindings.replacement,
	certainty: nameFindings.certainty,
	state: nameFindings.state,
}

/** @throws {Problem} `names-moved` when a finding is not there any more; `replacement-empty`, `replacement-unusable`; what `refuseMeanwhile` refuses */
export async function decideNames(
	db: MunicipalityDatabase,
	{ transcriptId, findingIds, state, replacement, everywhere = false, seenAt, by, at }: NameDecision,
): Promise<NamesChanged> {
	const asked = await findThese(db, transcriptId, findingIds)
	const words = replacement === undefined ? undefined : withoutEnding(checkedReplacement(replacement))
	const names = [...new Map(asked.map(({ kind, name }) => [`${kind} ${name}`, { kind, name }])).values()]
	const same = names.map(({ kind, name }) => and(eq(nameFindings.kind, kind), eq(nameFindings.name, name)))
	const before = everywhere
		? await db
				.select(FINDING_COLUMNS)
				.from(nameFindings)
				.where(and(eq(nameFindings.transcriptId, transcriptId), or(...same)))
				.for('update')
		: asked
	const after = before.map((one) => ({
		...one,
		state,
		replacement: words === undefined ? one.replacement : words + endingOf(one.replacement),
	}))
	await refuseMeanwhile(db, { wished: after, seenAt, by })
	const isOpen = state === 'open'
	await db.execute(sql`
		update ${nameFindings} set state = ${state}, decided_by = ${isOpen ? null : by}, decided_at = ${isOpen ? null : at},
			replacement = decided.replacement
		from jsonb_to_recordset(${JSON.stringify(after)}::jsonb) as decided(id uuid, replacement text)
		where ${nameFindings.id} = decided.id`)
	return { before, after }
}

async function findThese(db: MunicipalityDatabase, transcriptId: string, ids: readonly string[]): Promise<Finding[]> {
	const wanted = [...new Set(ids)]
	const found = wanted.every(isUuid)
		? await db
				.select(FINDING_COLUMNS)
				.from(nameFindings)
				.where(and(eq(nameFindings.transcriptId, transcriptId), inArray(nameFindings.id, wanted)))
				.for('update')
		: []
	if (found.length === 0 || found.length < wanted.length) throw new Problem('conflict', 'names-moved')
	return found
}

/**
 * Puts findings back as they were before a change at the desk: those that came with it go.
 *
 * @throws {Problem} `names-moved`; what `refuseUndoMeanwhile` refuses
 */
export async function undoNames(
	db: MunicipalityDatabase,
	{ transcriptId, before, after, by, at }: NamesChanged & { transcriptId: string; by: string | null; at: Date },
): Promise<NamesChanged> {
	await findThese(
		db,
		transcriptId,
		after.map(({ id }) => id),
	)
	await refuseUndoMeanwhile(db, { after, by })
	await db.delete(nameFindings).where(
		inArray(
			nameFindings.id,
			after.map(({ id }) => id),
		),
	)
	if (before.length === 0) return { before: after, after: [] }
	const put = before.map((one) => ({
		...one,
		transcriptId,
		decidedBy: one.state === 'open' ? null : by,
		decidedAt: one.state === 'open' ? null : at,
	}))
	await db.insert(nameFindings).values(put)
	return { before: after, after: before }
}

/** These places and all others with their names, as they are now: after somebody else's decision. @throws {Problem} `names-moved` */
export async function lookAgain(
	db: MunicipalityDatabase,
	{ transcriptId, findingIds }: Pick<NameDecision, 'transcriptId' | 'findingIds'>,
): Promise<NamesChanged> {
	const asked = await findThese(db, transcriptId, findingIds)
	const same = asked.map(({ kind, name }) => and(eq(nameFindings.kind, kind), eq(nameFindings.name, name)))
	const now = await db
		.select(FINDING_COLUMNS)
		.from(nameFindings)
		.where(and(eq(nameFindings.transcriptId, transcriptId), or(...same)))
	return { before: now, after: now }
}

/** How far somebody has come: places decided, and all of them. */
export async function countNames(
	db: MunicipalityDatabase,
	transcriptId: string,
): Promise<{ decided: number; all: number }> {
	const [counted] = await db
		.select({
			all: sql<number>`count(*)::int`,
			decided: sql<number>`(count(*) filter (where ${nameFindings.state} <> 'open'))::int`,
		})
		.from(nameFindings)
		.where(eq(nameFindings.transcriptId, transcriptId))
	return counted!
}
