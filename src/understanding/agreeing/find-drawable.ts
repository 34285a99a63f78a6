/** From what samples can be drawn, and who could code them. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'

export type DrawableRound = { id: string; slug: string; title: string; contributions: number; uncoded: number }

/** Rounds with contributions that may be analysed, the newest first. */
export async function findDrawableRounds(db: MunicipalityDatabase): Promise<DrawableRound[]> {
	const { rows } = await db.execute<DrawableRound>(sql`
		select round.id, round.slug, round.title, count(*)::int as contributions,
			count(*) filter (where coded.voice_id is null)::int as uncoded
		from round
		join conversation on conversation.round_id = round.id
		join voice on voice.conversation_id = conversation.id
		join speaker on speaker.id = voice.speaker_id
		left join (select distinct coding.voice_id from coding join coder on coder.id = coding.coder_id
			where coding.removed_at is null and coder.kind = 'human') as coded on coded.voice_id = voice.id
		where ${speakerAllows('analyse')}
		group by round.municipality_id, round.id
		order by round.created_at desc, round.slug`)
	return rows
}

/** Machines that have suggested anything. */
export async function findMachines(db: MunicipalityDatabase): Promise<{ id: string; name: string }[]> {
	const { rows } = await db.execute<{ id: string; name: string }>(sql`
		select coder.id, coder.name from coder
		where coder.kind = 'machine' and exists (select from suggestion where suggestion.coder_id = coder.id)
		order by coder.name`)
	return rows
}
