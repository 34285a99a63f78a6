/** The ids of the exchange format, which are also ours: what came from elsewhere goes out under the same id. */
import { createHash } from 'node:crypto'

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Without braces, lower case. What is no GUID stays as it was written, to be compared only. */
export function plainGuid(written: string | undefined): string {
	return (written ?? '')
		.trim()
		.replace(/^\{(.*)\}$/, '$1')
		.trim()
		.toLowerCase()
}

export function isGuid(text: string): boolean {
	return GUID.test(text) && !/^[0-]*$/.test(text)
}

/** The id itself if it is one, else one made of it. */
export function idOf(guid: string, ...else_: string[]): string {
	return isGuid(guid) ? guid : guidOf(guid, ...else_)
}

/** The same id for the same parts, today and in ten years (UUID version 8). */
export function guidOf(...parts: (string | number)[]): string {
	const hash = createHash('sha256')
	for (const part of parts) hash.update(`${String(part).length}:${part};`)
	const hex = hash.digest('hex')
	const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16)
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
