/** Quotes stay true to their passages when words of a transcript are replaced. */
import { eq, inArray, sql } from 'drizzle-orm'
import { announce, type Announcements } from '#platform/announcements.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { sliceCodePoints } from '#listening/code-points.ts'
import { mappingOf, type Moved, type Replacement } from '#listening/rewrite.rules.ts'
import { voices } from '#listening/tables.ts'
import { codings as codingTable } from '#understanding/tables.ts'
import { rewordQuote } from './quote-rewording.rules.ts'
import { quotes } from './tables.ts'

declare module '#platform/announcements.ts' {
	interface Announcements {
		/** These quotes say something else now: what was frozen still says the old words, with the names in them. */
		'quotes-reworded': { quotes: { quoteId: string; speakerId: string }[] }
	}
}

type Passage = { id: string; start: number; end: number; before: string; after: string }

/** Comes while the old version of the transcript is still there. */
export async function rewordQuotes(
	db: MunicipalityDatabase,
	{ fromTranscriptId, moved, codings }: Announcements['passages-changed'],
) {
	const ids = codings.map(({ id }) => id)
	const printed = await db
		.select({ id: quotes.id, codingId: quotes.codingId, wording: quotes.wording, speakerId: voices.speakerId })
		.from(quotes)
		.innerJoin(codingTable, eq(codingTable.id, quotes.codingId))
		.innerJoin(voices, eq(voices.id, codingTable.voiceId))
		.where(inArray(quotes.codingId, ids))
	if (printed.length === 0) return
	const cited = new Set(printed.map(({ codingId }) => codingId))
	const passages = await findPassages(
		db,
		fromTranscriptId,
		codings.filter(({ id }) => cited.has(id)),
	)
	const reworded = printed.flatMap(({ id, codingId, wording, speakerId }) => {
		const passage = passages.get(codingId)!
		const fresh = rewordQuote(wording, passage.before, replacementsIn(passage, moved))
		return fresh === wording ? [] : [{ id, wording: fresh, speakerId }]
	})
	if (reworded.length === 0) return
	await db.execute(sql`
		update ${quotes} set wording = reworded.wording
		from jsonb_to_recordset(${JSON.stringify(reworded)}::jsonb) as reworded(id uuid, wording text)
		where ${quotes.id} = reworded.id`)
	await announce(db, 'quotes-reworded', { quotes: reworded.map(({ id, speakerId }) => ({ quoteId: id, speakerId })) })
}

async function findPassages(db: MunicipalityDatabase, transcriptId: string, places: unknown[]) {
	const { rows } = await db.execute<Passage>(sql`
		select place.id, place.start, place."end", coding.quote as after,
			substring(transcript.text from place.start + 1 for place."end" - place.start) as before
		from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as place(id uuid, start int, "end" int)
		join coding on coding.id = place.id
		join transcript on transcript.id = ${transcriptId}`)
	return new Map(rows.map((row) => [row.id, row]))
}

/** The replacements as they stand in this passage, counted from its beginning; their words are in the new passage. */
function replacementsIn({ start, end, after }: Passage, moved: readonly Moved[]): Replacement[] {
	const mapping = mappingOf(moved)
	const origin = mapping.start(start)
	return moved
		.filter((one) => one.start < end && one.end > start)
		.map((one) => {
			const from = mapping.start(one.start) - origin
			return {
				start: Math.max(one.start, start) - start,
				end: Math.min(one.end, end) - start,
				text: sliceCodePoints(after, from, from + one.length),
			}
		})
}
