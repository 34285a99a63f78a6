/** The bytes of a text inside an exchange archive as characters, whatever program wrote them. */
import { decode } from '#listening/readers/decode-text.ts'
import { Problem } from '#platform/problem.ts'

/**
 * With the byte order mark the file begins with, because some programs count it.
 *
 * @returns undefined for what is no text or damaged: one such file must not keep the others out
 */
export function readText(bytes: Uint8Array): string | undefined {
	try {
		const unmarked = unmarkedUtf16(bytes)
		if (unmarked) return new TextDecoder(unmarked, { fatal: true }).decode(bytes)
		return (isMarked(bytes) ? '\ufeff' : '') + decode(bytes).text
	} catch (error) {
		if (error instanceof Problem || error instanceof TypeError) return undefined
		throw error
	}
}

function isMarked(bytes: Uint8Array): boolean {
	const head = [...bytes.subarray(0, 3)].join(',')
	return head === '239,187,191' || head.startsWith('255,254') || head.startsWith('254,255')
}

/** Looked at to tell UTF-16 without a mark: in European texts almost every second byte of it is nothing. */
const LOOKED_AT = 2_000
const MOSTLY = 0.7

function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
	if (isMarked(bytes) || bytes.length < 4 || bytes.length % 2 === 1) return undefined
	const looked = bytes.subarray(0, LOOKED_AT)
	const nothingAt = (offset: number) => looked.filter((byte, at) => at % 2 === offset && byte === 0).length
	const enough = (looked.length / 2) * MOSTLY
	// Half of an emoji may be nothing, too.
	const isRare = (count: number) => count * 20 < looked.length
	if (nothingAt(1) > enough && isRare(nothingAt(0))) return 'utf-16le'
	return nothingAt(0) > enough && isRare(nothingAt(1)) ? 'utf-16be' : undefined
}
