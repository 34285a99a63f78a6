/** What was heard: rounds, conversations, who spoke, and the words themselves. */
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
import { districts, roles, sectors } from '#people/tables.ts'
import { AGE_BANDS, CHOSEN_STANCES, FORMATS } from './vocabulary.ts'

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
		/** What it is found by (`searchWordsOf`). Null when nobody has read it yet: the database empties it when the text changes. */
		search: tsvector(),
	},
	(voice) => [
		unique('voice_position').on(voice.municipalityId, voice.conversationId, voice.position),
		index('voice_by_speaker').on(voice.municipalityId, voice.speakerId),
		index('voice_search').using('gin', voice.search),
		index('voice_unread')
			.on(voice.municipalityId)
			.where(sql`${voice.search} is null`),
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
