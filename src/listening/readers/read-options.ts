/** What somebody who brings a file says about it, and what reading it gives. */
import type { PreparedConversation } from '../prepared-conversation.ts'
import type { Warning } from '../tables.ts'
import type { Channel, Format } from '../vocabulary.ts'
import type { SpeakerMap } from './speaker-map.ts'

/** A file as it came: nothing in it is believed yet. */
export type GivenFile = { name: string; bytes: Uint8Array }

/** Columns of a table of voices that mean something to us. */
export const COLUMN_MEANINGS = ['text', 'title', 'date', 'place', 'role', 'theme', 'lat', 'lon', 'id'] as const
export type ColumnMeaning = (typeof COLUMN_MEANINGS)[number]

/** A district or role of the municipality, by every name a file may use for it. */
export type KnownName = { slug: string; names: string[] }

export type ReadOptions = {
	/** Else what the file says; else the usual one, and for a table written voices. */
	format?: Format | undefined
	/** What a text is that says nothing of itself; an interview when left out. */
	usualFormat?: Format | undefined
	/** Made from the file's name when empty. */
	title?: string | undefined
	/** ISO date. */
	heldOn?: string | null | undefined
	/** Slug; a file that names its own district wins. */
	district?: string | undefined
	place?: string | undefined
	speakerMap?: SpeakerMap | undefined
	/** Which column of the file holds what; the usual names are found without it. */
	columns?: Partial<Record<ColumnMeaning, string>> | undefined
	/** What the people in the file agreed to. */
	channels: readonly Channel[]
	knownDistricts: readonly KnownName[]
	knownRoles: readonly KnownName[]
}

/** Conversations without their source: the caller adds it. */
export type ReadResult = {
	reader: string
	conversations: PreparedConversation[]
	warnings: Warning[]
	/** What is kept instead of the file, where it carried more than its words. */
	cleaned?: Uint8Array
}

/** The slug behind a name as people write it, if the municipality knows it. */
export function slugBehind(name: string | null | undefined, known: readonly KnownName[]): string | undefined {
	const wanted = plainName(name ?? '')
	return wanted === ''
		? undefined
		: known.find(({ slug, names }) => [slug, ...names].some((one) => plainName(one) === wanted))?.slug
}

function plainName(name: string): string {
	return name.normalize('NFC').trim().toLowerCase()
}
