/** What search, word lists and keyness can be narrowed by, as conditions of a query. */
import { sql, type SQL } from 'drizzle-orm'
import type { Format } from '#listening/vocabulary.ts'
import type { Stance } from '../tables.ts'

export type VoiceFilter = {
	roundId?: string | undefined
	themeId?: string | undefined
	/** Of a coding of the voice; with a theme, of that theme's. */
	stance?: Stance | undefined
	sectorId?: string | undefined
	districtId?: string | undefined
	format?: Format | undefined
	/** Code or pseudonym. */
	speaker?: string | undefined
	/** ISO dates, both included: when the conversation was held. */
	heldFrom?: string | undefined
	heldTo?: string | undefined
}

/** Over `voice`, `speaker` and `conversation`; empty when nothing is narrowed. */
export function filterConditions(filter: VoiceFilter): SQL[] {
	const { roundId, themeId, stance, sectorId, districtId, format, speaker, heldFrom, heldTo } = filter
	const conditions = [
		roundId && sql`conversation.round_id = ${roundId}`,
		format && sql`conversation.format = ${format}`,
		heldFrom && sql`conversation.held_on >= ${heldFrom}`,
		heldTo && sql`conversation.held_on <= ${heldTo}`,
		sectorId && sql`speaker.sector_id = ${sectorId}`,
		districtId && sql`coalesce(speaker.district_id, conversation.district_id) = ${districtId}`,
		speaker && sql`(lower(speaker.code) = lower(${speaker}) or lower(speaker.pseudonym) = lower(${speaker}))`,
		(themeId || stance) &&
			sql`exists (
			select from coding where coding.voice_id = voice.id and coding.removed_at is null
				${themeId ? sql`and coding.theme_id = ${themeId}` : sql``} ${stance ? sql`and coding.stance = ${stance}` : sql``}
		)`,
	]
	return conditions.filter((condition) => typeof condition === 'object')
}
