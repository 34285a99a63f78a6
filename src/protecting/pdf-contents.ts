/**
 * What a PDF would do beside showing pages. Reads the file's own words, also where they are written in disguise
 * (`/J#53`) or packed into object streams.
 */
import { inflateSync } from 'node:zlib'

export type PdfFinding = 'plain' | 'no-pdf' | 'locked' | 'active'

/** What starts programs, sends data, or brings files along. */
const ACTIVE = [
	'JS',
	'JavaScript',
	'Launch',
	'EmbeddedFile',
	'EmbeddedFiles',
	'RichMedia',
	'XFA',
	'SubmitForm',
	'ImportData',
	'GoToE',
	'Rendition',
	'Movie',
	'Sound',
]

/** Unpacked bytes of object streams looked at, at most: a paper has few, a bomb has many. */
const UNPACKED_LIMIT = 16 * 1024 * 1024

/**
 * `plain` for a PDF that only shows pages. It must begin and end as one: what is a picture or a web page as well is none.
 * A locked one, or one whose streams cannot be read, may hide anything.
 */
export function readPdf(bytes: Uint8Array): PdfFinding {
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
	if (!/^%PDF-[12]\.\d/.test(text) || !/%%EOF\s*$/.test(text.slice(-1100))) return 'no-pdf'
	if (/<(script|html|svg|!doctype)[\s>]/i.test(text.slice(0, 4096))) return 'no-pdf'
	const packed = unpackObjectStreams(bytes, text)
	if (packed === null) return 'locked'
	const names = namesIn(`${text}\n${packed}`)
	if (names.has('Encrypt')) return 'locked'
	return ACTIVE.some((name) => names.has(name)) ? 'active' : 'plain'
}

/** Every name, with `#53` read as the letter it stands for. */
function namesIn(text: string): Set<string> {
	const names = new Set<string>()
	for (const [, name = ''] of text.matchAll(/\/([!-$&'*-.0-;=?-Z\\^-z|~]{1,60})/g)) names.add(unhidden(name))
	return names
}

function unhidden(name: string): string {
	return name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Null when one cannot be read. Objects with names may be packed in object streams only. */
function unpackObjectStreams(bytes: Uint8Array, text: string): string | null {
	let left = UNPACKED_LIMIT
	const unpacked: string[] = []
	for (const found of text.matchAll(/stream(\r\n|\n|\r)/g)) {
		if (text.slice(found.index - 3, found.index) === 'end') continue
		const head = text.slice(Math.max(0, found.index - 2000), found.index)
		const names = namesIn(head.slice(head.lastIndexOf(' obj') + 1))
		if (!names.has('ObjStm')) continue
		if (!names.has('FlateDecode')) {
			// An object stream that is not packed stands in the file as it is; any other packing we do not know.
			if (names.has('Filter')) return null
			continue
		}
		const content = unpack(bytes.subarray(found.index + found[0].length), left)
		if (content === null) return null
		left -= content.length
		unpacked.push(content)
	}
	return unpacked.join('\n')
}

function unpack(packed: Uint8Array, limit: number): string | null {
	if (limit <= 0) return null
	try {
		return inflateSync(packed, { maxOutputLength: limit }).toString('latin1')
	} catch {
		return null // damaged, or larger than any paper
	}
}
