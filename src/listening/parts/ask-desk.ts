/** Asks the server to carry out what was decided at the names desk. */
import type { NamesChanged } from '../names/decide-names.ts'

export type DeskAnswer = NamesChanged & {
	/** ISO instant of the answer. */
	seenAt: string
	progress: { decided: number; all: number }
}
export type DeskRefusal = { code: string; sentence: string }

export async function askDesk(
	fetch: typeof globalThis.fetch,
	slug: string,
	body: object,
): Promise<DeskAnswer | 'offline' | DeskRefusal> {
	try {
		const answer = await fetch(`/api/v1/conversations/${slug}/names`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', accept: 'application/json' },
			body: JSON.stringify(body),
		})
		if (answer.ok) return (await answer.json()) as DeskAnswer
		if (answer.status >= 500 || answer.status === 429) return 'offline'
		const problem = (await answer.json()) as { detail?: string; code?: string }
		return { code: problem.code ?? '', sentence: problem.detail ?? String(answer.status) }
	} catch {
		// No connection, or an answer that is none: the same as no answer.
		return 'offline'
	}
}
