/** Bytes of a text file as text, whatever program wrote it. */
import { Problem } from '#platform/problem.ts'
import { transcriptText } from '../prepared-conversation.ts'
import type { Warning } from '../tables.ts'

/** Largest file that is read, the same as the largest upload. */
export const FILE_LIMIT_BYTES = 32 * 1024 * 1024

/**
 * UTF-8 with or without a byte order mark, UTF-16 with one, else the old German Windows encoding, if it looks like it.
 *
 * Line ends become LF, everything else stays. Directional marks stay too: they change how text looks, not what it says.
 *
 * @throws {Problem} `file-empty`, `file-too-large`, `file-is-no-text` for binary files, `encoding-unknown` for damaged text
 */
export function decodeText(bytes: Uint8Array): { text: string; warnings: Warning[] } {
	if (bytes.byteLength > FILE_LIMIT_BYTES)
		throw new Problem('too-large', 'file-too-large', { megabytes: FILE_LIMIT_BYTES / 1024 / 1024 })
	const { text, warnings } = decode(bytes)
	// Control characters other than tab, line ends and form feed mean that this is no text.
	if (/[\0-\x08\x0e-\x1f\x7f]/.test(text)) throw new Problem('invalid', 'file-is-no-text')
	const readable = transcriptText(text).replaceAll('\v', '\n')
	if (readable.trim() === '') throw new Problem('invalid', 'file-empty')
	return { text: readable, warnings }
}

/**
 * The characters as they stand there, without the byte order mark.
 *
 * @throws {Problem} `file-is-no-text`, `encoding-unknown`
 */
export function decode(bytes: Uint8Array): { text: string; warnings: Warning[] } {
	const [first, second] = bytes
	if (first === 0xff && second === 0xfe) return { text: strictly('utf-16le', bytes), warnings: [] }
	if (first === 0xfe && second === 0xff) return { text: strictly('utf-16be', bytes), warnings: [] }
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), warnings: [] }
	} catch (error) {
		if (!(error instanceof TypeError)) throw error
	}
	if (bytes.includes(0)) throw new Problem('invalid', 'file-is-no-text')
	if (!looksLikeWindowsGerman(bytes)) throw new Problem('invalid', 'encoding-unknown')
	return {
		text: new TextDecoder('windows-1252').decode(bytes),
		warnings: [{ code: 'read-as-windows-1252', facts: {} }],
	}
}

function strictly(encoding: string, bytes: Uint8Array): string {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes)
	} catch (error) {
		if (error instanceof TypeError) throw new Problem('invalid', 'encoding-unknown')
		throw error
	}
}

/** ÄÖÜäöüß, quotes, dashes, ellipsis, euro, section, degree, é è à in windows-1252. */
const GERMAN_BYTES = new Set([
	0xc4, 0xd6, 0xdc, 0xe4, 0xf6, 0xfc, 0xdf, 0x80, 0x82, 0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0xa0,
	0xa7, 0xab, 0xb0, 0xb4, 0xbb, 0xe0, 0xe8, 0xe9, 0xb2,
])

/** German letters almost alone above ASCII, and none of the byte pairs by which UTF-8 writes them: else it is damaged UTF-8. */
function looksLikeWindowsGerman(bytes: Uint8Array): boolean {
	let high = 0
	let german = 0
	for (let at = 0; at < bytes.length; at++) {
		const byte = bytes[at]!
		if (byte < 0x80) continue
		high++
		if (GERMAN_BYTES.has(byte)) german++
		const next = bytes[at + 1] ?? 0
		if (byte === 0xc3 && next >= 0x80 && next <= 0xbf) return false
	}
	return german >= high * 0.95
}
