/** Many codings at once: from a file, from a package, from categories a table brought along. */
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { findPassages, type Place } from './find-passages.ts'
import { codings, memos, type Stance } from '../tables.ts'

export type GivenCoding = Place & {
	id?: string
	themeId: string
	coderId: string
	stance?: Stance
	intensity?: number
	isGoodQuote?: boolean
	isSensitive?: boolean
	/** An analyst's note, by the same coder. */
	memo?: string
}

/** Rows per statement: PostgreSQL takes at most 65,535 values in one. */
const BATCH = 1_000

/**
 * Records codings as they are given; archived themes are allowed, for a file tells how it was.
 *
 * @returns the ids in the order given; calls `onProgress` with how many are done
 * @throws {Problem} those of `findPassages`, with the number inside its batch of 1,000
 */
export async function recordCodings(
	db: MunicipalityDatabase,
	{ codings: given, at, onProgress }: { codings: GivenCoding[]; at: Date; onProgress?: (done: number) => void },
): Promise<string[]> {
	const ids: string[] = []
	for (let from = 0; from < given.length; from += BATCH) {
		const batch = given.slice(from, from + BATCH)
		const passages = await findPassages(db, batch)
		const rows = batch.map(({ memo: _memo, ...coding }, n) => ({ ...coding, ...passages[n]!, createdAt: at }))
		const recorded = await db.insert(codings).values(rows).returning({ id: codings.id })
		const noted = batch.flatMap(({ memo, coderId }, n) =>
			memo ? [{ codingId: recorded[n]!.id, coderId, text: memo, createdAt: at }] : [],
		)
		if (noted.length > 0) await db.insert(memos).values(noted)
		ids.push(...recorded.map(({ id }) => id))
		onProgress?.(ids.length)
	}
	return ids
}
