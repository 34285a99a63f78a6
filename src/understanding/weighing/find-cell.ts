/** The passages behind one number of the matrix. */
import { sql, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { allowsBy, speakerAllows } from '#listening/speaker-allows.ts'
import { COLUMN_OF, type MatrixColumns } from './find-matrix.ts'
import { CONCRETE, HIGHER } from './find-patterns.ts'
import type { Stance } from '../tables.ts'

export type CellPassage = {
	id: string
	quote: string
	stance: Stance
	intensity: number
	isGoodQuote: boolean
	isSensitive: boolean
	themeLabel: string
	speakerCode: string
	conversation: { slug: string; title: string }
	turn: number
}

export const NEARNESSES = ['passage', 'voice', 'conversation', 'person'] as const
/** How close two themes stand: on the same words, in one contribution, in one conversation, with one person. */
export type Nearness = (typeof NEARNESSES)[number]

export const NAMINGS = ['concrete', 'higher'] as const
export type Naming = (typeof NAMINGS)[number]

export type FindCell = {
	themeIds?: readonly string[] | undefined
	stance?: Stance | undefined
	sectorId?: string | undefined
	conversationId?: string | undefined
	leastIntensity?: number | undefined
	/** Only what names a number, a day or a place, or calls for those above the municipality. */
	naming?: Naming | undefined
	/** Only where one of these themes stands as near as this. */
	beside?: { themeIds: readonly string[]; nearness: Nearness } | undefined
	/** Only those in this column; `key` as in the matrix, empty for "not known". */
	column?: { by: MatrixColumns; key: string } | undefined
	roundId?: string | undefined
	limit: number
	offset?: number
}

/** Good quotes first, then the most emphasised. */
export async function findCell(
	db: MunicipalityDatabase,
	wanted: FindCell,
): Promise<{ total: number; persons: number; passages: CellPassage[] }> {
	const { rows } = await db.execute<CellPassage & { total: number; persons: number; slug: string; title: string }>(sql`
		select coding.id, coding.quote, coding.stance, coding.intensity, coding.is_good_quote as "isGoodQuote",
			coding.is_sensitive as "isSensitive", theme.label as "themeLabel", speaker.code as "speakerCode",
			conversation.slug, conversation.title, turn.position as turn, count(*) over ()::int as total,
			(dense_rank() over (order by speaker.id) + dense_rank() over (order by speaker.id desc) - 1)::int as persons
		from coding
		join theme on theme.id = coding.theme_id
		join voice on voice.id = coding.voice_id
		join speaker on speaker.id = voice.speaker_id
		join conversation on conversation.id = voice.conversation_id
		join turn on turn.voice_id = voice.id and turn.transcript_id = coding.transcript_id
		where coding.removed_at is null and ${speakerAllows('analyse')} and ${conditions(wanted)}
		order by coding.is_good_quote desc, coding.intensity desc, conversation.held_on, coding.start, coding.id
		limit ${wanted.limit} offset ${wanted.offset ?? 0}`)
	return {
		total: rows[0]?.total ?? 0,
		persons: rows[0]?.persons ?? 0,
		passages: rows.map(({ total: _, persons: _own, slug, title, ...passage }) => ({
			...passage,
			conversation: { slug, title },
		})),
	}
}

function conditions(wanted: FindCell): SQL {
	const { themeIds, column, roundId, stance, sectorId, conversationId, leastIntensity, naming, beside } = wanted
	const all = [
		sql`true`,
		themeIds && sql`coding.theme_id = any (${sql.param(themeIds)}::uuid[])`,
		stance && sql`coding.stance = ${stance}`,
		sectorId && sql`speaker.sector_id = ${sectorId}`,
		conversationId && sql`conversation.id = ${conversationId}`,
		leastIntensity !== undefined && sql`coding.intensity >= ${leastIntensity}`,
		naming && (naming === 'concrete' ? CONCRETE : HIGHER),
		beside && standsBeside(beside),
		roundId && sql`conversation.round_id = ${roundId}`,
		column && inColumn(column),
	]
	return sql.join(
		all.filter((one) => typeof one === 'object'),
		sql` and `,
	)
}

const NEAR: Record<Nearness, SQL> = {
	passage: sql`near.voice_id = coding.voice_id and near.start < coding."end" and near."end" > coding.start`,
	voice: sql`near.voice_id = coding.voice_id`,
	person: sql`near_voice.speaker_id = voice.speaker_id`,
	conversation: sql`near_voice.conversation_id = voice.conversation_id and ${allowsBy(sql`near_voice.speaker_id`, 'analyse')}`,
}

function standsBeside({ themeIds, nearness }: NonNullable<FindCell['beside']>): SQL {
	return sql`(
		select count(*) > 0 from voice as near_voice join coding as near on near.voice_id = near_voice.id
		where near.removed_at is null and near.theme_id = any (${sql.param(themeIds)}::uuid[]) and ${NEAR[nearness]}
	)`
}

function inColumn({ by, key }: { by: MatrixColumns; key: string }): SQL {
	if (key === '') return sql`${COLUMN_OF[by]} is null`
	if (by === 'format' || by === 'stance' || by === 'age') return sql`${COLUMN_OF[by]} = ${key}`
	return sql`${COLUMN_OF[by]} = (select id::text from ${sql.identifier(by)} where slug = ${key})`
}
