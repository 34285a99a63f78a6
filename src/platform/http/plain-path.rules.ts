/** Paths for logs: without ids, so that nobody can read from them who opened what, and without tokens. */
export function plainPath(path: string): string {
	return path
		.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
		.replace(/[A-Za-z0-9_]{24,}/g, ':token')
		.slice(0, 120)
}
