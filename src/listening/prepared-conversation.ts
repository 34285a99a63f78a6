/** A conversation as a reader, a form or a loader hands it over: it has no id yet. */
import { createHash } from 'node:crypto'
import type { ExtractionReport } from './tables.ts'
import type { AgeBand, Channel, ChosenStance, Format } from './vocabulary.ts'

export type { AgeBand } from './vocabulary.ts'

/** Consents somebody gave, all in the same way. `analyse` is needed before anybody may code the words. */
export type PreparedConsent = {
	channels: readonly Channel[]
	given: 'on-paper' | 'by-voice' | 'on-the-web' | 'imported'
	/** ISO date; unknown days stay empty. */
	givenOn?: string | null
	/** A parent agreed; needed under 16. */
	byGuardian?: boolean
	/** Ids of the wordings that were shown, by channel. */
	wordings?: Partial<Record<Channel, string>>
}

export type PreparedSpeaker = {
	/** Unique inside the conversation: `B3`, `M`. */
	code: string
	pseudonym?: string | null
	isModerator?: boolean
	/** Slugs. One that does not exist refuses the whole recording. */
	sector?: string | null
	role?: string | null
	district?: string | null
	ageBand?: AgeBand | null
	isUnder16?: boolean
	consent?: PreparedConsent
}

/** One contribution: `[start, end)` in code points of the conversation's text. */
export type PreparedTurn = {
	/** Code of its speaker. */
	speaker: string
	start: number
	end: number
	fromMs?: number | undefined
	toMs?: number | undefined
	/** What its writer put above it. */
	title?: string | null
	/** What its writer says of it. */
	stance?: ChosenStance | null
	latitude?: number | null
	longitude?: number | null
	/** The theme its writer chose for it, in the file's own words. */
	category?: string | null
}

/** The bytes something was read from. Conversations of one file share the object, and the file is kept once. */
export type PreparedSource = { name: string; mediaType: string; bytes: Uint8Array; report: ExtractionReport }

export type PreparedConversation = {
	/** Where the file gives it one that nobody else has. */
	id?: string
	/** Tells a second import that it is the same; unique in a round. See `originKeyOf`. */
	originKey: string
	/** Wished address; another one is taken when it is in use. */
	slug?: string
	title: string
	format: Format
	heldOn?: string | null
	/** Slug. */
	district?: string | null
	place?: string
	moderators?: string[]
	state?: 'planned' | 'held' | 'transcribed' | 'released'
	/** The transcript as it will stay: see `transcriptText`. */
	text: string
	speakers: readonly PreparedSpeaker[]
	turns: readonly PreparedTurn[]
	source?: PreparedSource
}

/** A key that is the same for the same parts, and tells nothing about them. */
export function originKeyOf(...parts: (string | Uint8Array)[]): string {
	const hash = createHash('sha256')
	for (const part of parts) hash.update(`${part.length}:`).update(part)
	return hash.digest('hex').slice(0, 40)
}

/** Text as transcripts hold it: LF line ends, no byte order mark, no half characters. Letters stay as they were written. */
export function transcriptText(text: string): string {
	return text
		.replace(/^\ufeff/, '')
		.replace(/\r\n?/g, '\n')
		.toWellFormed()
}
