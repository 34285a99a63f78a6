/** The one way in which conversations come into being: from files, forms, the demo, one or thousands at a time. */
import { and, eq, inArray } from 'drizzle-orm'
import { announce } from '#platform/announcements.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { conversations, rounds } from './tables.ts'
import { checkPrepared } from './prepared-conversation.rules.ts'
import type { PreparedConversation } from './prepared-conversation.ts'
import { writeConversations, type WrittenVoice } from './write-conversations.ts'

declare module '#platform/announcements.ts' {
	interface Announcements {
		/** Voices came with a theme their writers had chosen; `ranges` by that theme's name in the file. */
		'voices-categorised': { roundId: string; categories: { name: string; ranges: CategorisedRange[] }[] }
	}
}

/** A whole voice in its transcript, `[start, end)` in code points. */
export type CategorisedRange = { voiceId: string; transcriptId: string; start: number; end: number }

export type RecordConversations = {
	roundId: string
	conversations: readonly PreparedConversation[]
	at: Date
	/** Called after each batch with the rows written so far. */
	progress?: (done: number, of: number) => void
}

export type RecordedConversations = {
	/** Conversations written now, and those the round already held. */
	added: number
	unchanged: number
	conversations: number
	voices: number
	turns: number
	speakers: number
	/** Themes the writers had chosen, over all voices added. */
	themes: number
	/** Of every conversation handed over, in that order, whether added or already there. */
	ids: string[]
	/** Of every voice added, with what its receipt needs. */
	writtenVoices: WrittenVoice[]
}

/**
 * Records conversations with speakers, consents, source, transcript, turns and voices. Moderators' turns are no voices.
 *
 * A conversation whose `originKey` the round already holds is left as it is. All or nothing: one refusal refuses all.
 *
 * @throws {Problem} `round-unknown`; `text-unusable`, `turn-outside`, `speaker-twice`, `turn-without-speaker` from a
 * reader's mistake; `district-not-known`, `sector-not-known`, `role-not-known`
 */
export async function recordConversations(
	db: MunicipalityDatabase,
	{ roundId, conversations: prepared, at, progress }: RecordConversations,
): Promise<RecordedConversations> {
	for (const conversation of prepared) checkPrepared(conversation)
	const [round] = await db.select({ id: rounds.id }).from(rounds).where(eq(rounds.id, roundId))
	if (!round) throw new Problem('not-found', 'round-unknown')

	const known = await findKnown(db, roundId, prepared)
	const fresh = [...new Map(prepared.map((one) => [one.originKey, one])).values()].filter(
		({ originKey }) => !known.has(originKey),
	)
	const written = await writeConversations(db, roundId, fresh, at, progress)
	const categories = categoriesOf(written.voices)
	if (categories.length > 0) await announce(db, 'voices-categorised', { roundId, categories })

	const idOf = (originKey: string) => written.idByOrigin.get(originKey) ?? known.get(originKey)!
	return {
		added: fresh.length,
		unchanged: prepared.length - fresh.length,
		conversations: fresh.length,
		voices: written.voices.length,
		turns: written.turns,
		speakers: written.speakers,
		themes: categories.length,
		ids: prepared.map(({ originKey }) => idOf(originKey)),
		writtenVoices: written.voices,
	}
}

/** Ids of the conversations the round already holds, by origin. */
async function findKnown(db: MunicipalityDatabase, roundId: string, prepared: readonly PreparedConversation[]) {
	if (prepared.length === 0) return new Map<string, string>()
	const keys = prepared.map(({ originKey }) => originKey)
	const found = await db
		.select({ id: conversations.id, originKey: conversations.originKey })
		.from(conversations)
		.where(and(eq(conversations.roundId, roundId), inArray(conversations.originKey, keys)))
	return new Map(found.map(({ id, originKey }) => [originKey!, id]))
}

function categoriesOf(voices: readonly WrittenVoice[]) {
	const chosen = voices.filter(({ category }) => category)
	return Array.from(
		Map.groupBy(chosen, ({ category }) => category!),
		([name, same]) => ({
			name,
			ranges: same.map(({ voiceId, transcriptId, start, end }) => ({ voiceId, transcriptId, start, end })),
		}),
	)
}
