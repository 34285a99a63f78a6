/**
 * Several municipalities behind one host, each below a path of its own: `/birkenrode/themen`. Inside, a request looks as if
 * its municipality had the whole address; what leaves is put below the path again. Links in pages are written right from
 * the start (`platform/jsx`), so that no text ever has to be searched for addresses.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { overwriteGetMount } from '#platform/ui/mount.ts'

const mountOfRequest = new AsyncLocalStorage<string>()

overwriteGetMount(() => mountOfRequest.getStore() ?? '')

/** Every address `work` writes down is below `mount`. */
export function mountedAt<Result>(mount: string, work: () => Result): Result {
	return mountOfRequest.run(mount, work)
}

/** The same request for another path, with the cookies named as they are inside. */
export function requestInside(request: Request, pathAndSearch: string): Request {
	const inside = new Request(new URL(pathAndSearch, new URL(request.url).origin), request)
	const cookies = request.headers.get('cookie')
	if (cookies?.includes(OUTSIDE_HOST)) inside.headers.set('cookie', cookies.replaceAll(OUTSIDE_HOST, '__Host-'))
	return inside
}

/** The path below the mount; the address of the municipality itself is its home page. */
export function pathBelow(mount: string, path: string): string {
	return path.slice(mount.length) || '/'
}

/**
 * Browsers take cookies called `__Host-` for a whole host only. Below a path they are called otherwise, so that one
 * municipality's browser session does not end another's.
 */
const OUTSIDE_HOST = '__Secure-mounted.'

/** The answer as it leaves: where it sends people and where its cookies belong. */
export function answerOutside(answer: Response, mount: string): Response {
	const headers = new Headers()
	for (const [name, value] of answer.headers) {
		if (name === 'set-cookie') continue
		headers.append(name, name === 'location' ? locationOutside(value, mount) : value)
	}
	for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', cookieOutside(cookie, mount))
	return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers })
}

function locationOutside(location: string, mount: string): string {
	return location.startsWith('/') && !location.startsWith('//') ? mount + location : location
}

function cookieOutside(cookie: string, mount: string): string {
	return cookie.replace(/;\s*path=\/\s*(?=;|$)/i, `; Path=${mount}`).replace(/^__Host-/, OUTSIDE_HOST)
}
