/** What the machine may read: words of people who agreed to be analysed, and what people have coded in them. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import type { Stance } from '../tables.ts'
import type { Heard, KnownTheme } from './proposing.rules.ts'

type Row = {
	voiceId: string
	conversationId: string
	title: string | null
	text: string
	chosen: Stance | null
	themeIds: string[] | null
	stances: Stance[] | null
	wasRefused: boolean
}

/** Codings of people and of files people brought count; what a machine coded does not. */
export async function findHeard(db: MunicipalityDatabase): Promise<Heard[]> {
	const { rows } = await db.execute<Row>(sql`
		select voice.id as "voiceId", voice.conversation_id as "conversationId", voice.title, voice.text,
			voice.stance as chosen, coded.theme_ids as "themeIds", coded.stances,
			exists (
				select from suggestion where suggestion.voice_id = voice.id and suggestion.state = 'rejected'
			) as "wasRefused"
		from voice join speaker on speaker.id = voice.speaker_id
		left join (
			select coding.voice_id, array_agg(distinct coding.theme_id::text) as theme_ids,
				array_agg(coding.stance order by coding.intensity desc, coding.id) as stances
			from coding join coder on coder.id = coding.coder_id join theme on theme.id = coding.theme_id
			where coding.removed_at is null and coder.kind <> 'machine' and theme.archived_at is null
			group by coding.voice_id
		) as coded on coded.voice_id = voice.id
		where ${speakerAllows('analyse')}
		order by voice.conversation_id, voice.position`)
	return rows.map(({ title, text, chosen, themeIds, stances, ...ids }) => ({
		...ids,
		text: [title ?? '', text],
		themeIds: themeIds ?? [],
		stances: [...(chosen ? [chosen] : []), ...(stances ?? [])],
	}))
}

export async function findKnownThemes(db: MunicipalityDatabase): Promise<KnownTheme[]> {
	const { rows } = await db.execute<KnownTheme>(
		sql`select id, array[label] || keywords as keywords from theme where archived_at is null order by id`,
	)
	return rows
}
