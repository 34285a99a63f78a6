/** Who still waits for an answer, and how many do not. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { Format } from '#listening/vocabulary.ts'
import { allowsBy, codingAllows } from '#listening/speaker-allows.ts'
import { gatheredCodings } from '#focusing/find-gathered-codings.ts'
import { answeredVoices } from './find-answers.ts'

export type UnansweredVoice = {
	voiceId: string
	conversationId: string
	conversationTitle: string
	format: Format
	title: string | null
	/** The first 240 characters. */
	beginning: string
	themes: string[]
	/** Focus themes it stands under: an answer to one of them reaches it. */
	focusThemes: { id: string; slug: string; title: string }[]
}

/** `awaited` is everyone who is owed an answer; `answered` of them have at least one. */
export type AnswerRate = { awaited: number; answered: number }

/**
 * With-query `awaited(voice_id)`: voices that were written or noted on a card (their authors hold a receipt), and every
 * voice that was coded; of people who allow that we read on.
 */
const awaitedVoices = sql`
	awaited(voice_id) as (
		select voice.id from voice join conversation on conversation.id = voice.conversation_id
		where conversation.format in ('written', 'card') and ${allowsBy(sql`voice.speaker_id`, 'analyse')}
		union
		select coding.voice_id from coding where coding.removed_at is null and ${codingAllows('analyse')}
	)`

export async function findAnswerRate(db: MunicipalityDatabase): Promise<AnswerRate> {
	const { rows } = await db.execute<AnswerRate>(sql`
		with recursive ${gatheredCodings}, ${answeredVoices}, ${awaitedVoices}
		select count(*)::int as awaited, count(answered.voice_id)::int as answered
		from awaited left join answered on answered.voice_id = awaited.voice_id`)
	return rows[0] ?? { awaited: 0, answered: 0 }
}

/** How many people at least one answer reaches, for the public: of one person many voices may be answered. */
export async function countAnsweredPeople(db: MunicipalityDatabase): Promise<number> {
	const { rows } = await db.execute<{ people: number }>(sql`
		with recursive ${gatheredCodings}, ${answeredVoices}
		select count(distinct voice.speaker_id)::int as people
		from answered join voice on voice.id = answered.voice_id`)
	return rows[0]?.people ?? 0
}

/** Voices without any answer; those no focus theme gathers first, because nothing will reach them by itself. */
export async function findUnanswered(
	db: MunicipalityDatabase,
	{ limit = 50, offset = 0 }: { limit?: number; offset?: number } = {},
): Promise<UnansweredVoice[]> {
	const { rows } = await db.execute<UnansweredVoice>(sql`
		with recursive ${gatheredCodings}, ${answeredVoices}, ${awaitedVoices},
		waiting as (
			select awaited.voice_id, array_agg(distinct gathered.focus_theme_id) filter (where gathered.focus_theme_id is not null) as focus_theme_ids
			from awaited left join gathered on gathered.voice_id = awaited.voice_id
			where not exists (select from answered where answered.voice_id = awaited.voice_id)
			group by awaited.voice_id
		)
		select voice.id as "voiceId", conversation.id as "conversationId", conversation.title as "conversationTitle",
			conversation.format, voice.title, left(voice.text, 240) as beginning,
			array(
				select distinct theme.label from coding join theme on theme.id = coding.theme_id
				where coding.voice_id = voice.id and coding.removed_at is null order by theme.label
			) as themes,
			coalesce((
				select json_agg(json_build_object('id', focus_theme.id, 'slug', focus_theme.slug, 'title', focus_theme.title) order by focus_theme.position)
				from focus_theme where focus_theme.id = any(waiting.focus_theme_ids)
			), '[]') as "focusThemes"
		from waiting
		join voice on voice.id = waiting.voice_id
		join conversation on conversation.id = voice.conversation_id
		order by (waiting.focus_theme_ids is not null), conversation.held_on nulls first, conversation.id, voice.position
		limit ${limit} offset ${offset}`)
	return rows
}
