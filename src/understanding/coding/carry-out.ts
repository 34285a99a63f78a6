/** The one way codings change: what is wanted of them, checked against what stands, all of it or nothing. */
import { asc, eq, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { plannedOnce } from '#platform/database/planned-once.ts'
import { Problem } from '#platform/problem.ts'
import { announce } from '#platform/announcements.ts'
import { announceFlagged } from './announce-flagged.ts'
import type { Coding } from './code-passage.ts'
import { isWhole, sameThingsOf, standsAs, stateOf, type CodingState, type DeedPart } from './deeds.rules.ts'
import { findPassages, type Passage } from './find-passages.ts'
import { findTwins } from './find-twins.ts'
import { recordCodings } from './record-codings.ts'
import { coders, codings, themes } from '../tables.ts'

declare module '#platform/announcements.ts' {
	interface Announcements {
		/** These codings span other words of the same contribution now. */
		'passages-resized': { codings: { id: string; quote: string }[] }
	}
}

export type CarryOut = {
	/** Where codings are added that are not there yet. */
	transcriptId: string
	parts: readonly DeedPart[]
	/** Who changes; codings that are added are theirs. */
	coderId: string | null
	/** By coding id: the version somebody has seen and changes whatever it says, instead of `before`. */
	seen?: Readonly<Record<string, number>> | undefined
	at: Date
}

type Move = { part: DeedPart; row: Coding; next: CodingState; passage: Passage | Coding; removedAt: Date | null }

/**
 * Makes codings what each part says, if they stand as it says they stood.
 *
 * What already is as wanted stays. Returns the codings as they stand now, those taken back among them, and `done`: the
 * parts that made a difference, with everything they replaced.
 *
 * @throws {Problem} `coding-changed` when somebody else has changed one since, with both versions; `coding-unknown`,
 * `coding-exists`, `theme-unknown`, `theme-archived`, `intensity-unknown`, `passage-outside-turn` when a border leaves its
 * contribution, and those of `findPassages`
 */
export async function carryOut(
	db: MunicipalityDatabase,
	{ transcriptId, parts, coderId, seen = {}, at }: CarryOut,
): Promise<{ codings: Coding[]; done: DeedPart[] }> {
	const ids = parts.map(({ codingId }) => codingId)
	const ofParts = sql`${codings.id} = any(${sql.param(ids)}::uuid[])`
	const standing = await plannedOnce(
		db,
		db.select().from(codings).where(ofParts).orderBy(asc(codings.id)).for('update'),
	)
	const rowById = new Map(standing.map(({ municipalityId: _, ...row }) => [row.id, row]))
	await refuseCollisions(db, parts, rowById, seen)
	const wanted = parts.filter(({ codingId, after }) => !standsAs(liveState(rowById.get(codingId)), after))
	await requireThemes(db, wanted, rowById)

	const moves = await planMoves(db, wanted, rowById, at)
	await refuseTwins(db, moves)
	await write(db, moves, coderId)
	const missing = wanted.filter(({ codingId }) => !rowById.has(codingId))
	const added = await addMissing(db, { parts: missing, transcriptId, coderId, at })
	await tell(db, moves)
	const done = wanted.map(({ codingId, after }) => {
		const row = rowById.get(codingId)
		const state = liveState(row)
		if (state === null) return { codingId, before: null, after: row && after ? { ...stateOf(row), ...after } : after }
		return { codingId, before: after ? sameThingsOf(state, after) : state, after }
	})
	const isAllNew = standing.length === 0
	const now = isAllNew ? added : await plannedOnce(db, db.select().from(codings).where(ofParts))
	return { codings: now, done }
}

function liveState(row: Coding | undefined): CodingState | null {
	return row && !row.removedAt ? stateOf(row) : null
}

async function refuseCollisions(
	db: MunicipalityDatabase,
	parts: readonly DeedPart[],
	rowById: ReadonlyMap<string, Coding>,
	seen: Readonly<Record<string, number>>,
) {
	const collided = parts.filter(({ codingId, before, after }) => {
		const row = rowById.get(codingId)
		const state = liveState(row)
		const known = seen[codingId]
		if (standsAs(state, after)) return known !== undefined && row?.version !== known && after !== null
		return known === undefined ? !standsAs(state, before) : row?.version !== known
	})
	if (collided.length === 0) return
	const versions = await Promise.all(
		collided.map(async ({ codingId, after }) => {
			const row = rowById.get(codingId)
			const [who] = row?.changedBy
				? await db.select({ name: coders.name }).from(coders).where(eq(coders.id, row.changedBy))
				: []
			const theirs = row && { ...liveState(row), version: row.version, isRemoved: row.removedAt !== null }
			return { codingId, yours: after, theirs: theirs ?? null, changedBy: who?.name ?? null }
		}),
	)
	if (versions.every(({ theirs }) => theirs === null)) throw new Problem('not-found', 'coding-unknown')
	throw new Problem('conflict', 'coding-changed', { count: versions.length }, { versions })
}

async function requireThemes(
	db: MunicipalityDatabase,
	parts: readonly DeedPart[],
	rowById: ReadonlyMap<string, Coding>,
) {
	const wanted = new Set<string>()
	for (const { codingId, after } of parts) {
		if (after?.intensity !== undefined && ![1, 2, 3].includes(after.intensity))
			throw new Problem('invalid', 'intensity-unknown')
		if (after?.themeId && after.themeId !== rowById.get(codingId)?.themeId) wanted.add(after.themeId)
	}
	if (wanted.size === 0) return
	const ofParts = sql`${themes.id} = any(${sql.param([...wanted])}::uuid[])`
	const known = await plannedOnce(db, db.select({ archivedAt: themes.archivedAt }).from(themes).where(ofParts))
	if (known.length < wanted.size) throw new Problem('not-found', 'theme-unknown')
	if (known.some(({ archivedAt }) => archivedAt)) throw new Problem('conflict', 'theme-archived')
}

/** Rows that are there and shall say something else, be taken back or come again. */
async function planMoves(
	db: MunicipalityDatabase,
	parts: readonly DeedPart[],
	rowById: ReadonlyMap<string, Coding>,
	at: Date,
): Promise<Move[]> {
	const moves = parts.flatMap((part): Move[] => {
		const row = rowById.get(part.codingId)
		if (!row) return []
		const next = { ...stateOf(row), ...part.after }
		return [{ part, row, next, passage: row, removedAt: part.after === null ? at : null }]
	})
	// Those that come again, and those whose borders move, must lie where one may code today.
	const placed = moves.filter(
		({ row, next, removedAt }) =>
			removedAt === null && (row.removedAt !== null || row.start !== next.start || row.end !== next.end),
	)
	const places = placed.map(({ row, next }) => ({ transcriptId: row.transcriptId, start: next.start, end: next.end }))
	const passages = places.length > 0 ? await findPassages(db, places) : []
	for (const [n, move] of placed.entries()) {
		if (passages[n]!.voiceId !== move.row.voiceId)
			throw new Problem('invalid', 'passage-outside-turn', { number: n + 1 })
		move.passage = passages[n]!
	}
	return moves
}

async function refuseTwins(db: MunicipalityDatabase, moves: readonly Move[]) {
	const places = moves
		.filter(({ removedAt, row, next }) => removedAt === null && (row.removedAt || placeOf(row) !== placeOf(next)))
		.map(({ row, next }) => ({ ...row, ...next }))
	const twins = await findTwins(db, places)
	const ids = new Set(moves.map(({ row }) => row.id))
	if ([...twins.values()].some((id) => !ids.has(id))) throw new Problem('conflict', 'coding-exists')
}

function placeOf({ start, end, themeId }: CodingState): string {
	return [start, end, themeId].join(' ')
}

async function write(db: MunicipalityDatabase, moves: readonly Move[], coderId: string | null) {
	if (moves.length === 0) return
	const rows = JSON.stringify(
		moves.map(({ row, next, passage: { quote, prefix, suffix }, removedAt }) => ({
			...next,
			id: row.id,
			quote,
			prefix,
			suffix,
			removedAt,
		})),
	)
	await db.execute(sql`
		update coding set start = next.start, "end" = next."end", quote = next.quote, prefix = next.prefix,
			suffix = next.suffix, theme_id = next."themeId", stance = next.stance, intensity = next.intensity,
			is_good_quote = next."isGoodQuote", is_sensitive = next."isSensitive",
			special_category = next."specialCategory", removed_at = next."removedAt", changed_by = ${coderId}::uuid
		from jsonb_to_recordset(${rows}::jsonb) as next(id uuid, start int, "end" int, quote text, prefix text, suffix text,
			"themeId" uuid, stance text, intensity int, "isGoodQuote" boolean, "isSensitive" boolean,
			"specialCategory" text, "removedAt" timestamptz)
		where coding.id = next.id`)
}

async function addMissing(
	db: MunicipalityDatabase,
	{ parts, transcriptId, coderId, at }: Omit<CarryOut, 'seen'>,
): Promise<Coding[]> {
	const missing = parts.filter(({ after }) => after !== null)
	if (missing.length === 0) return []
	const given = missing.map(({ codingId, after }) => {
		if (!isWhole(after) || coderId === null) throw new Problem('not-found', 'coding-unknown')
		return { ...after, id: codingId, transcriptId, coderId }
	})
	const { added, rows } = await recordCodings(db, { codings: given, at })
	if (added.length < given.length) throw new Problem('conflict', 'coding-exists')
	return rows
}

async function tell(db: MunicipalityDatabase, moves: readonly Move[]) {
	for (const { part, row, next } of moves) {
		if (part.after === null) continue
		const isNew = row.removedAt !== null || Boolean(part.after.isSensitive) || Boolean(part.after.specialCategory)
		const hasGrown = next.start < row.start || next.end > row.end
		if (isNew || hasGrown) await announceFlagged(db, { id: row.id, ...next })
	}
	const resized = moves.filter(({ row, passage }) => passage.quote !== row.quote)
	if (resized.length === 0) return
	await announce(db, 'passages-resized', {
		codings: resized.map(({ row, passage }) => ({ id: row.id, quote: passage.quote })),
	})
}
