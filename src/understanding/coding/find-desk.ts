/** All the coding desk shows of one conversation: its words by turns, who says them, and what they carry. */
import { and, eq, gt, sql, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import type { Wording } from '#people/tables.ts'
import { positionsIn } from '#listening/code-points.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import { transcripts } from '#listening/tables.ts'
import { type Format } from '#listening/vocabulary.ts'
import { findCodingsOfTranscript } from './find-codings.ts'
import { codings, type SpecialCategory, type Stance } from '../tables.ts'

export type DeskTurn = {
	position: number
	speaker: string
	/** Where it begins in the transcript, in code points. */
	start: number
	/** Empty while what they said is restricted. */
	text: string
	/** A voice whose speaker agreed to be analysed. */
	mayCode: boolean
}

export type DeskSpeaker = {
	code: string
	isModerator: boolean
	role: Wording | null
	district: string | null
	mayQuote: boolean
}

export type DeskCoding = {
	id: string
	start: number
	end: number
	themeId: string
	stance: Stance
	intensity: number
	isGoodQuote: boolean
	isSensitive: boolean
	/** Article 9 GDPR: what the passage tells of its speaker. */
	specialCategory: SpecialCategory | null
	coderName: string
	/** Grows with every change. */
	version: number
}

export type Desk = {
	conversation: { id: string; slug: string; title: string; format: Format; heldOn: string | null }
	transcriptId: string
	turns: DeskTurn[]
	speakers: DeskSpeaker[]
	codings: DeskCoding[]
	/** When the codings were read, by the database's clock. */
	at: string
}

/** @throws {Problem} `conversation-unknown`, `transcript-missing` while nothing is written down yet */
export async function findDesk(db: MunicipalityDatabase, slug: string): Promise<Desk> {
	const { rows } = await db.execute<
		Desk['conversation'] & { transcriptId: string | null; text: string | null; at: string }
	>(sql`
		select conversation.id, conversation.slug, conversation.title, conversation.format,
			conversation.held_on::text as "heldOn", transcript.id as "transcriptId", transcript.text,
			clock_timestamp()::text as at
		from conversation left join transcript on transcript.conversation_id = conversation.id
		where conversation.slug = ${slug}
		order by transcript.version desc limit 1`)
	const [found] = rows
	if (!found) throw new Problem('not-found', 'conversation-unknown')
	const { transcriptId, text, at, ...conversation } = found
	if (transcriptId === null || text === null) throw new Problem('not-found', 'transcript-missing')
	return {
		conversation,
		transcriptId,
		turns: await findTurns(db, transcriptId, text),
		speakers: await findSpeakers(db, conversation.id),
		codings: await findDeskCodings(db, transcriptId),
		at: new Date(at).toISOString(),
	}
}

export type StandingCodings = {
	codings: DeskCoding[]
	/** Ids of those that stand no more. All others are left out of an answer to `since`, as nothing happened to them. */
	removed: string[]
	/** Ask with this the next time. */
	at: string
}

/** Changes are written at one time and seen at another: who asks again gets the last moments twice. */
const SEEN_TWICE = sql`interval '5 seconds'`

/**
 * For a desk that is open: all its codings, or what happened to them since it last asked.
 *
 * @throws {Problem} `transcript-rewritten` when its version is gone
 */
export async function findStandingCodings(
	db: MunicipalityDatabase,
	transcriptId: string,
	since?: Date,
): Promise<StandingCodings> {
	const [standing] = await db
		.select({ at: sql<string>`clock_timestamp()::text` })
		.from(transcripts)
		.where(eq(transcripts.id, transcriptId))
	if (!standing) throw new Problem('conflict', 'transcript-rewritten')
	const at = new Date(standing.at).toISOString()
	if (!since) return { codings: await findDeskCodings(db, transcriptId), removed: [], at }
	const changed = gt(codings.changedAt, sql`${since.toISOString()}::timestamptz - ${SEEN_TWICE}`)
	const touched = await db
		.select({ id: codings.id })
		.from(codings)
		.where(and(eq(codings.transcriptId, transcriptId), changed))
	const shown = touched.length > 0 ? await findDeskCodings(db, transcriptId, changed) : []
	const ids = new Set(shown.map(({ id }) => id))
	return { codings: shown, removed: touched.map(({ id }) => id).filter((id) => !ids.has(id)), at }
}

async function findDeskCodings(db: MunicipalityDatabase, transcriptId: string, only?: SQL): Promise<DeskCoding[]> {
	const found = await findCodingsOfTranscript(db, transcriptId, only)
	return found.map(({ transcriptId: _, voiceId: __, quote: ___, ...coding }) => coding)
}

async function findTurns(db: MunicipalityDatabase, transcriptId: string, text: string): Promise<DeskTurn[]> {
	const { rows } = await db.execute<Omit<DeskTurn, 'text'> & { end: number; isRestricted: boolean }>(sql`
		select turn.position, speaker.code as speaker, turn.start, turn."end",
			turn.voice_id is not null and ${speakerAllows('analyse')} as "mayCode",
			speaker.restricted_at is not null as "isRestricted"
		from turn join speaker on speaker.id = turn.speaker_id
		where turn.transcript_id = ${transcriptId}
		order by turn.position`)
	const { toUnit } = positionsIn(text)
	return rows.map(({ end, isRestricted, ...turn }) => ({
		...turn,
		text: isRestricted ? '' : text.slice(toUnit(turn.start), toUnit(end)),
	}))
}

async function findSpeakers(db: MunicipalityDatabase, conversationId: string): Promise<DeskSpeaker[]> {
	const { rows } = await db.execute<DeskSpeaker>(sql`
		select speaker.code, speaker.is_moderator as "isModerator", role.label as role, district.name as district,
			${speakerAllows('quote')} as "mayQuote"
		from speaker
		left join role on role.id = speaker.role_id
		left join district on district.id = speaker.district_id
		where speaker.conversation_id = ${conversationId}
		order by speaker.code`)
	return rows
}
