/** Codings go from one theme to another: in a merge, in a split, and back when it is undone. */
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { caseSummaries, codings, memos } from '../tables.ts'

/** A coding that was taken back because the other theme had it already, by the same coder at the same place. */
export type Double = { fromId: string; toId: string }

export type Carried = { codingIds: string[]; doubles: Double[] }

/**
 * Carries codings over, all of them or `only` these; those taken back come along, so that the desk's undo finds them. Of two
 * that would be the same, the one already there stays, with the marks of both.
 */
export async function carryCodings(
	db: MunicipalityDatabase,
	{ fromId, toId, only, at }: { fromId: string; toId: string; only?: readonly string[] | undefined; at: Date },
): Promise<Carried> {
	const chosen = only ? sql`and own.id = any (${sql.param([...only])}::uuid[])` : sql``
	const { rows: doubles } = await db.execute<Double>(sql`
		select distinct on (own.id) own.id as "fromId", twin.id as "toId"
		from coding as own join coding as twin on twin.transcript_id = own.transcript_id and twin.start = own.start
			and twin."end" = own."end" and twin.coder_id = own.coder_id and twin.theme_id = ${toId}
		where own.theme_id = ${fromId} and own.removed_at is null and twin.removed_at is null ${chosen}`)
	if (doubles.length > 0) await joinDoubles(db, doubles, at)
	const { rows } = await db.execute<{ id: string }>(sql`
		update coding as own set theme_id = ${toId}, version = own.version + 1
		where own.theme_id = ${fromId} ${chosen} returning own.id`)
	return { codingIds: rows.map(({ id }) => id), doubles }
}

async function joinDoubles(db: MunicipalityDatabase, doubles: Double[], at: Date) {
	const pairs = JSON.stringify(doubles.map(({ fromId, toId }) => ({ from_id: fromId, to_id: toId })))
	await db.execute(sql`
		update coding as twin set version = twin.version + 1,
			is_good_quote = twin.is_good_quote or own.is_good_quote, is_sensitive = twin.is_sensitive or own.is_sensitive,
			special_category = coalesce(twin.special_category, own.special_category)
		from jsonb_to_recordset(${pairs}::jsonb) as pair(from_id uuid, to_id uuid) join coding as own on own.id = pair.from_id
		where twin.id = pair.to_id`)
	const ids = doubles.map(({ fromId }) => fromId)
	await db.update(codings).set({ removedAt: at }).where(inArray(codings.id, ids))
}

/** Memos on the theme, and its case summaries where the other has none in that conversation. The ids of what went. */
export async function carryNotes(
	db: MunicipalityDatabase,
	{ fromId, toId }: { fromId: string; toId: string },
): Promise<{ memoIds: string[]; summaryIds: string[] }> {
	const noted = await db
		.update(memos)
		.set({ themeId: toId })
		.where(eq(memos.themeId, fromId))
		.returning({ id: memos.id })
	const taken = db
		.select({ id: caseSummaries.conversationId })
		.from(caseSummaries)
		.where(eq(caseSummaries.themeId, toId))
	const summed = await db
		.update(caseSummaries)
		.set({ themeId: toId })
		.where(and(eq(caseSummaries.themeId, fromId), sql`${caseSummaries.conversationId} not in ${taken}`))
		.returning({ id: caseSummaries.id })
	return { memoIds: noted.map(({ id }) => id), summaryIds: summed.map(({ id }) => id) }
}
