/** What the machine proposes, for the page of suggestions and for the coding desk. */
import { desc, sql, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { SHOWN_TITLE, speakerAllows } from '#listening/speaker-allows.ts'
import { suggestionModels } from '../suggesting.tables.ts'
import type { Stance } from '../tables.ts'
import type { SuggestingReport } from './proposing.rules.ts'

export type FoundSuggestion = {
	id: string
	voiceId: string
	text: string
	/** Part of the text it is about, code points; null for all of it. */
	start: number | null
	end: number | null
	theme: { id: string; slug: string; label: string; colour: string }
	stance: Stance
	/** From 0 to 1; null where only a keyword led to it, of which nobody knows how often it is right. */
	probability: number | null
	because: string[]
	coderName: string
	speakerCode: string
	/** Position of the turn in its transcript. */
	turn: number
	conversation: { id: string; slug: string; title: string }
}

export type SuggestionFilter = {
	themeId?: string | undefined
	/** Slug. */
	conversation?: string | undefined
	/** Only those at least this probable; leaves out keywords' proposals when above 0. */
	from?: number | undefined
	/** `sure`: the most probable first. `teaching`: those first whose answer teaches most, at most two per conversation. */
	order?: 'sure' | 'teaching' | 'text' | undefined
	limit: number
	offset?: number | undefined
}

/** Open ones of people who agreed to be analysed, of themes in use. Nothing while suggestions are switched off. */
export async function findSuggestions(
	db: MunicipalityDatabase,
	filter: SuggestionFilter,
): Promise<{ total: number; suggestions: FoundSuggestion[] }> {
	const { order = 'sure', limit, offset = 0 } = filter
	const { rows } = await db.execute<FoundSuggestion & { total: number }>(sql`
		with open as (
			select suggestion.*, row_number() over (
				partition by voice.conversation_id order by abs(suggestion.probability - 0.5), suggestion.id
			) as in_conversation, row_number() over (
				partition by suggestion.voice_id order by abs(suggestion.probability - 0.5), suggestion.id
			) as in_voice
			from suggestion join voice on voice.id = suggestion.voice_id
			join speaker on speaker.id = voice.speaker_id
			join theme on theme.id = suggestion.theme_id and theme.archived_at is null
			where suggestion.state = 'open' and ${conditions(filter)} and ${speakerAllows('analyse')}
				and not exists (select from suggesting_settings where not is_on)
				and ${order === 'teaching' ? sql`true` : IS_SHOWN} and ${NOT_CODED_SO}
		), chosen as (
			select open.*, count(*) over ()::int as total from open
			where ${order === 'teaching' ? sql`in_voice = 1 and in_conversation <= 4 and model_id is not null` : sql`true`}
		)
		select chosen.id, chosen.voice_id as "voiceId", chosen.start, chosen."end", chosen.stance, chosen.because,
			case when chosen.model_id is not null then chosen.probability end as probability, chosen.total,
			json_build_object('id', theme.id, 'slug', theme.slug, 'label', theme.label, 'colour', theme.colour) as theme,
			voice.text, coder.name as "coderName", speaker.code as "speakerCode", turn.position as turn,
			json_build_object('id', conversation.id, 'slug', conversation.slug, 'title', ${SHOWN_TITLE}) as conversation
		from chosen join voice on voice.id = chosen.voice_id join speaker on speaker.id = voice.speaker_id
		join theme on theme.id = chosen.theme_id join coder on coder.id = chosen.coder_id
		join conversation on conversation.id = voice.conversation_id
		join lateral (
			select turn.position from turn join transcript on transcript.id = turn.transcript_id
			where turn.voice_id = voice.id order by transcript.version desc limit 1
		) as turn on true
		order by ${ORDERS[order]}, chosen.id limit ${limit} offset ${offset}`)
	return { total: rows[0]?.total ?? 0, suggestions: rows.map(({ total: _, ...suggestion }) => suggestion) }
}

/** Above the line of its theme; keywords' proposals have none. See `shown-lines.rules.ts`. */
export const IS_SHOWN = sql`(suggestion.model_id is null or suggestion.probability >= (
	select (report->'themes'->(suggestion.theme_id::text)->>'line')::real from suggestion_model
	where suggestion_model.id = suggestion.model_id
))`

/** Somebody has given it this theme meanwhile. */
export const NOT_CODED_SO = sql`not exists (
	select from coding join coder as people on people.id = coding.coder_id
	where coding.voice_id = suggestion.voice_id and coding.theme_id = suggestion.theme_id
		and coding.removed_at is null and people.kind <> 'machine'
)`

const ORDERS: Record<NonNullable<SuggestionFilter['order']>, SQL> = {
	sure: sql`(chosen.model_id is null), chosen.probability desc`,
	teaching: sql`abs(chosen.probability - 0.5)`,
	text: sql`conversation.slug, turn.position, chosen.probability desc`,
}

/** Of all that fit, however many pages they fill. */
export async function findSuggestionIds(db: MunicipalityDatabase, filter: Omit<SuggestionFilter, 'limit'>) {
	const { suggestions } = await findSuggestions(db, { ...filter, limit: MOST_AT_ONCE })
	return suggestions.map(({ id }) => id)
}

/** What one press of a key may accept. */
export const MOST_AT_ONCE = 1_000

function conditions({ themeId, conversation, from = 0 }: Omit<SuggestionFilter, 'limit'>): SQL {
	const wanted = [
		themeId && sql`suggestion.theme_id = ${themeId}`,
		conversation &&
			sql`voice.conversation_id = (select id from conversation where conversation.slug = ${conversation})`,
		from > 0 && sql`suggestion.model_id is not null and suggestion.probability >= ${from}`,
	].filter((one): one is SQL => Boolean(one))
	return wanted.length > 0 ? sql.join(wanted, sql` and `) : sql`true`
}

export type SuggestedConversation = { slug: string; title: string; count: number }

/** Conversations with anything to decide, and how much. */
export async function findSuggestedConversations(db: MunicipalityDatabase): Promise<SuggestedConversation[]> {
	const { rows } = await db.execute<SuggestedConversation>(sql`
		with counted as (
			select voice.conversation_id as id, count(*)::int as count
			from suggestion join voice on voice.id = suggestion.voice_id
			join speaker on speaker.id = voice.speaker_id
			join theme on theme.id = suggestion.theme_id and theme.archived_at is null
			where suggestion.state = 'open' and ${IS_SHOWN} and ${NOT_CODED_SO} and ${speakerAllows('analyse')}
				and not exists (select from suggesting_settings where not is_on)
			group by voice.conversation_id
		)
		select conversation.slug, ${SHOWN_TITLE} as title, counted.count
		from counted join conversation on conversation.id = counted.id order by title, conversation.slug`)
	return rows
}

export type SuggestionModel = { trainedAt: Date; examples: number; report: SuggestingReport }

/** What was learned last; undefined while nothing was. */
export async function findSuggestionModel(db: MunicipalityDatabase): Promise<SuggestionModel | undefined> {
	const { trainedAt, examples, report } = suggestionModels
	const [model] = await db
		.select({ trainedAt, examples, report })
		.from(suggestionModels)
		.orderBy(desc(trainedAt))
		.limit(1)
	return model && { ...model, report: model.report as SuggestingReport }
}
