/** Opens an exchange archive: the project file, and the texts by the names it calls them. */
import { Problem } from '#platform/problem.ts'
import { checkZip } from '#listening/readers/check-zip.ts'
import { readParts } from '#listening/readers/office-parts.ts'

export type Archive = {
	project: string
	/** Bytes of a text the project names. Nothing outside of the archive is ever looked at. */
	find: (path: string) => Uint8Array | undefined
}

/**
 * @throws {Problem} `exchange-archive-broken` for what is no archive, cut off, encrypted or leads outside;
 * `document-too-large`; `exchange-no-project` when there is not exactly one project file
 */
export async function readArchive(bytes: Uint8Array): Promise<Archive> {
	const names = await namesIn(bytes)
	const name = projectAmong(names)
	const parts = await readParts(bytes, (one) => one === name || (isReadable(one) && !/\.qde$/i.test(one)))
	const folder = name.slice(0, name.lastIndexOf('/') + 1)
	const texts = new Map<string, Uint8Array>()
	for (const [path, content] of parts)
		if (path !== name && !isClutter(path)) texts.set(plainName(path.replace(folder, '')), content)
	// By its bare name only what no other text is called.
	for (const [path, content] of [...texts]) if (!texts.has(baseName(path))) texts.set(baseName(path), content)
	return { project: decodeXml(parts.get(name)!), find: (path) => findAmong(texts, path) }
}

/** What is checked as office documents are is said in the words of projects. */
async function namesIn(bytes: Uint8Array): Promise<string[]> {
	try {
		return [...(await checkZip(bytes, isReadable))]
	} catch (error) {
		if (error instanceof Problem && ['document-unreadable', 'document-encrypted'].includes(error.code))
			throw new Problem('invalid', 'exchange-archive-broken')
		throw error
	}
}

/** As it is written, as it is meant (`%20`), and without or with the ending a text has. */
function findAmong(texts: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array | undefined {
	if (/^(?:absolute|file):/i.test(path.trim())) return undefined
	const inside = path
		.trim()
		.replaceAll('\\', '/')
		.replace(/^\w+:\/+/, '')
	if (inside === '') return undefined
	return [inside, unescapedPath(inside)]
		.flatMap((one) => [`sources/${one}`, one, baseName(one), `${baseName(one)}.txt`])
		.map((one) => texts.get(plainName(one)))
		.find((found) => found !== undefined)
}

function unescapedPath(path: string): string {
	try {
		return decodeURIComponent(path)
	} catch (error) {
		if (error instanceof URIError) return path
		throw error
	}
}

/** Capitals do not count, nor how an umlaut is put together: macOS and Windows write it differently. */
function plainName(path: string): string {
	return path.normalize('NFC').toLowerCase()
}

/** Pictures and recordings are never unpacked; a source without any ending may be a text. */
function isReadable(name: string): boolean {
	return /\.(?:qde|txt|text|md)$/i.test(name) || /^(?:[^/]*\/)*sources\/[^/.]+$/i.test(name)
}

/** At the root, or one folder down where somebody zipped the folder itself. */
function projectAmong(names: string[]): string {
	const projects = names.filter((name) => /\.qde$/i.test(name) && !isClutter(name))
	const atRoot = projects.filter((name) => !name.includes('/'))
	const found = atRoot.length > 0 ? atRoot : projects.filter((name) => name.split('/').length === 2)
	if (found.length !== 1) throw new Problem('invalid', 'exchange-no-project', { count: found.length })
	return found[0]!
}

/** What file managers and other programs leave behind. */
function isClutter(name: string): boolean {
	return name.split('/').some((part) => part === '__MACOSX' || part === '.root' || part.startsWith('._'))
}

function baseName(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1)
}

/** @throws {Problem} `encoding-unknown` */
export function decodeXml(bytes: Uint8Array): string {
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
	const declared = /^[^>]{0,120}encoding\s*=\s*["']([\w.-]{1,40})["']/.exec(head)?.[1]
	const encoding = /^(?:ÿþ|<\0)/.test(head) ? 'utf-16le' : /^(?:þÿ|\0<)/.test(head) ? 'utf-16be' : (declared ?? 'utf-8')
	try {
		return new TextDecoder(/^utf-?16$/i.test(encoding) ? 'utf-8' : encoding, { fatal: true }).decode(bytes)
	} catch (error) {
		if (error instanceof TypeError || error instanceof RangeError) throw new Problem('invalid', 'encoding-unknown')
		throw error
	}
}
