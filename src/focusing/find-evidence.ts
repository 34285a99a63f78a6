/** The coded passages a focus theme may stand on. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import type { Format } from '#listening/vocabulary.ts'
import { SPECIAL_CATEGORIES_OF } from '#understanding/coding/special-passages.ts'
import type { SpecialCategory, Stance } from '#understanding/tables.ts'
import { gatheredCodings } from './find-gathered-codings.ts'

export type EvidencePassage = {
	codingId: string
	voiceId: string
	speakerId: string
	/** As in the transcript: `B3`. Never public. */
	speakerCode: string
	conversationId: string
	conversationTitle: string
	format: Format
	quote: string
	theme: { slug: string; label: string; colour: string }
	stance: Stance
	intensity: number
	isGoodQuote: boolean
	isSensitive: boolean
	/** Special categories (Art. 9 GDPR) the words tell of their speaker. */
	special: SpecialCategory[]
	/** The speaker allows quoting, today. */
	mayQuote: boolean
	/** The speaker allows being named with their office. */
	mayNameOffice: boolean
	/** Slugs of the speaker's role and district, for the label; never public as they are. */
	roleSlug: string | null
	districtSlug: string | null
}

export type EvidenceFilter = {
	/** Words the passage holds, in any case. */
	holding?: string
	themeSlug?: string
	stance?: Stance
	onlyQuotable?: boolean
	/** Sectors and themes whose passages come first: what lies nearest to one reader. */
	nearest?: { sectorSlugs: readonly string[]; themeSlugs: readonly string[] }
	limit?: number
}

/** Passages of one focus theme, or of all: good quotes first, then the strongest. Nothing taken back. */
export async function findEvidence(
	db: MunicipalityDatabase,
	focusThemeId: string | null,
	{ holding, themeSlug, stance, onlyQuotable = false, nearest, limit = 60 }: EvidenceFilter = {},
): Promise<EvidencePassage[]> {
	const pattern = holding ? `%${holding.replace(/[\\%_]/g, '\\$&')}%` : null
	const { rows } = await db.execute<EvidencePassage>(sql`
		with recursive ${gatheredCodings}
		select ${passageColumns} from coding ${passageJoins}
		where coding.removed_at is null and ${speakerAllows('analyse')}
			${focusThemeId ? standsUnder(focusThemeId) : sql``}
			${pattern ? sql`and coding.quote ilike ${pattern}` : sql``}
			${themeSlug ? sql`and theme.slug = ${themeSlug}` : sql``}
			${stance ? sql`and coding.stance = ${stance}` : sql``}
			${onlyQuotable ? sql`and ${speakerAllows('quote')}` : sql``}
		order by ${nearest ? nearness(nearest) : sql``} coding.is_good_quote desc, coding.intensity desc, conversation.held_on, voice.position, coding.start
		limit ${limit}`)
	return rows
}

/** As an array, so that the ids are found once and looked up by key: without statistics a join would compare all pairs. */
function standsUnder(focusThemeId: string) {
	return sql`and coding.id = any(array(select coding_id from gathered where focus_theme_id = ${focusThemeId}))`
}

/** These passages, wherever they stand; those taken back, or no longer allowed, are left out. */
export async function findCitedPassages(db: MunicipalityDatabase, codingIds: string[]): Promise<EvidencePassage[]> {
	if (codingIds.length === 0) return []
	const { rows } = await db.execute<EvidencePassage>(sql`
		select ${passageColumns} from coding ${passageJoins}
		where coding.removed_at is null and ${speakerAllows('analyse')} and coding.id in ${codingIds}
		order by conversation.held_on, voice.position, coding.start`)
	return rows
}

const passageColumns = sql`
	coding.id as "codingId", coding.quote, coding.stance, coding.intensity,
		coding.is_good_quote as "isGoodQuote", coding.is_sensitive as "isSensitive",
		${SPECIAL_CATEGORIES_OF} as special,
		voice.id as "voiceId", speaker.id as "speakerId", speaker.code as "speakerCode",
		conversation.id as "conversationId", conversation.title as "conversationTitle", conversation.format,
		json_build_object('slug', theme.slug, 'label', theme.label, 'colour', theme.colour) as theme,
		${speakerAllows('quote')} as "mayQuote", ${speakerAllows('quote-with-office')} as "mayNameOffice",
		 role.slug as "roleSlug", district.slug as "districtSlug"`

const passageJoins = sql`
	join theme on theme.id = coding.theme_id
	join voice on voice.id = coding.voice_id
	join speaker on speaker.id = voice.speaker_id
	join conversation on conversation.id = voice.conversation_id
	left join role on role.id = speaker.role_id
	left join sector on sector.id = speaker.sector_id
	left join district on district.id = speaker.district_id`

function nearness({ sectorSlugs, themeSlugs }: NonNullable<EvidenceFilter['nearest']>) {
	return sql`(sector.slug = any(${sql.param([...sectorSlugs])}::text[]))::int desc nulls last,
		(theme.slug = any(${sql.param([...themeSlugs])}::text[]))::int desc,`
}
