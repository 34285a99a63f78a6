/** Opens a `.gehoert` file with limits, so that no zip can fill memory or write outside. */
import { buffer } from 'node:stream/consumers'
import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl'
import { Problem } from '#platform/problem.ts'
import { parsePackageContent, type PackageContent } from './package-content.ts'

/** Largest unpacked size of all entries together, and of the JSON alone. */
const UNPACKED_LIMIT_BYTES = 1024 ** 3
const ENTRY_LIMIT = 100_000

export type PackageFile = { content: PackageContent; sources: Map<string, Uint8Array> }

/**
 * Reads a package from a path or from bytes.
 *
 * @throws {Problem} `package-unreadable`, `package-too-large`, `package-invalid`
 */
export async function readPackageFile(source: string | Uint8Array): Promise<PackageFile> {
	const zip = await openZip(source)
	const sources = new Map<string, Uint8Array>()
	let text: string | undefined
	let unpacked = 0
	try {
		if (zip.entryCount > ENTRY_LIMIT) throw new Problem('too-large', 'package-too-large')
		for await (const entry of zip.eachEntry()) {
			unpacked += entry.uncompressedSize
			if (unpacked > UNPACKED_LIMIT_BYTES) throw new Problem('too-large', 'package-too-large')
			const name = entry.fileName
			if (name === 'gehoert.json') text = new TextDecoder().decode(await readEntry(zip, entry))
			else if (/^sources\/[0-9a-f]{64}$/.test(name)) sources.set(name.slice(8), await readEntry(zip, entry))
		}
	} catch (error) {
		throw error instanceof Problem ? error : new Problem('invalid', 'package-unreadable')
	} finally {
		zip.close()
	}
	if (text === undefined) throw new Problem('invalid', 'package-unreadable')
	return { content: parsePackageContent(text), sources }
}

async function openZip(source: string | Uint8Array): Promise<ZipFile> {
	const options = { lazyEntries: true, autoClose: false } as const
	try {
		return typeof source === 'string'
			? await openPromise(source, options)
			: await fromBufferPromise(Buffer.from(source), options)
	} catch {
		throw new Problem('invalid', 'package-unreadable')
	}
}

/** yauzl itself refuses an entry that unpacks to more than it says. */
async function readEntry(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
	return buffer(await zip.openReadStreamPromise(entry))
}
