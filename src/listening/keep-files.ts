/** Keeps the bytes conversations were read from. */
import { createHash, randomUUID } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { files } from '#platform/tables.ts'
import type { PreparedSource } from './prepared-conversation.ts'

/** Ids of the files by source object. The same bytes are kept once, however often they come. */
export async function keepFiles(
	db: MunicipalityDatabase,
	given: readonly PreparedSource[],
	at: Date,
): Promise<Map<PreparedSource, string>> {
	const hashes = new Map([...new Set(given)].map((source) => [source, sha256Of(source.bytes)]))
	if (hashes.size === 0) return new Map()
	const found = await db
		.select({ id: files.id, sha256: files.sha256 })
		.from(files)
		.where(inArray(files.sha256, [...hashes.values()]))
	const ids = new Map(found.map(({ id, sha256 }) => [sha256, id]))
	for (const [{ name, mediaType, bytes }, sha256] of hashes) {
		if (ids.has(sha256)) continue
		const id = randomUUID()
		await db
			.insert(files)
			.values({ id, name: name.slice(0, 200), mediaType, bytes, byteLength: bytes.byteLength, sha256, createdAt: at })
		ids.set(sha256, id)
	}
	return new Map(Array.from(hashes, ([source, sha256]) => [source, ids.get(sha256)!]))
}

function sha256Of(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex')
}
