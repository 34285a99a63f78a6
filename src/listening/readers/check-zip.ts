/** Looks into a zip before anybody unpacks it: bombs, encryption, broken entries and document type definitions are refused. */
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { Problem } from '#platform/problem.ts'

/** What an office document may unpack to, all parts together. */
export const UNPACKED_LIMIT_BYTES = 128 * 1024 * 1024
const MOST_ENTRIES = 5000

/**
 * Unpacks every entry once that will be read, counting and not keeping, because the sizes a zip claims may be lies.
 *
 * @returns the names of the entries
 * @throws {Problem} `document-encrypted`, `document-unreadable`, `document-too-large` for zip bombs,
 * `document-with-definitions` for XML that defines its own entities
 */
export async function checkZip(
	bytes: Uint8Array,
	isRead: (name: string) => boolean = () => true,
): Promise<Set<string>> {
	if (isOldOffice(bytes)) throw new Problem('invalid', 'document-encrypted')
	const zip = await openZip(bytes)
	const names = new Set<string>()
	let unpacked = 0
	for await (const entry of entriesOf(zip)) {
		if (names.has(entry.fileName)) throw new Problem('invalid', 'document-unreadable')
		if (names.add(entry.fileName).size > MOST_ENTRIES) throw new Problem('too-large', 'document-too-large', limitFact)
		if (entry.isEncrypted()) throw new Problem('invalid', 'document-encrypted')
		if (isRead(entry.fileName)) unpacked += await countBytes(zip, entry, UNPACKED_LIMIT_BYTES - unpacked)
	}
	return names
}

const limitFact = { megabytes: UNPACKED_LIMIT_BYTES / 1024 / 1024 }

/** Old Word files and encrypted new ones are both in this container. */
function isOldOffice(bytes: Uint8Array): boolean {
	return [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte)
}

function openZip(bytes: Uint8Array): Promise<ZipFile> {
	return new Promise((opened, failed) => {
		yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
			if (error) failed(new Problem('invalid', 'document-unreadable'))
			else opened(zip)
		})
	})
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
	for (;;) {
		const entry = await new Promise<Entry | undefined>((found, failed) => {
			zip.once('entry', found)
			zip.once('end', () => found(undefined))
			zip.once('error', () => failed(new Problem('invalid', 'document-unreadable')))
			zip.readEntry()
		})
		zip.removeAllListeners()
		if (!entry) return
		yield entry
	}
}

function countBytes(zip: ZipFile, entry: Entry, limit: number): Promise<number> {
	if (entry.fileName.endsWith('/')) return Promise.resolve(0)
	const isXml = /\.(xml|rels)$/i.test(entry.fileName)
	return new Promise((counted, failed) => {
		zip.openReadStream(entry, (error, stream) => {
			if (error) return failed(new Problem('invalid', 'document-unreadable'))
			let count = 0
			let tail = ''
			stream.on('data', (chunk: Buffer) => {
				count += chunk.length
				if (count > limit) return stream.destroy(new Problem('too-large', 'document-too-large', limitFact))
				if (!isXml) return
				// NULs are dropped, so that UTF-16 cannot hide the words.
				const text = tail + chunk.toString('latin1').replaceAll('\0', '')
				if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) stream.destroy(new Problem('invalid', 'document-with-definitions'))
				tail = text.slice(-10)
			})
			stream.on('end', () => counted(count))
			stream.on('error', (cause) =>
				failed(cause instanceof Problem ? cause : new Problem('invalid', 'document-unreadable')),
			)
		})
	})
}
