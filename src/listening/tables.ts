/** What was heard: rounds, conversations, who spoke with which consent, and the words themselves. */
import { sql } from 'drizzle-orm'
import {
	boolean,
	check,
	customType,
	date,
	doublePrecision,
	index,
	integer,
	jsonb,
	text,
	timestamp,
	unique,
	uuid,
} from 'drizzle-orm/pg-core'
import { cites, municipalTable } from '#platform/database/municipal-table.ts'
import { files } from '#platform/tables.ts'
import { accounts, consentTexts, districts, roles, sectors } from '#people/tables.ts'
import { AGE_BANDS, CHANNELS, CHOSEN_STANCES, FORMATS } from './vocabulary.ts'

export { AGE_BANDS, CHANNELS, CHOSEN_STANCES, FORMATS } from './vocabulary.ts'
export type { Channel, ChosenStance, Format } from './vocabulary.ts'

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** One row per listening campaign. */
export const rounds = municipalTable(
	'round',
	{
		slug: text().notNull(),
		title: text().notNull(),
		question: text().notNull().default(''),
		startsOn: date({ mode: 'string' }),
		endsOn: date({ mode: 'string' }),
		/** Takes voices from the public form. At most one round does. */
		isOpen: boolean().notNull().default(false),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
	},
	(round) => [unique('round_slug').on(round.municipalityId, round.slug)],
)

/** The guide of a round: open questions in two directions. */
export const guideQuestions = municipalTable(
	'guide_question',
	{
		roundId: uuid().notNull(),
		direction: text({ enum: ['helps', 'hinders', 'open'] }).notNull(),
		wording: text().notNull(),
		position: integer().notNull().default(0),
	},
	(question) => [cites(question, question.roundId, rounds, 'cascade')],
)

/** One row per occasion on which somebody spoke or wrote. A written voice is a conversation of one. */
export const conversations = municipalTable(
	'conversation',
	{
		roundId: uuid().notNull(),
		slug: text().notNull(),
		title: text().notNull(),
		format: text({ enum: FORMATS }).notNull(),
		/** Day in the municipality's time zone; unknown days stay empty. */
		heldOn: date({ mode: 'string' }),
		districtId: uuid(),
		place: text().notNull().default(''),
		moderators: text()
			.array()
			.notNull()
			.default(sql`'{}'::text[]`),
		state: text({ enum: ['planned', 'held', 'transcribed', 'released'] })
			.notNull()
			.default('transcribed'),
		/** When the team had gone through every name found in it; null while somebody still has to. */
		namesCheckedAt: timestamp({ withTimezone: true }),
		/** Where it came from, so that a second import adds nothing: a hash, unique in its round. */
		originKey: text(),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
	},
	(conversation) => [
		unique('conversation_slug').on(conversation.municipalityId, conversation.slug),
		unique('conversation_origin').on(conversation.municipalityId, conversation.roundId, conversation.originKey),
		index('conversation_by_round').on(conversation.municipalityId, conversation.roundId, conversation.format),
		cites(conversation, conversation.roundId, rounds),
		cites(conversation, conversation.districtId, districts),
	],
)

/** One row per person in a conversation, under a pseudonym. Real names are not kept. */
export const speakers = municipalTable(
	'speaker',
	{
		conversationId: uuid().notNull(),
		/** As in the transcript: `B3`, `M`. */
		code: text().notNull(),
		pseudonym: text(),
		isModerator: boolean().notNull().default(false),
		sectorId: uuid(),
		roleId: uuid(),
		districtId: uuid(),
		ageBand: text({ enum: AGE_BANDS }),
		/** Counts only with a parent's agreement (`consent.by_guardian`). */
		isUnder16: boolean().notNull().default(false),
		/** Since when their words are kept but not used (article 18 GDPR). */
		restrictedAt: timestamp({ withTimezone: true }),
	},
	(speaker) => [
		unique('speaker_code').on(speaker.municipalityId, speaker.conversationId, speaker.code),
		cites(speaker, speaker.conversationId, conversations, 'cascade'),
		cites(speaker, speaker.sectorId, sectors),
		cites(speaker, speaker.roleId, roles),
		cites(speaker, speaker.districtId, districts),
	],
)

/** One row per speaker and channel. No row means no consent; withdrawing fills `withdrawnAt` and keeps the row. */
export const consents = municipalTable(
	'consent',
	{
		speakerId: uuid().notNull(),
		channel: text({ enum: CHANNELS }).notNull(),
		given: text({ enum: ['on-paper', 'by-voice', 'on-the-web', 'imported'] }).notNull(),
		consentTextId: uuid(),
		givenOn: date({ mode: 'string' }),
		/** A parent or guardian agreed for somebody under 16. */
		byGuardian: boolean().notNull().default(false),
		/** The signed paper, scanned. */
		scanFileId: uuid(),
		/** Who wrote down a consent given by voice or on paper. */
		notedBy: text().references(() => accounts.id, { onDelete: 'set null' }),
		withdrawnAt: timestamp({ withTimezone: true }),
	},
	(consent) => [
		unique('consent_once').on(consent.municipalityId, consent.speakerId, consent.channel),
		cites(consent, consent.speakerId, speakers, 'cascade'),
		cites(consent, consent.consentTextId, consentTexts),
		cites(consent, consent.scanFileId, files),
	],
)

/** What a reader has to say about a file: `words/*.json` hold the sentence for `listening_warning_<code>`. */
export type Warning = { code: string; facts: Record<string, string | number> }

/** What reading a file found and left out. */
export type ExtractionReport = { reader: string; warnings: Warning[] }

/** The file a transcript was read from, and what reading it found. */
export const sources = municipalTable(
	'source',
	{
		conversationId: uuid().notNull(),
		/** Null once its bytes were sealed away with the original, or erased. */
		fileId: uuid(),
		report: jsonb().$type<ExtractionReport>().notNull(),
		importedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
	},
	(source) => [cites(source, source.conversationId, conversations, 'cascade'), cites(source, source.fileId, files)],
)

/**
 * The words of a conversation, LF line ends. Rows are never changed: positions of turns and codings point into them.
 * Positions are Unicode code points, half-open `[start, end)`.
 */
export const transcripts = municipalTable(
	'transcript',
	{
		conversationId: uuid().notNull(),
		version: integer().notNull().default(1),
		text: text().notNull(),
		/** Length of `text` in code points. */
		length: integer().notNull(),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
	},
	(transcript) => [
		unique('transcript_version').on(transcript.municipalityId, transcript.conversationId, transcript.version),
		cites(transcript, transcript.conversationId, conversations, 'cascade'),
		check('transcript_has_lf_only', sql`position(chr(13) in ${transcript.text}) = 0`),
	],
)

/** One contribution of one speaker: a turn, a card, a written text. Moderators' turns are no voices. */
export const voices = municipalTable(
	'voice',
	{
		conversationId: uuid().notNull(),
		speakerId: uuid().notNull(),
		/** Order inside its conversation, from 0. */
		position: integer().notNull(),
		/** What the writer put above it; not part of the transcript. */
		title: text(),
		/** The same words as its turn in the newest transcript; search and lists read this column only. */
		text: text().notNull(),
		/** The direction its writer chose for it, where somebody asked. */
		stance: text({ enum: CHOSEN_STANCES }),
		latitude: doublePrecision(),
		longitude: doublePrecision(),
		search: tsvector().generatedAlwaysAs(
			sql`to_tsvector('german', translate(regexp_replace(text, '-\\n(?=[a-zäöüß])', '', 'g'), E'\\u00ad', ''))`,
		),
	},
	(voice) => [
		unique('voice_position').on(voice.municipalityId, voice.conversationId, voice.position),
		index('voice_by_speaker').on(voice.municipalityId, voice.speakerId),
		index('voice_search').using('gin', voice.search),
		cites(voice, voice.conversationId, conversations, 'cascade'),
		cites(voice, voice.speakerId, speakers, 'cascade'),
	],
)

/** Where a speaker's contribution stands in one transcript version. */
export const turns = municipalTable(
	'turn',
	{
		transcriptId: uuid().notNull(),
		speakerId: uuid().notNull(),
		/** Null for a moderator's turn. */
		voiceId: uuid(),
		position: integer().notNull(),
		start: integer().notNull(),
		end: integer().notNull(),
		/** Milliseconds into the recording, where known. */
		fromMs: integer(),
		toMs: integer(),
	},
	(turn) => [
		unique('turn_position').on(turn.municipalityId, turn.transcriptId, turn.position),
		index('turn_by_voice').on(turn.municipalityId, turn.voiceId),
		index('turn_by_start').on(turn.municipalityId, turn.transcriptId, turn.start),
		cites(turn, turn.transcriptId, transcripts, 'cascade'),
		cites(turn, turn.speakerId, speakers, 'cascade'),
		cites(turn, turn.voiceId, voices, 'cascade'),
		check('turn_is_a_range', sql`${turn.start} >= 0 and ${turn.end} >= ${turn.start}`),
	],
)

/**
 * One row per receipt handed out. What it opens is sealed with a key only the code yields, so that nobody can list
 * whose receipt is whose. No time but the ISO week, no address, no code. Design: docs/decisions/0004-receipts.md
 */
export const receipts = municipalTable(
	'receipt',
	{
		/** HMAC of the code under the first pepper, hex. */
		lookup: text().notNull(),
		pepperId: text().notNull(),
		/** AES-256-GCM over the ids of the voices, under the key derived from the code and the second pepper. */
		sealed: bytea().notNull(),
		/** ISO week of issue: `2026-W47`. */
		issuedWeek: text().notNull(),
		revokedAt: timestamp({ withTimezone: true }),
	},
	(receipt) => [unique('receipt_lookup').on(receipt.municipalityId, receipt.lookup)],
)

/** Public submissions already taken, so that a repeated one is the same voice. Holds a keyed hash, nothing else. */
export const submissions = municipalTable(
	'submission',
	{ submissionHash: text().notNull(), submittedWeek: text().notNull() },
	(submission) => [unique('submission_once').on(submission.municipalityId, submission.submissionHash)],
)

/** How to reach somebody who allowed it. Kept apart from what they said, sealed with a key outside the database. */
export const contacts = municipalTable(
	'contact',
	{ speakerId: uuid().notNull(), sealed: bytea().notNull() },
	(contact) => [
		unique('contact_once').on(contact.municipalityId, contact.speakerId),
		cites(contact, contact.speakerId, speakers, 'cascade'),
	],
)

/**
 * A conversation as it was before names were replaced: text, turns and the file it came from, sealed with a key outside
 * the database. Deleted on its own, while the pseudonymised words stay.
 */
export const sealedOriginals = municipalTable(
	'sealed_original',
	{
		conversationId: uuid().notNull(),
		/** The transcript version it was. */
		version: integer().notNull(),
		sealed: bytea().notNull(),
		sealedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
	},
	(original) => [
		unique('sealed_original_version').on(original.municipalityId, original.conversationId, original.version),
		cites(original, original.conversationId, conversations, 'cascade'),
	],
)

/** What stands for a name throughout one conversation: `[Verein 1]`. The name itself is sealed. */
export const pseudonyms = municipalTable(
	'pseudonym',
	{
		conversationId: uuid().notNull(),
		kind: text().notNull(),
		replacement: text().notNull(),
		sealedName: bytea().notNull(),
	},
	(pseudonym) => [
		unique('pseudonym_once').on(pseudonym.municipalityId, pseudonym.conversationId, pseudonym.replacement),
		cites(pseudonym, pseudonym.conversationId, conversations, 'cascade'),
	],
)

/** How sure the machine was; `by-hand` was marked by a person. */
export const CERTAINTIES = ['certain', 'likely', 'cue', 'by-hand'] as const

/** A place in a transcript that may give somebody away, `[start, end)` in code points, and what a person decided. */
export const nameFindings = municipalTable(
	'name_finding',
	{
		transcriptId: uuid().notNull(),
		start: integer().notNull(),
		end: integer().notNull(),
		kind: text().notNull(),
		/** The name without its case ending: findings of the same kind and name are about the same. */
		name: text().notNull().default(''),
		/** What shall stand there, case ending included: suggested, until somebody decides. */
		replacement: text().notNull().default(''),
		certainty: text({ enum: CERTAINTIES }).notNull().default('likely'),
		state: text({ enum: ['open', 'replaced', 'kept'] })
			.notNull()
			.default('open'),
		decidedBy: text().references(() => accounts.id, { onDelete: 'set null' }),
		decidedAt: timestamp({ withTimezone: true }),
	},
	(finding) => [
		unique('name_finding_place').on(finding.municipalityId, finding.transcriptId, finding.start, finding.end),
		cites(finding, finding.transcriptId, transcripts, 'cascade'),
		check('name_finding_is_a_range', sql`${finding.start} >= 0 and ${finding.end} > ${finding.start}`),
	],
)

export const TOMBSTONE_KINDS = [...CHANNELS, 'erased', 'restricted'] as const

/** What was withdrawn, so that a restored backup withdraws it again: a keyed hash of the speaker's id, nothing else. */
export const tombstones = municipalTable(
	'tombstone',
	{ hash: text().notNull(), kind: text({ enum: TOMBSTONE_KINDS }).notNull(), week: text().notNull() },
	(tombstone) => [unique('tombstone_once').on(tombstone.municipalityId, tombstone.hash, tombstone.kind)],
)

/** What somebody asked about their own data, by receipt, by mail or in person, and when it was done. */
export const dataRequests = municipalTable(
	'data_request',
	{
		kind: text({ enum: ['access', 'correct', 'restrict', 'release', 'erase', 'withdraw'] }).notNull(),
		via: text({ enum: ['receipt', 'mail', 'in-person'] }).notNull(),
		/** Null once the person is erased. */
		speakerId: uuid(),
		/** What should be corrected, in their words. Never public. */
		wish: text().notNull().default(''),
		receivedOn: date({ mode: 'string' }).notNull(),
		doneOn: date({ mode: 'string' }),
		doneBy: text().references(() => accounts.id, { onDelete: 'set null' }),
	},
	(request) => [index('data_request_open').on(request.municipalityId, request.doneOn)],
)
