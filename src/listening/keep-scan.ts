/**
 * Scans of signed papers. A scan is cleaned and kept before the rest of its form is read: when something else is refused,
 * the form remembers it by a signed note, and nobody has to choose the file again.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import type { Secrets } from '#platform/secrets.ts'
import { files } from '#platform/tables.ts'
import { appendAudit } from '#people/audit-log.ts'
import type { CleanUpload } from '#protecting/clean-upload.ts'
import { consents } from './consent.tables.ts'
import { speakers } from './tables.ts'

/** The name on somebody's phone may say whose paper it is. */
const NAME = 'einwilligung'
export const SCAN_NAMES = [`${NAME}.jpg`, `${NAME}.pdf`] as const

type SigningKey = Pick<Secrets, 'sessionKey'>

/** @returns the note that `readScanNote` reads */
export async function keepScan(
	db: MunicipalityDatabase,
	{ key, scan, at }: { key: SigningKey; scan: CleanUpload; at: Date },
): Promise<string> {
	const { bytes, mediaType, ending } = scan
	const [file] = await db
		.insert(files)
		.values({
			name: `${NAME}.${ending}`,
			mediaType,
			bytes,
			byteLength: bytes.byteLength,
			sha256: createHash('sha256').update(bytes).digest('hex'),
			createdAt: at,
		})
		.returning({ id: files.id })
	return `${file!.id}.${signature(key, file!.id)}`
}

/** Which of these scans wait no longer: they are deleted when no form was saved with them. */
export async function findGoneScans(db: MunicipalityDatabase, fileIds: readonly string[]): Promise<Set<string>> {
	if (fileIds.length === 0) return new Set()
	const there = await db
		.select({ id: files.id })
		.from(files)
		.where(inArray(files.id, [...fileIds]))
	return new Set(fileIds).difference(new Set(there.map(({ id }) => id)))
}

/** Id of the file, or null for a note that is not ours. */
export function readScanNote(key: SigningKey, note: string): string | null {
	const [fileId = '', signed = ''] = note.split('.')
	const [given, wanted] = [Buffer.from(signed), Buffer.from(signature(key, fileId))]
	const isOurs = isUuid(fileId) && given.length === wanted.length && timingSafeEqual(given, wanted)
	return isOurs ? fileId : null
}

function signature({ sessionKey }: SigningKey, fileId: string): string {
	return createHmac('sha256', Buffer.from(sessionKey, 'hex')).update(`scan|${fileId}`).digest('base64url').slice(0, 22)
}

/**
 * The scan behind somebody's consent, for a member who asked for it; noted.
 *
 * @throws {Problem} `scan-unknown` for any other file
 */
export async function openScan(
	db: MunicipalityDatabase,
	{ speakerId, by, at }: { speakerId: string; by: string; at: Date },
): Promise<{ name: string; mediaType: string; bytes: Uint8Array }> {
	const [found] = isUuid(speakerId)
		? await db
				.select({ code: speakers.code, name: files.name, mediaType: files.mediaType, bytes: files.bytes })
				.from(consents)
				.innerJoin(speakers, eq(speakers.id, consents.speakerId))
				.innerJoin(files, eq(files.id, consents.scanFileId))
				.where(eq(consents.speakerId, speakerId))
				.limit(1)
		: []
	if (!found) throw new Problem('not-found', 'scan-unknown')
	await appendAudit(db, { by, act: 'scan-read', subject: 'speaker', subjectId: speakerId, at })
	return { name: found.name, mediaType: found.mediaType, bytes: found.bytes }
}
