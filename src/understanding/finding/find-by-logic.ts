/** Passages by what else is coded there: theme A with B, without B, in the same turn, near, overlapping. */
import { sql, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { codingAllows, SHOWN_TITLE } from '#listening/speaker-allows.ts'
import type { Stance } from '../tables.ts'
import type { Relation } from './code-logic.rules.ts'
import { filterConditions, type VoiceFilter } from './voice-filter.ts'

export type FindByLogic = {
	themeId: string
	relation: Relation
	/** Needed for every relation but `alone`. */
	otherId?: string | undefined
	distance: number
	/** Of the passage that is shown. */
	passageStance?: Stance | undefined
	coderId?: string | undefined
	filter: VoiceFilter
	limit: number
	offset: number
}

export type LogicPassage = {
	codingId: string
	voiceId: string
	/** Code points in the contribution's own text. */
	start: number
	end: number
	quote: string
	stance: Stance
	coder: string
	speakerCode: string
	conversation: { slug: string; title: string }
	turn: number
	others: string[]
}

/** The passages that carry theme A and stand so to theme B, in the order they were said. One person's words twice coded are two. */
export async function findByLogic(
	db: MunicipalityDatabase,
	wanted: FindByLogic,
): Promise<{ total: number; persons: number; passages: LogicPassage[] }> {
	const { themeId, passageStance, coderId, filter, limit, offset } = wanted
	const conditions = [
		sql`coding.theme_id = ${themeId} and coding.removed_at is null and turn.voice_id = coding.voice_id`,
		sql`${codingAllows('analyse')}`,
		...(passageStance ? [sql`coding.stance = ${passageStance}`] : []),
		...(coderId ? [sql`coding.coder_id = ${coderId}`] : []),
		...filterConditions(filter),
		...relationCondition(wanted),
	]
	const { rows } = await db.execute<LogicPassage & { total: number; persons: number }>(sql`
		with found as materialized (
			select coding.*, turn.start as turn_start, turn.position as turn_position, voice.speaker_id
			from coding
			join voice on voice.id = coding.voice_id
			join speaker on speaker.id = voice.speaker_id
			join conversation on conversation.id = voice.conversation_id
			join turn on turn.transcript_id = coding.transcript_id and turn.voice_id = coding.voice_id
			where ${sql.join(conditions, sql` and `)}
		)
		select found.id as "codingId", found.voice_id as "voiceId", found.start - found.turn_start as start,
			found."end" - found.turn_start as "end", found.quote, found.stance, coder.name as coder,
			speaker.code as "speakerCode", found.turn_position as turn,
			jsonb_build_object('slug', conversation.slug, 'title', ${SHOWN_TITLE}) as conversation,
			array(
				select distinct theme.label from coding as beside join theme on theme.id = beside.theme_id
				where beside.voice_id = found.voice_id and beside.removed_at is null and beside.theme_id <> ${themeId}
				order by theme.label
			) as others,
			(select count(*) from found)::int as total, (select count(distinct speaker_id) from found)::int as persons
		from found
		join coder on coder.id = found.coder_id
		join speaker on speaker.id = found.speaker_id
		join conversation on conversation.id = speaker.conversation_id
		order by conversation.held_on nulls last, conversation.title, found.start, found.id
		limit ${limit} offset ${offset}`)
	return {
		total: rows[0]?.total ?? 0,
		persons: rows[0]?.persons ?? 0,
		passages: rows.map(({ total: _total, persons: _persons, ...passage }) => passage),
	}
}

/** Of two passages the words between; too far in letters is not looked at. */
const LONGEST_WORD = 30

function relationCondition({ relation, otherId, distance }: FindByLogic): SQL[] {
	if (relation === 'alone' || !otherId) return []
	const other = (condition: SQL) => sql`exists (
		select from coding as other
		where other.theme_id = ${otherId} and other.removed_at is null and other.id <> coding.id
			and other.transcript_id = coding.transcript_id and ${condition}
	)`
	const overlaps = sql`other.voice_id = coding.voice_id and other.start < coding."end" and other."end" > coding.start`
	const inTurn = sql`other.voice_id = coding.voice_id`
	switch (relation) {
		case 'overlapping':
			return [other(overlaps)]
		case 'same-turn':
			return [other(inTurn)]
		case 'same-conversation':
			return [other(sql`true`)]
		case 'without-turn':
			return [sql`not ${other(inTurn)}`]
		case 'without-overlap':
			return [sql`not ${other(overlaps)}`]
		case 'near-turns':
			return [
				other(sql`exists (
					select from turn as near where near.transcript_id = other.transcript_id and near.voice_id = other.voice_id
						and abs(near.position - turn.position) <= ${distance}
				)`),
			]
		case 'near-words':
			return [
				other(sql`greatest(other.start - coding."end", coding.start - other."end") <= ${distance * LONGEST_WORD} and (
					other.start < coding."end" and other."end" > coding.start or (
						select coalesce(array_length(regexp_split_to_array(btrim(substring(transcript.text
							from least(other."end", coding."end") + 1
							for greatest(0, greatest(other.start, coding.start) - least(other."end", coding."end")))), '\\s+'), 1), 0)
						from transcript where transcript.id = coding.transcript_id
					) <= ${distance}
				)`),
			]
	}
}
