/** Who was heard in a round, as far as exact numbers give nobody away: how many people, how many conversations. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { Format } from '#listening/vocabulary.ts'

export type Heard = { people: number; formats: { format: Format; conversations: number }[] }

/** Moderators are left out. */
export async function findHeard(db: MunicipalityDatabase, roundId: string): Promise<Heard> {
	const { rows: formats } = await db.execute<Heard['formats'][number]>(sql`
		select format, count(*)::int as conversations from conversation where round_id = ${roundId}
		group by format order by count(*) desc, format`)
	const { rows: all } = await db.execute<{ people: number }>(sql`
		select count(*)::int as people from speaker
		join conversation on conversation.id = speaker.conversation_id
		where conversation.round_id = ${roundId} and not speaker.is_moderator`)
	return { people: all[0]?.people ?? 0, formats }
}
