/** Marks what no machine found: somebody selected words that give a person away. */
import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import type { NameKind } from '#protecting/find-names.rules.ts'
import { codePointLength, positionsIn } from '../code-points.ts'
import { nameFindings } from '../names.tables.ts'
import { transcripts, turns } from '../tables.ts'
import { FINDING_COLUMNS, type NamesChanged } from './decide-names.ts'
import { findPseudonyms } from './find-pseudonyms.ts'
import { refuseMeanwhile } from './refuse-meanwhile.ts'
import type { Seal } from './seal-original.ts'
import { numberNames, wholeWords, withoutEnding, type Known } from './number-names.rules.ts'

export type MarkName = {
	conversationId: string
	transcriptId: string
	/** `[start, end)` in code points of the transcript, within one contribution or between two. */
	start: number
	end: number
	kind: NameKind
	/** When whoever marks last saw the place. */
	seenAt?: Date | undefined
	seal: Seal
	/** Account id. */
	by: string
	at: Date
}

/** More places than this with the same words: it is no name. */
const MOST_PLACES = 2_000

/**
 * The marked words will be replaced; wherever else they stand as whole words, they become a finding to decide. Findings
 * the marked words overlap go.
 *
 * @throws {Problem} `names-moved` when this version of the transcript is gone, `replacement-outside`,
 * `replacement-across-turns`; what `refuseMeanwhile` refuses about findings that would go
 */
export async function markName(db: MunicipalityDatabase, wanted: MarkName): Promise<NamesChanged> {
	const { conversationId, transcriptId, start, end, kind, seenAt, seal, by, at } = wanted
	const [transcript] = await db
		.select({ text: transcripts.text, length: transcripts.length })
		.from(transcripts)
		.where(and(eq(transcripts.id, transcriptId), eq(transcripts.conversationId, conversationId)))
		.for('share')
	if (!transcript) throw new Problem('conflict', 'names-moved')
	if (start < 0 || end <= start || end > transcript.length) throw new Problem('invalid', 'replacement-outside')
	await requireOneTurn(db, transcriptId, start, end)

	const { toUnit, toCodePoint } = positionsIn(transcript.text)
	const name = transcript.text.slice(toUnit(start), toUnit(end))
	const all = await db
		.select(FINDING_COLUMNS)
		.from(nameFindings)
		.where(eq(nameFindings.transcriptId, transcriptId))
		.for('update')
	const overlapped = all.filter((one) => one.start < end && one.end > start)
	const standing = all.filter((one) => !overlapped.includes(one))
	const here = standing.map((one) => ({
		...one,
		kind: one.kind as NameKind,
		replacement: withoutEnding(one.replacement),
	}))
	const known: Known[] = [...(await findPseudonyms(db, conversationId, seal)), ...here]
	const marked = { start, end, kind, text: name, base: name, ending: '', certainty: 'certain' } as const
	const [numbered] = numberNames([marked], known)

	const wished = overlapped.map(({ id }) => ({ id, state: 'replaced' as const, ...numbered! }))
	await refuseMeanwhile(db, { wished, seenAt, by })
	const gone = overlapped.map(({ id }) => id)
	if (gone.length > 0) await db.delete(nameFindings).where(inArray(nameFindings.id, gone))

	const isFree = (place: { start: number; end: number }) =>
		!standing.some((one) => one.start < place.end && one.end > place.start)
	const length = codePointLength(name)
	const others = [...transcript.text.matchAll(wholeWords(name))]
		.slice(0, MOST_PLACES)
		.map(({ index }) => ({ start: toCodePoint(index), end: toCodePoint(index) + length }))
		.filter((place) => place.start !== start && isFree(place))
	const shared = { transcriptId, kind, ...numbered!, certainty: 'by-hand' as const }
	const after = await db
		.insert(nameFindings)
		.values([
			{ ...shared, start, end, state: 'replaced', decidedBy: by, decidedAt: at },
			...others.map((place) => ({ ...shared, ...place })),
		])
		.onConflictDoNothing()
		.returning(FINDING_COLUMNS)
	return { before: overlapped, after }
}

async function requireOneTurn(db: MunicipalityDatabase, transcriptId: string, start: number, end: number) {
	const [crossed] = await db
		.select({ id: turns.id })
		.from(turns)
		.where(
			and(
				eq(turns.transcriptId, transcriptId),
				lt(turns.start, end),
				gt(turns.end, start),
				sql`(${start} < ${turns.start} or ${end} > ${turns.end})`,
			),
		)
		.limit(1)
	if (crossed) throw new Problem('invalid', 'replacement-across-turns')
}
