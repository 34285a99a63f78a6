/** Many codings at once: from a file, from categories a table brought along, from the hits of a search. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { plannedOnce } from '#platform/database/planned-once.ts'
import { announceFlagged } from './announce-flagged.ts'
import type { Coding } from './code-passage.ts'
import { stateOf } from './deeds.rules.ts'
import { findPassages, type Passage, type Place } from './find-passages.ts'
import { findTwins, placeKey } from './find-twins.ts'
import { noteDeeds } from './note-deeds.ts'
import { codings, memos, type SpecialCategory, type Stance } from '../tables.ts'

export type GivenCoding = Place & {
	id?: string
	themeId: string
	coderId: string
	stance?: Stance
	intensity?: number
	isGoodQuote?: boolean
	isSensitive?: boolean
	specialCategory?: SpecialCategory | null
	/** When it was coded elsewhere; else now. */
	codedAt?: Date
	/** An analyst's note, by the same coder. */
	memo?: string
}

export type RecordCodings = {
	codings: GivenCoding[]
	at: Date
	/**
	 * Makes it one step of this person: `undoStep` takes all of it back, and it stands among their deeds at the desk of
	 * every transcript it reaches. Without it nobody can undo it as a whole (imports).
	 */
	step?: { id: string; coderId: string } | undefined
	onProgress?: (done: number) => void
}

/** Rows per statement: PostgreSQL takes at most 65,535 values in one. */
const BATCH = 1_000

/**
 * Records codings as they are given; archived themes are allowed, for a file tells how it was. Words that carry this
 * theme by this coder already are not coded twice.
 *
 * @returns `ids` in the order given, of those that stood already too; `added` are the new ones, `rows` as they stand
 * @throws {Problem} those of `findPassages`, with the number inside its batch of 1,000
 */
export async function recordCodings(
	db: MunicipalityDatabase,
	{ codings: given, at, step, onProgress }: RecordCodings,
): Promise<{ ids: string[]; added: string[]; rows: Coding[] }> {
	const ids: string[] = []
	const rows: Coding[] = []
	const added: string[] = []
	for (let from = 0; from < given.length; from += BATCH) {
		const batch = given.slice(from, from + BATCH)
		const [passages, known] = await Promise.all([findPassages(db, batch), findTwins(db, batch)])
		const fresh: Fresh[] = []
		for (const [n, coding] of batch.entries()) {
			const key = placeKey(coding)
			const id = known.get(key) ?? coding.id ?? crypto.randomUUID()
			ids.push(id)
			if (known.has(key)) continue
			known.set(key, id)
			fresh.push({ ...coding, id, passage: passages[n]! })
		}
		rows.push(...(await insertCodings(db, fresh, at)))
		if (step) await noteStep(db, fresh, { ...step, at })
		added.push(...fresh.map(({ id }) => id))
		onProgress?.(ids.length)
	}
	return { ids, added, rows }
}

type Fresh = GivenCoding & { id: string; passage: Passage }

async function insertCodings(db: MunicipalityDatabase, fresh: readonly Fresh[], at: Date): Promise<Coding[]> {
	if (fresh.length === 0) return []
	const rows = fresh.map(({ memo: _, passage, codedAt, ...coding }) => ({
		...coding,
		...passage,
		createdAt: codedAt ?? at,
		changedAt: sql`clock_timestamp()`,
	}))
	const insert = db.insert(codings).values(rows).returning()
	const standing = rows.length === 1 ? await plannedOnce(db, insert) : await insert
	const noted = fresh.flatMap(({ id, memo, coderId }) =>
		memo ? [{ codingId: id, coderId, text: memo, createdAt: at }] : [],
	)
	if (noted.length > 0) await db.insert(memos).values(noted)
	for (const { id, isSensitive = false, specialCategory = null } of fresh)
		await announceFlagged(db, { id, isSensitive, specialCategory })
	return standing
}

async function noteStep(
	db: MunicipalityDatabase,
	fresh: readonly Fresh[],
	{ id: stepId, coderId, at }: { id: string; coderId: string; at: Date },
) {
	const byTranscript = Map.groupBy(fresh, ({ transcriptId }) => transcriptId)
	await noteDeeds(db, {
		coderId,
		at,
		deeds: [...byTranscript].map(([transcriptId, own]) => ({
			transcriptId,
			deed: {
				stepId,
				parts: own.map((coding) => ({ codingId: coding.id, before: null, after: stateOf({ ...UNMARKED, ...coding }) })),
			},
		})),
	})
}

const UNMARKED = {
	stance: 'neutral',
	intensity: 1,
	isGoodQuote: false,
	isSensitive: false,
	specialCategory: null,
} as const
