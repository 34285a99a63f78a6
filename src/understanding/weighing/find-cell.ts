/** The passages behind one number of the matrix. */
import { sql, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import { COLUMN_OF, type MatrixColumns } from './find-matrix.ts'
import type { Nearness } from './pairs.rules.ts'
import { NAMES, type Naming } from './namings.ts'
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

type ShownRow = CellPassage & { total: number; persons: number; slug: string; title: string }

/** Good quotes first, then the most emphasised. All are found and counted by their numbers; only those shown are read. */
export async function findCell(
	db: MunicipalityDatabase,
	wanted: FindCell,
): Promise<{ total: number; persons: number; passages: CellPassage[] }> {
	const order = sql`found.is_good_quote desc, found.intensity desc, found.held_on, found.start, found.id`
	const { rows } = await db.execute<ShownRow>(sql`
		with found as materialized (
			select coding.id, coding.is_good_quote, coding.intensity, conversation.held_on, coding.start, voice.speaker_id
			from coding
			join voice on voice.id = coding.voice_id
			join speaker on speaker.id = voice.speaker_id
			join conversation on conversation.id = voice.conversation_id
			${wanted.beside ? joinBeside(wanted.beside) : sql``}
			where coding.removed_at is null and ${speakerAllows('analyse')} and ${conditions(wanted)}
		)
		select coding.id, coding.quote, coding.stance, coding.intensity, coding.is_good_quote as "isGoodQuote",
			coding.is_sensitive as "isSensitive", theme.label as "themeLabel", speaker.code as "speakerCode",
			conversation.slug, conversation.title, turn.position as turn,
			(select count(*) from found)::int as total, (select count(distinct speaker_id) from found)::int as persons
		from (select * from found order by ${order} limit ${wanted.limit} offset ${wanted.offset ?? 0}) as found
		join coding on coding.id = found.id
		join theme on theme.id = coding.theme_id
		join speaker on speaker.id = found.speaker_id
		join conversation on conversation.id = speaker.conversation_id
		join turn on turn.voice_id = coding.voice_id and turn.transcript_id = coding.transcript_id
		order by ${order}`)
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
	const { themeIds, column, roundId, stance, sectorId, conversationId, leastIntensity, naming } = wanted
	const all = [
		sql`true`,
		themeIds && sql`coding.theme_id = any (${sql.param(themeIds)}::uuid[])`,
		stance && sql`coding.stance = ${stance}`,
		sectorId && sql`speaker.sector_id = ${sectorId}`,
		conversationId && sql`conversation.id = ${conversationId}`,
		leastIntensity !== undefined && sql`coding.intensity >= ${leastIntensity}`,
		naming && NAMES[naming],
		roundId && sql`conversation.round_id = ${roundId}`,
		column && inColumn(column),
	]
	return sql.join(
		all.filter((one) => typeof one === 'object'),
		sql` and `,
	)
}

/** What two passages have to share: the same column of the `voice` each stands in. */
const SHARED: Record<Nearness, SQL> = {
	passage: sql`id`,
	voice: sql`id`,
	person: sql`speaker_id`,
	conversation: sql`conversation_id`,
}

/** Leaves the passages beside which one of the themes stands; each once, for whatever it shares is joined once. */
function joinBeside({ themeIds, nearness }: NonNullable<FindCell['beside']>): SQL {
	const isOnWords = nearness === 'passage'
	return sql`join (
		select said.${SHARED[nearness]} as shared ${isOnWords ? sql`, range_agg(int4range(near.start, near."end")) as words` : sql``}
		from coding as near
		join voice as said on said.id = near.voice_id
		join speaker on speaker.id = said.speaker_id
		where near.removed_at is null and near.theme_id = any (${sql.param(themeIds)}::uuid[]) and ${speakerAllows('analyse')}
		group by 1
	) as beside on beside.shared = voice.${SHARED[nearness]}
		${isOnWords ? sql`and beside.words && int4range(coding.start, coding."end")` : sql``}`
}

function inColumn({ by, key }: { by: MatrixColumns; key: string }): SQL {
	if (key === '') return sql`${COLUMN_OF[by]} is null`
	if (by === 'format' || by === 'stance' || by === 'age') return sql`${COLUMN_OF[by]} = ${key}`
	return sql`${COLUMN_OF[by]} = (select id::text from ${sql.identifier(by)} where slug = ${key})`
}
