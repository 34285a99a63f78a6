/** Writes a page as one complete answer. Without `<Scripts/>` in the page it contains no script at all. */
import { renderToReadableStream } from 'react-dom/server'
import { ServerRouter, type EntryContext, type RouterContextProvider } from 'react-router'
import { logBug } from '#platform/log.ts'
import { plainPath } from '#platform/http/plain-path.rules.ts'
import { nonceContext } from '#platform/http/request-context.ts'

export default async function handleRequest(
	request: Request,
	status: number,
	headers: Headers,
	entry: EntryContext,
	context: RouterContextProvider,
) {
	const nonce = context.get(nonceContext)
	const body = await renderToReadableStream(<ServerRouter context={entry} url={request.url} nonce={nonce} />, {
		nonce,
		signal: request.signal,
	})
	await body.allReady
	headers.set('content-type', 'text/html; charset=utf-8')
	// In one piece: the page is complete, and passing on hundreds of small pieces costs more than writing it.
	return new Response(await new Response(body).text(), { status, headers })
}

/** Bugs are logged with the address they happened on; the visitor reads the error page. */
export function handleError(error: unknown, { request }: { request: Request }) {
	if (request.signal.aborted) return
	logBug('page-failed', error, { path: plainPath(new URL(request.url).pathname) })
}
