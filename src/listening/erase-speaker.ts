/** Removes a person wholly, for good. What others said stays. */
import { and, asc, eq, inArray, isNotNull, ne, notExists, notInArray } from 'drizzle-orm'
import { announce } from '#platform/announcements.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { files } from '#platform/tables.ts'
import { appendAudit } from '#people/audit-log.ts'
import { deleteOriginals } from './names/delete-originals.ts'
import { deleteSourceFiles } from './names/seal-original.ts'
import { findNewestTranscript } from './find-newest-transcript.ts'
import { rewriteTranscript } from './rewrite-transcript.ts'
import { consents, dataRequests } from './consent.tables.ts'
import { conversations, sources, speakers, turns, voices } from './tables.ts'
import { CHANNELS } from './vocabulary.ts'
import { setTombstones } from './tombstones.ts'
import { withdrawConsent } from './withdraw-consent.ts'

declare module '#platform/announcements.ts' {
	interface Announcements {
		/** Comes after everything the person allowed was withdrawn, and while their voices are still there. */
		'speaker-erased': { speakerId: string; conversationId: string; voiceIds: string[] }
	}
}

/** Stands in a transcript where somebody's words were. */
const ERASED_WORDS = '[gelöscht]'

export type EraseSpeaker = {
	speakerId: string
	/** Account id, `system`, or `command`. */
	by?: string
	at: Date
}

/**
 * Erases words, consents with their scans, contact, and what others made of the words. The file a conversation was read
 * from and its sealed originals go wholly, because they hold the words too. Where nobody else spoke, the conversation
 * goes. A tombstone erases the person again in a backup from before.
 *
 * @throws {Problem} `speaker-unknown`
 */
export async function eraseSpeaker(db: MunicipalityDatabase, { speakerId, by = 'system', at }: EraseSpeaker) {
	const [speaker] = await db
		.select({ conversationId: speakers.conversationId })
		.from(speakers)
		.where(eq(speakers.id, speakerId))
		.for('update')
	if (!speaker) throw new Problem('not-found', 'speaker-unknown')
	const { conversationId } = speaker
	for (const channel of CHANNELS) await withdrawConsent(db, { speakerId, channel, at })
	await setTombstones(db, { speakerId, kinds: ['erased'], at })
	const said = await db.select({ id: voices.id }).from(voices).where(eq(voices.speakerId, speakerId))
	await announce(db, 'speaker-erased', { speakerId, conversationId, voiceIds: said.map(({ id }) => id) })

	await deleteScans(db, speakerId)
	await deleteSourceFiles(db, conversationId)
	await deleteOriginals(db, { conversationId, by, at })
	const nobody = { speakerId: null, wish: '', about: '', declinedBecause: '', extendedBecause: '' }
	await db.update(dataRequests).set(nobody).where(eq(dataRequests.speakerId, speakerId))
	if (await didOthersSpeak(db, conversationId, speakerId)) await eraseWords(db, { conversationId, speakerId, at })
	else await db.delete(conversations).where(eq(conversations.id, conversationId))
	await appendAudit(db, { by, act: 'speaker-erased', subject: 'speaker', subjectId: speakerId, at })
}

/** A sheet that others signed as well stays with them. */
async function deleteScans(db: MunicipalityDatabase, speakerId: string) {
	const scanned = await db
		.select({ fileId: consents.scanFileId })
		.from(consents)
		.where(and(eq(consents.speakerId, speakerId), isNotNull(consents.scanFileId)))
	const fileIds = scanned.map(({ fileId }) => fileId!)
	if (fileIds.length === 0) return
	await db.delete(consents).where(eq(consents.speakerId, speakerId))
	const signed = db.select({ id: consents.scanFileId }).from(consents).where(isNotNull(consents.scanFileId))
	const read = db.select({ id: sources.id }).from(sources).where(eq(sources.fileId, files.id))
	await db.delete(files).where(and(inArray(files.id, fileIds), notInArray(files.id, signed), notExists(read)))
}

async function didOthersSpeak(db: MunicipalityDatabase, conversationId: string, speakerId: string): Promise<boolean> {
	const own = eq(voices.conversationId, conversationId)
	return (await db.$count(voices, and(own, ne(voices.speakerId, speakerId)))) > 0
}

type EraseWords = { conversationId: string; speakerId: string; at: Date }

/** Their contributions are no contributions any more; between those of others it says that something was there. */
async function eraseWords(db: MunicipalityDatabase, { conversationId, speakerId, at }: EraseWords) {
	const newest = await findNewestTranscript(db, conversationId)
	const places = newest
		? await db
				.select({ start: turns.start, end: turns.end })
				.from(turns)
				.where(and(eq(turns.transcriptId, newest.id), eq(turns.speakerId, speakerId), ne(turns.start, turns.end)))
				.orderBy(asc(turns.start))
		: []
	await db.delete(speakers).where(eq(speakers.id, speakerId))
	const replacements = places.map((place) => ({ ...place, text: ERASED_WORDS }))
	await rewriteTranscript(db, { conversationId, replacements, at })
}
