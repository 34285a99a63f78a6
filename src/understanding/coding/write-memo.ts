import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { mayDo } from '#people/rights.ts'
import type { Member } from '#people/request.ts'
import type { Secrets } from '#platform/secrets.ts'
import { coders, memos } from '../tables.ts'
import { isSealedMemo } from './memo-seal.ts'

/** What a memo is about: exactly one of them, by id. */
export type MemoSubject =
	| { codingId: string }
	| { themeId: string }
	| { voiceId: string }
	| { conversationId: string }
	| { roundId: string }

export type Memo = Omit<typeof memos.$inferSelect, 'municipalityId'>

/** In code points; a memo is a thought, not a chapter. */
export const LONGEST_MEMO = 10_000

export type WriteMemo = { id?: string | undefined; on: MemoSubject; text: string; coderId: string; at: Date }

/**
 * Writes an analyst's note; the same id by the same person twice is once.
 *
 * @throws {Problem} `memo-empty`, `memo-too-long`, `memo-subject-unknown`; `memo-exists` when the id is another note's
 */
export async function writeMemo(db: MunicipalityDatabase, { id, on, text, coderId, at }: WriteMemo): Promise<Memo> {
	const tidy = tidyMemo(text)
	const [known] = id ? await db.select().from(memos).where(eq(memos.id, id)) : []
	if (known?.coderId === coderId) return known
	const [written] = await db
		.insert(memos)
		.values({ id, ...on, text: tidy, coderId, createdAt: at })
		.onConflictDoNothing()
		.returning()
		.catch(refuseUnknownSubject)
	if (!written) throw new Problem('conflict', 'memo-exists')
	return written
}

/**
 * Whose notes somebody may change or delete: their own, and those of nobody in the team, which came with a file. Who
 * answers for the team may do it with everybody's.
 */
export function mayChangeMemo(writer: { accountId: string | null }, by: Pick<Member, 'accountId' | 'part'>): boolean {
	return writer.accountId === null || writer.accountId === by.accountId || mayDo(by.part, 'manage-team')
}

/** Puts a note right; it keeps its writer. @throws {Problem} those of `writeMemo`; `memo-unknown`, `memo-not-yours` */
export async function changeMemo(
	db: MunicipalityDatabase,
	{ memoId, text, by, at }: { memoId: string; text: string; by: Pick<Member, 'accountId' | 'part'>; at: Date },
): Promise<Memo> {
	await requireOwnMemo(db, memoId, by)
	const [changed] = await db
		.update(memos)
		.set({ text: tidyMemo(text), changedAt: at })
		.where(eq(memos.id, memoId))
		.returning()
	if (!changed) throw new Problem('not-found', 'memo-unknown')
	return changed
}

/**
 * Deletes a note for good and returns it, so that whoever did it by mistake can bring it back. Twice is once.
 *
 * @throws {Problem} `memo-not-yours`
 */
export async function removeMemo(
	db: MunicipalityDatabase,
	{ memoId, by }: { memoId: string; by: Pick<Member, 'accountId' | 'part'> },
): Promise<Memo | undefined> {
	await requireOwnMemo(db, memoId, by)
	const [removed] = await db.delete(memos).where(eq(memos.id, memoId)).returning()
	return removed
}

/**
 * Writes a deleted note again as it was; its seal shows that it is one. Twice is once.
 *
 * @throws {Problem} those of `writeMemo`; `memo-unknown` when nobody deleted such a note, with these words by this person;
 * `memo-not-yours` when it is of somebody whose notes one may not change
 */
export async function bringBackMemo(db: MunicipalityDatabase, { memo, seal, key, by }: BringBackMemo): Promise<Memo> {
	if (!isSealedMemo(key, memo, seal)) throw new Problem('not-found', 'memo-unknown')
	const [writer] = await db.select({ accountId: coders.accountId }).from(coders).where(eq(coders.id, memo.coderId))
	if (!writer) throw new Problem('not-found', 'memo-unknown')
	if (!mayChangeMemo(writer, by)) throw new Problem('not-allowed', 'memo-not-yours')
	return writeMemo(db, memo)
}

type BringBackMemo = {
	memo: WriteMemo
	/** From `sealMemo`, when it was deleted. */
	seal: string
	key: Pick<Secrets, 'sessionKey'>
	by: Pick<Member, 'accountId' | 'part'>
}

/** A note as `writeMemo` takes it. */
export function givenMemo({ id, codingId, themeId, voiceId, conversationId, roundId, ...memo }: Memo): WriteMemo {
	const on = codingId
		? { codingId }
		: themeId
			? { themeId }
			: voiceId
				? { voiceId }
				: roundId
					? { roundId }
					: { conversationId: conversationId! }
	return { id, on, text: memo.text, coderId: memo.coderId, at: new Date(memo.createdAt) }
}

async function requireOwnMemo(db: MunicipalityDatabase, memoId: string, by: Pick<Member, 'accountId' | 'part'>) {
	const [writer] = await db
		.select({ accountId: coders.accountId })
		.from(memos)
		.innerJoin(coders, eq(coders.id, memos.coderId))
		.where(eq(memos.id, memoId))
	if (writer && !mayChangeMemo(writer, by)) throw new Problem('not-allowed', 'memo-not-yours')
}

function tidyMemo(text: string): string {
	const tidy = text.replaceAll('\r\n', '\n').trim()
	if (tidy === '') throw new Problem('invalid', 'memo-empty')
	if (tidy.length > LONGEST_MEMO) throw new Problem('invalid', 'memo-too-long', { limit: LONGEST_MEMO })
	return tidy
}

function refuseUnknownSubject(error: unknown): never {
	const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined
	// 23503: the row it cites is not there.
	if (cause?.code !== '23503') throw error
	throw new Problem('not-found', 'memo-subject-unknown')
}
