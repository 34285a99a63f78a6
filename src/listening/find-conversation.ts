/** One conversation: what is known of it, who spoke, and its words page by page. */
import { and, asc, count, eq, gte, isNull, lt, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { accounts } from '#people/account.tables.ts'
import { districts, roles, sectors, type Wording } from '#people/tables.ts'
import { sliceCodePoints } from './code-points.ts'
import { findNewestTranscript } from './find-newest-transcript.ts'
import { SHOWN_TITLE, speakerAllows } from './speaker-allows.ts'
import { consents } from './consent.tables.ts'
import { conversations, rounds, sources, speakers, transcripts, turns, type Warning } from './tables.ts'
import { type Channel } from './vocabulary.ts'

export type FoundConversation = Awaited<ReturnType<typeof findConversation>>

/** @throws {Problem} `conversation-unknown` */
export async function findConversation(db: MunicipalityDatabase, slug: string) {
	const [found] = await db
		.select({
			id: conversations.id,
			slug: conversations.slug,
			title: SHOWN_TITLE,
			format: conversations.format,
			heldOn: conversations.heldOn,
			place: conversations.place,
			moderators: conversations.moderators,
			namesCheckedAt: conversations.namesCheckedAt,
			districtSlug: districts.slug,
			district: districts.name,
			roundSlug: rounds.slug,
			roundTitle: rounds.title,
		})
		.from(conversations)
		.innerJoin(rounds, eq(rounds.id, conversations.roundId))
		.leftJoin(districts, eq(districts.id, conversations.districtId))
		.where(eq(conversations.slug, slug))
	if (!found) throw new Problem('not-found', 'conversation-unknown')
	return found
}

export type FoundSpeaker = {
	id: string
	code: string
	pseudonym: string | null
	isModerator: boolean
	ageBand: string | null
	sector: string | null
	sectorLabel: Wording | null
	role: string | null
	roleLabel: Wording | null
	district: string | null
	districtName: string | null
	isUnder16: boolean
	isRestricted: boolean
	/** Consents in force. */
	channels: Channel[]
	/** A parent agreed to all of them. */
	byGuardian: boolean
	/** How each of them was given, the same way and day named once. */
	givens: FoundGiven[]
	/** Scan of the signed paper. */
	scanFileId: string | null
}

export type FoundGiven = {
	given: (typeof consents.$inferSelect)['given']
	givenOn: string | null
	/** Who wrote it down. */
	notedBy: string | null
	channels: Channel[]
}

/** Everybody in the conversation, in the order in which they first spoke. */
export async function findSpeakers(db: MunicipalityDatabase, conversationId: string): Promise<FoundSpeaker[]> {
	const found = await db
		.select({
			id: speakers.id,
			code: speakers.code,
			pseudonym: speakers.pseudonym,
			isModerator: speakers.isModerator,
			ageBand: speakers.ageBand,
			isUnder16: speakers.isUnder16,
			isRestricted: sql<boolean>`${speakers.restrictedAt} is not null`,
			sector: sectors.slug,
			sectorLabel: sectors.label,
			role: roles.slug,
			roleLabel: roles.label,
			district: districts.slug,
			districtName: districts.name,
		})
		.from(speakers)
		.leftJoin(sectors, eq(sectors.id, speakers.sectorId))
		.leftJoin(roles, eq(roles.id, speakers.roleId))
		.leftJoin(districts, eq(districts.id, speakers.districtId))
		.where(eq(speakers.conversationId, conversationId))
		.orderBy(
			sql`(select min(${turns.position}) from ${turns} where ${turns.speakerId} = ${speakers.id})`,
			asc(speakers.code),
		)
	const given = await db
		.select({
			speakerId: consents.speakerId,
			channel: consents.channel,
			given: consents.given,
			givenOn: consents.givenOn,
			byGuardian: consents.byGuardian,
			scanFileId: consents.scanFileId,
			notedBy: accounts.name,
		})
		.from(consents)
		.innerJoin(speakers, eq(speakers.id, consents.speakerId))
		.leftJoin(accounts, eq(accounts.id, consents.notedBy))
		.where(and(eq(speakers.conversationId, conversationId), isNull(consents.withdrawnAt)))
	const held = Map.groupBy(given, ({ speakerId }) => speakerId)
	return found.map((speaker) => {
		const own = held.get(speaker.id) ?? []
		return {
			...speaker,
			channels: own.map(({ channel }) => channel),
			byGuardian: own.length > 0 && own.every(({ byGuardian }) => byGuardian),
			givens: givensOf(own),
			scanFileId: own.find(({ scanFileId }) => scanFileId)?.scanFileId ?? null,
		}
	})
}

function givensOf(held: readonly (Omit<FoundGiven, 'channels'> & { channel: Channel })[]): FoundGiven[] {
	const same = Map.groupBy(held, ({ given, givenOn, notedBy }) => [given, givenOn, notedBy].join())
	return Array.from(same.values(), (alike) => {
		const [{ given, givenOn, notedBy }] = alike as [(typeof alike)[number]]
		return { given, givenOn, notedBy, channels: alike.map(({ channel }) => channel) }
	})
}

export type TranscriptTurn = {
	position: number
	speakerId: string
	/** Null while what they said is restricted. */
	text: string | null
	/** Where in the recording; only of people who allow one. */
	fromMs: number | null
}
export type TranscriptPage = {
	transcriptId: string
	version: number
	turns: TranscriptTurn[]
	total: number
	pages: number
}

const TURNS_PER_PAGE = 200

/** A page of the newest transcript; reads no more of the text than it shows. Null when nothing is written down yet. */
export async function findTranscriptPage(
	db: MunicipalityDatabase,
	conversationId: string,
	page: number,
): Promise<TranscriptPage | null> {
	const transcript = await findNewestTranscript(db, conversationId)
	if (!transcript) return null
	const [counted] = await db.select({ total: count() }).from(turns).where(eq(turns.transcriptId, transcript.id))
	const total = counted?.total ?? 0
	const from = (Math.max(1, page) - 1) * TURNS_PER_PAGE
	const found = await db
		.select({
			position: turns.position,
			speakerId: turns.speakerId,
			start: turns.start,
			end: turns.end,
			fromMs: sql<
				number | null
			>`case when ${speakerAllows('record')} or ${speakers.isModerator} then ${turns.fromMs} end`,
			isRestricted: sql<boolean>`${speakers.restrictedAt} is not null`,
		})
		.from(turns)
		.innerJoin(speakers, eq(speakers.id, turns.speakerId))
		.where(
			and(eq(turns.transcriptId, transcript.id), gte(turns.position, from), lt(turns.position, from + TURNS_PER_PAGE)),
		)
		.orderBy(asc(turns.position))
	const [start, end] = [found[0]?.start ?? 0, found.at(-1)?.end ?? 0]
	const [piece] = await db
		.select({ text: sql<string>`substring(${transcripts.text} from ${start + 1}::int for ${end - start}::int)` })
		.from(transcripts)
		.where(eq(transcripts.id, transcript.id))
	const text = piece?.text ?? ''
	return {
		transcriptId: transcript.id,
		version: transcript.version,
		total,
		pages: Math.ceil(total / TURNS_PER_PAGE),
		turns: found.map(({ position, speakerId, fromMs, isRestricted, ...turn }) => ({
			position,
			speakerId,
			fromMs,
			text: isRestricted ? null : sliceCodePoints(text, turn.start - start, turn.end - start),
		})),
	}
}

/** What reading the file left out or guessed, for the team to check. */
export async function findSourceWarnings(db: MunicipalityDatabase, conversationId: string): Promise<Warning[]> {
	const found = await db
		.select({ report: sources.report })
		.from(sources)
		.where(eq(sources.conversationId, conversationId))
	return found.flatMap(({ report }) => report.warnings)
}

/** The address of a conversation. @throws {Problem} `conversation-unknown` */
export async function findAddress(db: MunicipalityDatabase, conversationId: string): Promise<string> {
	const [found] = await db
		.select({ slug: conversations.slug })
		.from(conversations)
		.where(eq(conversations.id, conversationId))
	if (!found) throw new Problem('not-found', 'conversation-unknown')
	return found.slug
}

/** The first words of everybody, up to 160 code points, by speaker: so that the team recognises who is meant. */
export async function findFirstWords(db: MunicipalityDatabase, conversationId: string): Promise<Map<string, string>> {
	const found = await db
		.selectDistinctOn([turns.speakerId], {
			speakerId: turns.speakerId,
			words: sql<string>`substring(${transcripts.text} from ${turns.start} + 1 for least(${turns.end} - ${turns.start}, 160))`,
		})
		.from(turns)
		.innerJoin(speakers, eq(speakers.id, turns.speakerId))
		.innerJoin(transcripts, eq(transcripts.id, turns.transcriptId))
		.where(and(eq(transcripts.conversationId, conversationId), isNull(speakers.restrictedAt)))
		.orderBy(turns.speakerId, asc(turns.position))
	return new Map(found.map(({ speakerId, words }) => [speakerId, words]))
}
