/** Turns prepared conversations into rows, and writes the rows of each table in few statements. */
import { randomUUID } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { insertMany } from '#platform/database/insert-many.ts'
import { codePointLength, positionsIn } from './code-points.ts'
import { findNamedIds, type NamedIds } from './find-named-ids.ts'
import type { PreparedConversation, PreparedSpeaker } from './prepared-conversation.ts'
import { slugOf } from '#people/slugs.rules.ts'
import { consents } from './consent.tables.ts'
import { searchWordsOf } from './search-words.rules.ts'
import { conversations, sources, speakers, transcripts, turns, voices } from './tables.ts'
import { keepFiles } from './keep-files.ts'

export type WrittenVoice = {
	conversationId: string
	speakerId: string
	voiceId: string
	transcriptId: string
	start: number
	end: number
	category: string | null
}

type Rows = {
	conversations: (typeof conversations.$inferInsert)[]
	speakers: (typeof speakers.$inferInsert)[]
	consents: (typeof consents.$inferInsert)[]
	sources: (typeof sources.$inferInsert)[]
	transcripts: (typeof transcripts.$inferInsert)[]
	voices: (typeof voices.$inferInsert)[]
	turns: (typeof turns.$inferInsert)[]
}

/** Writes conversations that are checked and new; see `recordConversations`. */
export async function writeConversations(
	db: MunicipalityDatabase,
	roundId: string,
	prepared: readonly PreparedConversation[],
	at: Date,
	progress?: (done: number, of: number) => void,
) {
	const named = await findNamedIds(db, prepared)
	const slugs = await freeSlugs(db, prepared)
	const fileIds = await keepFiles(
		db,
		prepared.flatMap(({ source }) => source ?? []),
		at,
	)
	const rows: Rows = {
		conversations: [],
		speakers: [],
		consents: [],
		sources: [],
		transcripts: [],
		voices: [],
		turns: [],
	}
	const written: WrittenVoice[] = []
	for (const [position, conversation] of prepared.entries()) {
		const conversationId = conversation.id ?? randomUUID()
		rows.conversations.push({
			...conversationRow(conversation, named),
			id: conversationId,
			roundId,
			slug: slugs[position]!,
			createdAt: at,
		})
		const fileId = conversation.source && fileIds.get(conversation.source)
		if (fileId) rows.sources.push({ conversationId, fileId, report: conversation.source!.report, importedAt: at })
		const speakerIds = addSpeakers(rows, conversation.speakers, conversationId, named)
		written.push(...addWords(rows, conversation, conversationId, speakerIds, at))
	}
	await insertRows(db, rows, progress)
	return {
		voices: written,
		turns: rows.turns.length,
		speakers: rows.speakers.length,
		idByOrigin: new Map(rows.conversations.map(({ originKey, id }) => [originKey!, id!])),
	}
}

function conversationRow(prepared: PreparedConversation, named: NamedIds) {
	return {
		title: prepared.title,
		format: prepared.format,
		heldOn: prepared.heldOn ?? null,
		districtId: named.district(prepared.district),
		place: prepared.place ?? '',
		moderators: prepared.moderators ?? [],
		state: prepared.state ?? ('transcribed' as const),
		originKey: prepared.originKey,
	}
}

function addSpeakers(rows: Rows, prepared: readonly PreparedSpeaker[], conversationId: string, named: NamedIds) {
	const ids = new Map<string, { speakerId: string; isModerator: boolean }>()
	for (const speaker of prepared) {
		const speakerId = randomUUID()
		const isModerator = speaker.isModerator ?? false
		ids.set(speaker.code, { speakerId, isModerator })
		rows.speakers.push({
			id: speakerId,
			conversationId,
			code: speaker.code,
			pseudonym: speaker.pseudonym ?? null,
			isModerator,
			sectorId: named.sector(speaker.sector),
			roleId: named.role(speaker.role),
			districtId: named.district(speaker.district),
			ageBand: speaker.ageBand ?? null,
			isUnder16: speaker.isUnder16 ?? false,
		})
		for (const channel of new Set(speaker.consent?.channels)) {
			const { given, givenOn = null, byGuardian = false, wordings } = speaker.consent!
			const consentTextId = wordings?.[channel] ?? named.consentText(given, channel)
			rows.consents.push({ speakerId, channel, given, givenOn, byGuardian, consentTextId })
		}
	}
	return ids
}

function addWords(
	rows: Rows,
	{ text, turns: prepared }: PreparedConversation,
	conversationId: string,
	speakerIds: ReadonlyMap<string, { speakerId: string; isModerator: boolean }>,
	at: Date,
): WrittenVoice[] {
	const transcriptId = randomUUID()
	rows.transcripts.push({ id: transcriptId, conversationId, text, length: codePointLength(text), createdAt: at })
	const { toUnit } = positionsIn(text)
	const written: WrittenVoice[] = []
	for (const [position, turn] of prepared.entries()) {
		const { speakerId, isModerator } = speakerIds.get(turn.speaker)!
		const { start, end, fromMs = null, toMs = null } = turn
		const voiceId = isModerator ? null : randomUUID()
		rows.turns.push({ transcriptId, speakerId, voiceId, position, start, end, fromMs, toMs })
		if (!voiceId) continue
		const { title = null, stance = null, latitude = null, longitude = null, category = null } = turn
		const words = text.slice(toUnit(start), toUnit(end))
		rows.voices.push({
			id: voiceId,
			conversationId,
			speakerId,
			position: written.length,
			title,
			text: words,
			stance,
			latitude,
			longitude,
			search: searchWordsOf(words),
		})
		written.push({ conversationId, speakerId, voiceId, transcriptId, start, end, category })
	}
	return written
}

/** An address for each: the wished one or the title's, with random letters behind it when it is taken. */
async function freeSlugs(db: MunicipalityDatabase, prepared: readonly PreparedConversation[]): Promise<string[]> {
	const wished = prepared.map(
		({ slug, title, format }) => slug ?? (format === 'written' || format === 'card' ? '' : slugOf(title)),
	)
	const found = await db
		.select({ slug: conversations.slug })
		.from(conversations)
		.where(inArray(conversations.slug, [...new Set(wished)]))
	const taken = new Set(['', ...found.map(({ slug }) => slug)])
	return wished.map((slug, at) => {
		// A written voice gets no address from its title: addresses end up in logs.
		const base = slug || (prepared[at]!.format === 'card' ? 'karte' : 'stimme')
		const free = taken.has(slug) ? `${base}-${randomUUID().replaceAll('-', '').slice(0, 12)}` : slug
		taken.add(free)
		return free
	})
}

/** Rows of one statement: few enough to show progress. */
const ROWS_PER_STATEMENT = 500

/** Each table after those it cites. */
async function insertRows(
	db: MunicipalityDatabase,
	rows: Rows,
	progress: (done: number, of: number) => void = () => {},
) {
	const tables = { conversations, speakers, consents, sources, transcripts, voices, turns }
	const total = Object.values(rows).reduce((sum, { length }) => sum + length, 0)
	let done = 0
	for (const [name, table] of Object.entries(tables) as [keyof Rows, PgTable][]) {
		for (let from = 0; from < rows[name].length; from += ROWS_PER_STATEMENT) {
			const batch = rows[name].slice(from, from + ROWS_PER_STATEMENT)
			await insertMany(db, table, batch)
			progress((done += batch.length), total)
		}
	}
}
