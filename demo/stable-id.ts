/** Ids made from what a row is, so that the fictional municipality has the same ids on every machine. */
import { createHash } from 'node:crypto'

/** A UUID in the form of version 8 (RFC 9562: made by the application) from the SHA-256 of the words. */
export function stableId(...words: (string | number)[]): string {
	const hash = createHash('sha256').update(words.join('\u0000')).digest('hex')
	const variant = ((parseInt(hash[16]!, 16) & 3) | 8).toString(16)
	return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
