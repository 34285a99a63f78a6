/** Puts a conversation as it is now under seal, the file it came from included, before its words are changed. */
import { gunzipSync, gzipSync } from 'node:zlib'
import { and, asc, desc, eq, inArray, isNotNull, ne, notExists } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import type { Secrets } from '#platform/secrets.ts'
import { files } from '#platform/tables.ts'
import { openSealedBytes, sealBytes } from '#protecting/sealed-bytes.ts'
import { consents } from '../consent.tables.ts'
import { sealedOriginals } from '../names.tables.ts'
import { conversations, sources, speakers, transcripts, turns, voices } from '../tables.ts'

/** With which key names and originals of which municipality are sealed. */
export type Seal = { secrets: Secrets; municipalityId: string }

/** What is under seal. Positions are code points of `text`. */
export type Original = {
	title: string
	version: number
	text: string
	turns: { speaker: string; start: number; end: number; fromMs: number | null; toMs: number | null }[]
	/** What writers put above their contributions, in order. */
	voiceTitles: string[]
	/** Bytes in base64. A file that held other conversations as well is not among them. */
	files: { name: string; mediaType: string; bytes: string }[]
}

/**
 * Seals the newest version and deletes the file it was read from. A table that other conversations were read from too
 * is deleted without being kept: it holds what others said.
 *
 * @throws {Problem} `transcript-missing`
 */
export async function sealOriginal(
	db: MunicipalityDatabase,
	{ conversationId, seal, at }: { conversationId: string; seal: Seal; at: Date },
) {
	const original = await readOriginal(db, conversationId)
	const bytes = gzipSync(JSON.stringify(original))
	const sealed = sealBytes(seal.secrets, seal.municipalityId, 'original', bytes)
	await db.insert(sealedOriginals).values({ conversationId, version: original.version, sealed, sealedAt: at })
	await deleteSourceFiles(db, conversationId)
}

/** Null when it was sealed with another secrets file. */
export function unsealOriginal(sealed: Uint8Array, { secrets, municipalityId }: Seal): Original | null {
	const bytes = openSealedBytes(secrets, municipalityId, 'original', sealed)
	return bytes && (JSON.parse(gunzipSync(bytes).toString('utf8')) as Original)
}

async function readOriginal(db: MunicipalityDatabase, conversationId: string): Promise<Original> {
	const [newest] = await db
		.select({ id: transcripts.id, version: transcripts.version, text: transcripts.text, title: conversations.title })
		.from(transcripts)
		.innerJoin(conversations, eq(conversations.id, transcripts.conversationId))
		.where(eq(transcripts.conversationId, conversationId))
		.orderBy(desc(transcripts.version))
		.limit(1)
	if (!newest) throw new Problem('not-found', 'transcript-missing')
	const { id, ...original } = newest
	const said = await db
		.select({
			speaker: speakers.code,
			start: turns.start,
			end: turns.end,
			fromMs: turns.fromMs,
			toMs: turns.toMs,
		})
		.from(turns)
		.innerJoin(speakers, eq(speakers.id, turns.speakerId))
		.where(eq(turns.transcriptId, id))
		.orderBy(asc(turns.position))
	const titled = await db
		.select({ title: voices.title })
		.from(voices)
		.where(and(eq(voices.conversationId, conversationId), isNotNull(voices.title)))
		.orderBy(asc(voices.position))
	const own = await db
		.select({ name: files.name, mediaType: files.mediaType, bytes: files.bytes })
		.from(files)
		.where(and(inArray(files.id, sourceFileIds(db, conversationId)), notExists(sharedSources(db, conversationId))))
	return {
		...original,
		turns: said,
		voiceTitles: titled.map(({ title }) => title!),
		files: own.map((file) => ({ ...file, bytes: Buffer.from(file.bytes).toString('base64') })),
	}
}

function sourceFileIds(db: MunicipalityDatabase, conversationId: string) {
	return db
		.select({ id: sources.fileId })
		.from(sources)
		.where(and(eq(sources.conversationId, conversationId), isNotNull(sources.fileId)))
}

/** In a query of files: another conversation was read from the same one. */
function sharedSources(db: MunicipalityDatabase, conversationId: string) {
	return db
		.select({ id: sources.id })
		.from(sources)
		.where(and(eq(sources.fileId, files.id), ne(sources.conversationId, conversationId)))
}

/** The report of reading stays; a file that is somebody's signed consent as well stays too. */
export async function deleteSourceFiles(db: MunicipalityDatabase, conversationId: string) {
	const found = await sourceFileIds(db, conversationId)
	const fileIds = found.flatMap(({ id }) => (id ? [id] : []))
	if (fileIds.length === 0) return
	await db.update(sources).set({ fileId: null }).where(inArray(sources.fileId, fileIds))
	const scans = db.select({ id: consents.id }).from(consents).where(eq(consents.scanFileId, files.id))
	await db.delete(files).where(and(inArray(files.id, fileIds), notExists(scans)))
}
