/** The passages that carry one theme, to choose from. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import type { Stance } from '../tables.ts'

export type ThemePassage = {
	id: string
	quote: string
	stance: Stance
	isGoodQuote: boolean
	isSensitive: boolean
	speakerCode: string
	conversation: string
	coderName: string
}

export type ThemePassageFilter = {
	themeId: string
	stance?: string | undefined
	sectorId?: string | undefined
	/** Part of a word, in any case. */
	word?: string | undefined
	limit: number
	offset?: number
}

/** Good quotes first, then in the order of the conversations. */
export async function findThemePassages(
	db: MunicipalityDatabase,
	{ themeId, stance, sectorId, word, limit, offset = 0 }: ThemePassageFilter,
): Promise<{ total: number; passages: ThemePassage[] }> {
	const like = word ? `%${word.replace(/[\\%_]/g, '\\$&')}%` : null
	const { rows } = await db.execute<ThemePassage & { total: number }>(sql`
		select coding.id, coding.quote, coding.stance, coding.is_good_quote as "isGoodQuote",
			coding.is_sensitive as "isSensitive", speaker.code as "speakerCode", conversation.title as conversation,
			coder.name as "coderName", count(*) over ()::int as total
		from coding join coder on coder.id = coding.coder_id
		join voice on voice.id = coding.voice_id join speaker on speaker.id = voice.speaker_id
		join conversation on conversation.id = voice.conversation_id
		where coding.theme_id = ${themeId} and coding.removed_at is null and ${speakerAllows('analyse')}
			and (${stance ?? null}::text is null or coding.stance = ${stance ?? null}::text)
			and (${sectorId ?? null}::uuid is null or speaker.sector_id = ${sectorId ?? null}::uuid)
			and (${like}::text is null or coding.quote ilike ${like}::text)
		order by coding.is_good_quote desc, conversation.held_on, conversation.slug, coding.start, coding.id
		limit ${limit} offset ${offset}`)
	return { total: rows[0]?.total ?? 0, passages: rows.map(({ total: _, ...passage }) => passage) }
}
