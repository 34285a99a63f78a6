/** What one may write a note on without a desk: rounds, conversations, themes; and who has written any. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { SHOWN_TITLE } from '#listening/speaker-allows.ts'

export type NamedSubject = { kind: 'round' | 'conversation' | 'theme'; id: string; label: string }

export async function findMemoSubjects(
	db: MunicipalityDatabase,
): Promise<{ subjects: NamedSubject[]; coders: string[] }> {
	const { rows: subjects } = await db.execute<NamedSubject>(sql`
		select kind, id, label from (
			select 1 as place, 'round' as kind, id, title as label from round
			union all
			select 2, 'theme', id, label from theme where archived_at is null
			union all
			select 3, 'conversation', conversation.id, ${SHOWN_TITLE} from conversation
			where conversation.format not in ('written', 'card')
		) as subject
		order by place, label limit 2000`)
	const { rows: coders } = await db.execute<{ name: string }>(sql`
		select distinct coder.name from coder join memo on memo.coder_id = coder.id order by 1`)
	return { subjects, coders: coders.map(({ name }) => name) }
}
