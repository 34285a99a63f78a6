/** Codings follow their words into a new version of the transcript. */
import { eq, sql } from 'drizzle-orm'
import { announce, type Announcements } from '#platform/announcements.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { isTouched, mappingOf, type Moved } from '#listening/rewrite.rules.ts'
import { codings } from '../tables.ts'

declare module '#platform/announcements.ts' {
	interface Announcements {
		/** The words of these codings changed. `start` and `end` are where they stood in the old version. */
		'passages-changed': {
			fromTranscriptId: string
			moved: Moved[]
			codings: { id: string; start: number; end: number }[]
		}
	}
}

const BATCH = 1_000

/**
 * Moves every coding, those taken back as well, so that undo still brings them again. One that lies wholly inside a
 * replaced name spans what replaces it.
 */
export async function moveCodings(
	db: MunicipalityDatabase,
	{ fromTranscriptId, toTranscriptId, moved }: Announcements['transcript-rewritten'],
) {
	const standing = await db
		.select({ id: codings.id, start: codings.start, end: codings.end })
		.from(codings)
		.where(eq(codings.transcriptId, fromTranscriptId))
	const { start, end } = mappingOf(moved)
	for (let from = 0; from < standing.length; from += BATCH) {
		const batch = standing.slice(from, from + BATCH)
		const rows = batch.map((one) => ({ id: one.id, start: start(one.start), end: end(one.end) }))
		await db.execute(sql`
			update coding set transcript_id = turn.transcript_id, start = place.start, "end" = place."end",
				quote = substring(voice.text from place.start - turn.start + 1 for place."end" - place.start),
				prefix = substring(voice.text from place.start - turn.start + 1 - least(32, place.start - turn.start)
					for least(32, place.start - turn.start)),
				suffix = substring(voice.text from place."end" - turn.start + 1 for least(32, turn."end" - place."end"))
			from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as place(id uuid, start int, "end" int), turn, voice
			where coding.id = place.id and turn.transcript_id = ${toTranscriptId}
				and turn.voice_id = coding.voice_id and voice.id = coding.voice_id`)
	}
	const changed = standing.filter((one) => isTouched(moved, one.start, one.end))
	if (changed.length > 0) await announce(db, 'passages-changed', { fromTranscriptId, moved, codings: changed })
}
