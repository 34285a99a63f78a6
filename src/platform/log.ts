/** Lines for the operator: one JSON object each, never contents, names, codes, tokens or addresses of people. */
export type LogFacts = Record<string, string | number | boolean | undefined>

export function log(level: 'info' | 'warn' | 'error', event: string, facts: LogFacts = {}) {
	process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...facts })}\n`)
}

/** A bug, with its stack but with a shortened message: database errors quote the rows they failed on. */
export function logBug(event: string, error: unknown, facts: LogFacts = {}) {
	const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: undefined }
	const code = (error as { code?: unknown } | null)?.code
	const frames = stack
		?.split('\n')
		.filter((line) => line.trimStart().startsWith('at '))
		.slice(0, 12)
		.join('\n')
	log('error', event, { ...facts, name, code: typeof code === 'string' ? code : undefined, frames })
}
