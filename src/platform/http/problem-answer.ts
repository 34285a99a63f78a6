/** A refusal outside the pages: problem+json (RFC 9457) for programs, a plain readable page for people. */
import type { Problem } from '#platform/problem.ts'
import { mounted } from '#platform/ui/mount.ts'
import { language, m, refusalSentence } from '#platform/words/words.ts'

export function problemAnswer(problem: Problem, request: Request, requestId?: string): Response {
	const sentence = refusalSentence(problem.code, problem.facts)
	if (wantsPage(request))
		return new Response(plainPage(problem.status, sentence), {
			status: problem.status,
			headers: { 'content-type': 'text/html; charset=utf-8' },
		})
	const body = {
		...problem.members,
		type: `/probleme#${problem.code}`,
		title: problem.code,
		status: problem.status,
		detail: sentence,
		code: problem.code,
		facts: problem.facts,
		instance: requestId,
	}
	return Response.json(body, { status: problem.status, headers: { 'content-type': 'application/problem+json' } })
}

function wantsPage(request: Request): boolean {
	return (
		!new URL(request.url).pathname.startsWith('/api/') && (request.headers.get('accept') ?? '').includes('text/html')
	)
}

function plainPage(status: number, sentence: string): string {
	const escaped = sentence.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
	return `<!doctype html><html lang="${language()}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status}</title><main><h1>${m.platform_error_heading()}</h1><p>${escaped}</p><p><a href="${mounted('/')}">${m.platform_error_home()}</a></p></main></html>`
}
