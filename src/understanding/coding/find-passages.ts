/** What stands at a place of a transcript, and whether it may be coded. Reads the contribution, not the transcript. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { rowsPlannedOnce } from '#platform/database/planned-once.ts'
import { Problem } from '#platform/problem.ts'
import { allowsBy } from '#listening/speaker-allows.ts'

/** `[start, end)` in code points of one transcript version. */
export type Place = { transcriptId: string; start: number; end: number }

export type Passage = Place & {
	voiceId: string
	quote: string
	/** Up to 32 code points before and after, within the same contribution. */
	prefix: string
	suffix: string
}

type Row = {
	start: number
	end: number
	transcript_id: string
	is_there: boolean
	turn_end: number | null
	voice_id: string | null
	may_analyse: boolean
	quote: string | null
	prefix: string | null
	suffix: string | null
}

const hasNewer = sql`exists (
	select from transcript as own join transcript as newer
		on newer.conversation_id = own.conversation_id and newer.version > own.version
	where own.id = place.transcript_id
)`

/**
 * The passages at these places, in their order.
 *
 * The words come from the contribution's own text when the transcript is the newest version (they are equal there), so
 * that the length of the transcript does not matter; from the transcript otherwise.
 *
 * @throws {Problem} `passage-empty`, `transcript-rewritten` when this version is gone, `passage-outside-turn`, `passage-of-moderator`, `passage-not-analysable` when the
 * speaker has not agreed to it; `facts.number` counts the places from 1
 */
export async function findPassages(db: MunicipalityDatabase, places: Place[]): Promise<Passage[]> {
	const empty = places.findIndex(({ start, end }) => end <= start)
	if (empty >= 0) throw new Problem('invalid', 'passage-empty', { number: empty + 1 })
	const wanted = JSON.stringify(
		places.map(({ transcriptId, start, end }, number) => ({ transcript_id: transcriptId, start, end, number })),
	)
	const rows = await rowsPlannedOnce<Row>(
		db,
		sql`
		select place.start, place."end", place.transcript_id, turn."end" as turn_end,
			exists (select from transcript where transcript.id = place.transcript_id) as is_there, turn.voice_id,
			${allowsBy(sql`turn.speaker_id`, 'analyse')} as may_analyse,
			substring(words.text from place.start - words.start + 1 for place."end" - place.start) as quote,
			substring(words.text from place.start - words.start + 1 - least(32, place.start - turn.start)
				for least(32, place.start - turn.start)) as prefix,
			substring(words.text from place."end" - words.start + 1
				for least(32, turn."end" - place."end")) as suffix
		from jsonb_to_recordset(${wanted}::jsonb) as place (transcript_id uuid, start int, "end" int, number int)
		left join lateral (
			select turn."end", turn.start, turn.voice_id, turn.speaker_id from turn
			where turn.transcript_id = place.transcript_id and turn.start <= place.start
			order by turn.start desc, turn.position desc limit 1
		) as turn on true
		left join lateral (
			select voice.text, turn.start as start from voice
			where voice.id = turn.voice_id and place."end" <= turn."end" and not ${hasNewer}
			union all
			select transcript.text, 0 as start from transcript
			where transcript.id = place.transcript_id and turn.voice_id is not null and place."end" <= turn."end"
				and ${hasNewer}
		) as words on true
		order by place.number`,
	)
	return rows.map((row, at) => toPassage(row, at + 1))
}

function toPassage(row: Row, number: number): Passage {
	if (!row.is_there) throw new Problem('conflict', 'transcript-rewritten')
	if (row.turn_end === null || row.end > row.turn_end) throw new Problem('invalid', 'passage-outside-turn', { number })
	if (row.voice_id === null) throw new Problem('invalid', 'passage-of-moderator', { number })
	if (!row.may_analyse) throw new Problem('not-allowed', 'passage-not-analysable', { number })
	return {
		transcriptId: row.transcript_id,
		start: row.start,
		end: row.end,
		voiceId: row.voice_id,
		quote: row.quote ?? '',
		prefix: row.prefix ?? '',
		suffix: row.suffix ?? '',
	}
}
