/** Codings follow their words into a new version of the transcript. */
import { eq, sql } from 'drizzle-orm'
import { announce, type Announcements } from '#platform/announcements.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { isTouched, mappingOf, type Moved } from '#listening/rewrite.rules.ts'
import type { DeedPart } from './deeds.rules.ts'
import { codingDeeds, codings } from '../tables.ts'

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

type Rewritten = Announcements['transcript-rewritten']

const BATCH = 1_000

/**
 * Moves every coding, those taken back as well, so that undo still brings them again. One that lies wholly inside a
 * replaced name spans what replaces it.
 */
export async function moveCodings(db: MunicipalityDatabase, { fromTranscriptId, toTranscriptId, moved }: Rewritten) {
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
	await moveDeeds(db, { fromTranscriptId, toTranscriptId, moved })
	const changed = standing.filter((one) => isTouched(moved, one.start, one.end))
	if (changed.length > 0) await announce(db, 'passages-changed', { fromTranscriptId, moved, codings: changed })
}

/** What was done at the desk follows too, so that it can still be taken back. */
async function moveDeeds(
	db: MunicipalityDatabase,
	{ fromTranscriptId, toTranscriptId, moved }: Pick<Rewritten, 'fromTranscriptId' | 'toTranscriptId' | 'moved'>,
) {
	const deeds = await db
		.select({ id: codingDeeds.id, deed: codingDeeds.deed })
		.from(codingDeeds)
		.where(eq(codingDeeds.transcriptId, fromTranscriptId))
	const { start, end } = mappingOf(moved)
	const moveState = (state: DeedPart['after']) =>
		state && {
			...state,
			...(state.start === undefined ? {} : { start: start(state.start) }),
			...(state.end === undefined ? {} : { end: end(state.end) }),
		}
	const rows = deeds.map(({ id, deed }) => ({
		id,
		deed: {
			...deed,
			parts: deed.parts.map((part) => ({
				...part,
				before: moveState(part.before),
				after: moveState(part.after),
			})),
		},
	}))
	for (let from = 0; from < rows.length; from += BATCH) {
		await db.execute(sql`
			update coding_deed set transcript_id = ${toTranscriptId}, deed = place.deed
			from jsonb_to_recordset(${JSON.stringify(rows.slice(from, from + BATCH))}::jsonb) as place(id uuid, deed jsonb)
			where coding_deed.id = place.id`)
	}
}
