/** What the machine proposes for some contributions of a transcript, in their order: for the coding desk. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import type { Stance } from '../tables.ts'
import { findSuggestionModel, IS_SHOWN, NOT_CODED_SO } from './find-suggestions.ts'

export type DeskSuggestion = {
	id: string
	/** Position of its turn. */
	turn: number
	/** `[start, end)` in code points of the transcript. */
	start: number
	end: number
	themeId: string
	stance: Stance
	/** null where only a keyword of the codebook led to it. */
	probability: number | null
	/** Share of proposals for this theme that were right on conversations not seen; null while nobody knows. */
	precision: number | null
	because: string[]
	/** The language model that proposed it; null for what was learned from the team. */
	model: string | null
}

export type DeskStretch = {
	transcriptId: string
	/** Turns `[from, to)` by their positions. */
	from: number
	to: number
	limit: number
}

/** Shown ones only; those of whoever agreed to be analysed; nothing while suggestions are switched off. */
export async function findDeskSuggestions(
	db: MunicipalityDatabase,
	{ transcriptId, from, to, limit }: DeskStretch,
): Promise<DeskSuggestion[]> {
	const { rows } = await db.execute<Omit<DeskSuggestion, 'precision'>>(sql`
		select suggestion.id, turn.position as turn, turn.start + coalesce(suggestion.start, 0) as start,
			coalesce(turn.start + suggestion."end", turn."end") as "end", suggestion.theme_id as "themeId",
			suggestion.stance, suggestion.because,
			case when suggestion.model_id is not null then suggestion.probability end as probability,
			case when suggestion.start is not null then coder.name end as model
		from turn join suggestion on suggestion.voice_id = turn.voice_id
		join speaker on speaker.id = turn.speaker_id join coder on coder.id = suggestion.coder_id
		join theme on theme.id = suggestion.theme_id and theme.archived_at is null
		where turn.transcript_id = ${transcriptId} and turn.position >= ${from} and turn.position < ${to}
			and suggestion.state = 'open' and ${IS_SHOWN} and ${NOT_CODED_SO} and ${speakerAllows('analyse')}
			and not exists (select from suggesting_settings where not is_on)
		order by turn.position, suggestion.model_id is null, suggestion.probability desc, suggestion.id
		limit ${limit}`)
	if (rows.length === 0) return []
	const known = await findSuggestionModel(db)
	return rows.map((row) => ({
		...row,
		precision: row.probability === null ? null : (known?.report.themes[row.themeId]?.precision ?? null),
	}))
}
