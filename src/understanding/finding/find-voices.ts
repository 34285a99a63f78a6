/** Full-text search in what people said. */
import { sql, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { Format } from '#listening/vocabulary.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import { readSearchQuery, type SearchQuery, type SearchTerm } from './search-query.rules.ts'

export type FindVoices = {
	query: string
	limit: number
	offset?: number
	roundId?: string | undefined
	themeId?: string | undefined
	sectorId?: string | undefined
	districtId?: string | undefined
	format?: Format | undefined
}

export type VoiceHit = {
	voiceId: string
	conversation: { slug: string; title: string; format: Format }
	/** Order of the voice's turn in its newest transcript. */
	turn: number
	title: string | null
	speakerCode: string
	/** The best few lines; what was looked for is marked. */
	snippet: SnippetPart[]
	score: number
}

export type SnippetPart = { text: string; isHit: boolean }

/**
 * The voices that contain what was looked for, best first, and how many there are in all. Words are compared by their
 * German stem. Voices of people who do not agree to be analysed are not searched.
 */
export async function findVoices(
	db: MunicipalityDatabase,
	wanted: FindVoices,
): Promise<{ total: number; hits: VoiceHit[] }> {
	const query = readSearchQuery(wanted.query)
	if (query.length === 0) return { total: 0, hits: [] }
	const { rows } = await db.execute<HitRow>(sql`
		with asked as materialized (select ${toTsQuery(query)} as query),
		found as (
			select voice.id, ts_rank_cd(voice.search, asked.query, 1) as score, count(*) over ()::int as total
			from asked, voice
			join speaker on speaker.id = voice.speaker_id
			join conversation on conversation.id = voice.conversation_id
			where voice.search @@ asked.query and ${filters(wanted)}
			order by score desc, voice.id
			limit ${wanted.limit} offset ${wanted.offset ?? 0}
		)
		select found.id, found.score, found.total, voice.title, speaker.code, conversation.slug,
			conversation.title as conversation_title, conversation.format, turn.position as turn,
			ts_headline('german', voice.text, asked.query, ${HEADLINE}) as snippet
		from asked, found
		join voice on voice.id = found.id
		join speaker on speaker.id = voice.speaker_id
		join conversation on conversation.id = voice.conversation_id
		left join lateral (
			select turn.position from turn join transcript on transcript.id = turn.transcript_id
			where turn.voice_id = voice.id order by transcript.version desc limit 1
		) as turn on true
		order by found.score desc, found.id`)
	return { total: rows[0]?.total ?? 0, hits: rows.map(toHit) }
}

type HitRow = {
	id: string
	score: number
	total: number
	title: string | null
	code: string
	slug: string
	conversation_title: string
	format: Format
	turn: number | null
	snippet: string
}

/** Marks of a hit: characters no text contains, for PostgreSQL takes control characters but no transcript has these. */
const HIT = { start: '\u0001', end: '\u0002', gap: ' … ' }
export const HEADLINE = `StartSel=${HIT.start}, StopSel=${HIT.end}, MaxFragments=2, MinWords=6, MaxWords=24, FragmentDelimiter="${HIT.gap}"`

function toHit(row: HitRow): VoiceHit {
	return {
		voiceId: row.id,
		conversation: { slug: row.slug, title: row.conversation_title, format: row.format },
		turn: row.turn ?? 0,
		title: row.title,
		speakerCode: row.code,
		snippet: readSnippet(row.snippet),
		score: Math.round(row.score * 10_000) / 10_000,
	}
}

export function readSnippet(marked: string): SnippetPart[] {
	const parts = marked.replace(/\s+/g, ' ').split(HIT.start)
	return parts.flatMap((part, at) => {
		const [hit = '', rest = ''] = at === 0 ? ['', part] : part.split(HIT.end)
		return [
			{ text: hit, isHit: true },
			{ text: rest, isHit: false },
		].filter(({ text }) => text !== '')
	})
}

export function toTsQuery(query: SearchQuery): SQL {
	const alternatives = query.map((terms) => sql`(${sql.join(terms.map(toTerm), sql` && `)})`)
	return sql.join(alternatives, sql` || `)
}

function toTerm({ anyOf, isPhrase, isExcluded }: SearchTerm): SQL {
	const forms = anyOf.map((form) =>
		isPhrase ? sql`phraseto_tsquery('german', ${form})` : sql`plainto_tsquery('german', ${form})`,
	)
	const either = sql`(${sql.join(forms, sql` || `)})`
	return isExcluded ? sql`(!! ${either})` : either
}

function filters({ roundId, themeId, sectorId, districtId, format }: FindVoices): SQL {
	const conditions = [
		speakerAllows('analyse'),
		roundId && sql`conversation.round_id = ${roundId}`,
		format && sql`conversation.format = ${format}`,
		sectorId && sql`speaker.sector_id = ${sectorId}`,
		districtId && sql`coalesce(speaker.district_id, conversation.district_id) = ${districtId}`,
		themeId &&
			sql`exists (
			select from coding where coding.voice_id = voice.id and coding.theme_id = ${themeId} and coding.removed_at is null
		)`,
	]
	return sql.join(
		conditions.filter((condition) => typeof condition === 'object'),
		sql` and `,
	)
}
