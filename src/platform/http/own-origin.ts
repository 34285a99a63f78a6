/** Forms and changes are taken from pages of this very address only. */
import type { Context, MiddlewareHandler } from 'hono'
import { Problem } from '#platform/problem.ts'
import { comesFromProxy } from './proxies.ts'

const READS = ['GET', 'HEAD', 'OPTIONS']

/**
 * Browsers say where a change comes from; a program says nothing, and has no cookies that somebody else could use. A form
 * without a word about its origin is refused: no browser of today sends one.
 *
 * @throws {Problem} `foreign-form`
 */
export function refuseForeignChanges(baseUrl: () => string): MiddlewareHandler {
	return async (c, next) => {
		if (!READS.includes(c.req.method) && isForeign(c, baseUrl())) throw new Problem('not-allowed', 'foreign-form')
		await next()
	}
}

function isForeign(c: Context, baseUrl: string): boolean {
	const [site, origin] = [c.req.header('sec-fetch-site'), c.req.header('origin')]
	if (site !== undefined) return site !== 'same-origin'
	if (origin !== undefined) return origin !== ownOrigin(c, baseUrl)
	return !/^application\/(?:[\w.+-]+\+)?json\b/.test(c.req.header('content-type') ?? '')
}

/** What a browser calls the address it asked. Behind a proxy that speaks HTTPS, only the settings or the proxy know of it. */
function ownOrigin(c: Context, baseUrl: string): string {
	const asked = new URL(c.req.url)
	const forwarded = comesFromProxy(c) ? c.req.header('x-forwarded-proto') : undefined
	const isSecure = asked.protocol === 'https:' || forwarded === 'https' || baseUrl.startsWith('https:')
	return `${isSecure ? 'https' : 'http'}://${asked.host}`
}
