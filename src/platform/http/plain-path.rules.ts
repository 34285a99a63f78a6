/**
 * Whether a path means one thing only. Double slashes, backslashes, dot segments, parameters and the same in percent signs
 * are read one way by a proxy and another by us; none of our addresses needs them.
 */
export function isStraightPath(path: string): boolean {
	return !/\/\/|[\\;\0]|%(?:2f|5c|3b|00|2e)/i.test(path) && isDecodable(path)
}

/** Half a percent sign, or bytes that are no text: the pages' own library would write such an address into the log. */
function isDecodable(path: string): boolean {
	try {
		decodeURI(path)
		return true
	} catch {
		return false
	}
}

/** Paths for logs: without ids, so that nobody can read from them who opened what, and without tokens. */
export function plainPath(path: string): string {
	return path
		.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
		.replace(/[A-Za-z0-9_]{24,}|[0-9A-HJKMNP-TV-Z]{12,}/g, ':token')
		.slice(0, 120)
}
