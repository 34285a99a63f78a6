/** The parts of an office document, taken out of its zip and put into another. The zip was checked before (`checkZip`). */
import yauzl from 'yauzl'
import { ZipFile } from 'yazl'
import { Problem } from '#platform/problem.ts'

/** Parts whose names are wanted, in memory. @throws {Problem} `document-unreadable` */
export function readParts(bytes: Uint8Array, isWanted: (name: string) => boolean): Promise<Map<string, Buffer>> {
	const parts = new Map<string, Buffer>()
	return new Promise((done, failed) => {
		const refuse = () => failed(new Problem('invalid', 'document-unreadable'))
		yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
			if (error) return refuse()
			zip.on('error', refuse)
			zip.on('end', () => done(parts))
			zip.on('entry', (entry: yauzl.Entry) => {
				if (!isWanted(entry.fileName)) return zip.readEntry()
				zip.openReadStream(entry, (problem, stream) => {
					if (problem) return refuse()
					const chunks: Buffer[] = []
					stream.on('data', (chunk: Buffer) => chunks.push(chunk))
					stream.on('error', refuse)
					stream.on('end', () => {
						parts.set(entry.fileName, Buffer.concat(chunks))
						zip.readEntry()
					})
				})
			})
			zip.readEntry()
		})
	})
}

/** Tells nothing of when it was written. */
const NO_DAY = new Date('2000-01-01T00:00:00')

export function writeParts(parts: ReadonlyMap<string, Buffer | string>): Promise<Uint8Array> {
	const zip = new ZipFile()
	for (const [name, content] of parts) zip.addBuffer(Buffer.from(content as string), name, { mtime: NO_DAY })
	zip.end()
	return new Promise((done, failed) => {
		const chunks: Buffer[] = []
		zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk))
		zip.outputStream.on('end', () => done(new Uint8Array(Buffer.concat(chunks))))
		zip.outputStream.on('error', failed)
	})
}
