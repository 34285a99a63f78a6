/** What changes when somebody turns out to have moderated, or not: moderators' turns are no voices. */
import { randomUUID } from 'node:crypto'
import { and, asc, eq, inArray, isNull, max, sql } from 'drizzle-orm'
import { announce } from '#platform/announcements.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { findNewestTranscript } from './find-newest-transcript.ts'
import { transcripts, turns, voices } from './tables.ts'

declare module '#platform/announcements.ts' {
	interface Announcements {
		/** What somebody said is no voice any more, because they moderated. Whoever needs these voices refuses. */
		'voices-end': { voiceIds: string[] }
	}
}

/** Their turns stay in the transcript. */
export async function endVoices(db: MunicipalityDatabase, speakerId: string) {
	const ending = await db.select({ id: voices.id }).from(voices).where(eq(voices.speakerId, speakerId))
	const voiceIds = ending.map(({ id }) => id)
	if (voiceIds.length === 0) return
	await announce(db, 'voices-end', { voiceIds })
	await db.update(turns).set({ voiceId: null }).where(inArray(turns.voiceId, voiceIds))
	await db.delete(voices).where(inArray(voices.id, voiceIds))
}

/** The words come from the newest transcript; new voices stand behind those the conversation has. */
export async function beginVoices(db: MunicipalityDatabase, conversationId: string, speakerId: string) {
	const newest = await findNewestTranscript(db, conversationId)
	if (!newest) return
	const said = await db
		.select({
			turnId: turns.id,
			text: sql<string>`substring(${transcripts.text} from ${turns.start} + 1 for ${turns.end} - ${turns.start})`,
		})
		.from(turns)
		.innerJoin(transcripts, eq(transcripts.id, turns.transcriptId))
		.where(and(eq(turns.transcriptId, newest.id), eq(turns.speakerId, speakerId), isNull(turns.voiceId)))
		.orderBy(asc(turns.position))
	if (said.length === 0) return
	const [last] = await db
		.select({ position: max(voices.position) })
		.from(voices)
		.where(eq(voices.conversationId, conversationId))
	const begun = said.map(({ turnId, text }, at) => ({
		turnId,
		voice: { id: randomUUID() as string, conversationId, speakerId, text, position: (last?.position ?? -1) + 1 + at },
	}))
	await db.insert(voices).values(begun.map(({ voice }) => voice))
	const [turnIds, voiceIds] = [begun.map(({ turnId }) => turnId), begun.map(({ voice }) => voice.id)]
	await db.execute(sql`
		update ${turns} set voice_id = pair.voice_id
		from unnest(${sql.param(turnIds)}::uuid[], ${sql.param(voiceIds)}::uuid[]) as pair(turn_id, voice_id)
		where ${turns.id} = pair.turn_id`)
}
