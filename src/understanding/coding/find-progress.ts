/** How far the coding of each conversation has come. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { Format } from '#listening/vocabulary.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'

export type Progress = {
	slug: string
	title: string
	format: Format
	heldOn: string | null
	/** Contributions that may be coded, and those that carry anything. */
	voices: number
	coded: number
}

/** Newest first; conversations without a word that may be coded are left out. */
export async function findProgress(
	db: MunicipalityDatabase,
	{
		roundId,
		onlyOpen = false,
		limit,
		offset = 0,
	}: { roundId?: string | undefined; onlyOpen?: boolean; limit: number; offset?: number },
): Promise<{ total: number; conversations: Progress[] }> {
	const { rows } = await db.execute<Progress & { total: number }>(sql`
		select conversation.slug, conversation.title, conversation.format, conversation.held_on::text as "heldOn",
			count(*)::int as voices, count(coded.voice_id)::int as coded, count(*) over ()::int as total
		from conversation
		join voice on voice.conversation_id = conversation.id
		join speaker on speaker.id = voice.speaker_id
		left join (select distinct voice_id from coding where removed_at is null) as coded on coded.voice_id = voice.id
		where ${speakerAllows('analyse')} ${roundId ? sql`and conversation.round_id = ${roundId}` : sql``}
		group by conversation.municipality_id, conversation.id
		${onlyOpen ? sql`having count(coded.voice_id) < count(*)` : sql``}
		order by conversation.held_on desc nulls last, conversation.slug
		limit ${limit} offset ${offset}`)
	return { total: rows[0]?.total ?? 0, conversations: rows.map(({ total: _, ...conversation }) => conversation) }
}
