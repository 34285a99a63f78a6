import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { memos } from '../tables.ts'

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

/** Writes an analyst's note; the same id by the same person twice is once. @throws {Problem} `memo-empty`, `memo-too-long`, `memo-subject-unknown` */
export async function writeMemo(
	db: MunicipalityDatabase,
	{ id, on, text, coderId, at }: { id?: string | undefined; on: MemoSubject; text: string; coderId: string; at: Date },
): Promise<Memo> {
	const tidy = tidyMemo(text)
	const [known] = id ? await db.select().from(memos).where(eq(memos.id, id)) : []
	if (known?.coderId === coderId) return known
	const [written] = await db
		.insert(memos)
		.values({ id, ...on, text: tidy, coderId, createdAt: at })
		.returning()
		.catch(refuseUnknownSubject)
	return written!
}

/** Anybody who codes may put a note right; it keeps its writer. @throws {Problem} those of `writeMemo`; `memo-unknown` */
export async function changeMemo(
	db: MunicipalityDatabase,
	{ memoId, text, at }: { memoId: string; text: string; at: Date },
): Promise<Memo> {
	const [changed] = await db
		.update(memos)
		.set({ text: tidyMemo(text), changedAt: at })
		.where(eq(memos.id, memoId))
		.returning()
	if (!changed) throw new Problem('not-found', 'memo-unknown')
	return changed
}

/** Deletes a note for good. Twice is once. */
export async function removeMemo(db: MunicipalityDatabase, { memoId }: { memoId: string }) {
	await db.delete(memos).where(eq(memos.id, memoId))
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
