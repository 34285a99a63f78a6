/** Sets of passages, and what stands in one. Words of people who do not agree to be analysed stand in none. */
import { sql } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { allowsBy, SHOWN_TITLE } from '#listening/speaker-allows.ts'

export type SetInList = {
	id: string
	name: string
	query: string
	by: string | null
	createdAt: string
	passages: number
}

const mayRead = allowsBy(sql`voice.speaker_id`, 'analyse')

export async function findSets(db: MunicipalityDatabase): Promise<SetInList[]> {
	const { rows } = await db.execute<SetInList>(sql`
		select passage_set.id, passage_set.name, passage_set.query, coder.name as by,
			passage_set.created_at::text as "createdAt", (
				select count(*) from passage_set_entry join voice on voice.id = passage_set_entry.voice_id
				where passage_set_entry.passage_set_id = passage_set.id and ${mayRead}
			)::int as passages
		from passage_set left join coder on coder.id = passage_set.coder_id
		order by passage_set.created_at desc`)
	return rows
}

export type SetPassage = {
	entryId: string
	voiceId: string
	start: number | null
	end: number | null
	words: string
	speakerCode: string
	sector: string | null
	themes: string[]
	conversation: { slug: string; title: string; heldOn: string | null }
	turn: number
}

/** @throws {Problem} `set-unknown` */
export async function findSet(db: MunicipalityDatabase, setId: string): Promise<SetInList & { entries: SetPassage[] }> {
	const set = isUuid(setId) ? (await findSets(db)).find(({ id }) => id === setId) : undefined
	if (!set) throw new Problem('not-found', 'set-unknown')
	const { rows } = await db.execute<SetPassage>(sql`
		select entry.id as "entryId", entry.voice_id as "voiceId", entry.start, entry."end",
			substring(voice.text from coalesce(entry.start, 0) + 1
				for coalesce(entry."end" - entry.start, length(voice.text))) as words,
			speaker.code as "speakerCode", sector.label->>'de' as sector,
			array(
				select distinct theme.label from coding join theme on theme.id = coding.theme_id
				where coding.voice_id = voice.id and coding.removed_at is null order by theme.label
			) as themes,
			jsonb_build_object('slug', conversation.slug, 'title', ${SHOWN_TITLE}, 'heldOn', conversation.held_on) as conversation,
			coalesce(turn.position, 0) as turn
		from passage_set_entry as entry
		join voice on voice.id = entry.voice_id
		join speaker on speaker.id = voice.speaker_id
		join conversation on conversation.id = voice.conversation_id
		left join sector on sector.id = speaker.sector_id
		left join lateral (
			select turn.position from turn join transcript on transcript.id = turn.transcript_id
			where turn.voice_id = voice.id order by transcript.version desc limit 1
		) as turn on true
		where entry.passage_set_id = ${setId} and ${mayRead}
		order by entry.position, entry.id`)
	return { ...set, entries: rows }
}
