/** Headers that keep a page to itself: nothing from elsewhere, no frames, no scripts but those with this answer's nonce. */
import type { AppContext } from './create-app.ts'

export function securityHeaders(c: AppContext) {
	const policy = [
		`default-src 'none'`,
		`script-src 'nonce-${c.get('nonce')}'`,
		`style-src 'self'`,
		`style-src-attr 'unsafe-inline'`,
		`font-src 'self'`,
		`img-src 'self' data:`,
		`connect-src 'self'`,
		`form-action 'self'`,
		`base-uri 'none'`,
		`frame-ancestors 'none'`,
	]
	c.header('content-security-policy', policy.join('; '))
	c.header('x-content-type-options', 'nosniff')
	c.header('x-frame-options', 'DENY')
	// What may be taken back must not stay in the copies of search engines.
	c.header('x-robots-tag', 'noarchive')
	// Not `no-referrer`: browsers would then send `Origin: null` with our own forms, and the guard against foreign ones refuses that.
	c.header('referrer-policy', 'same-origin')
	c.header('cross-origin-opener-policy', 'same-origin')
	c.header('cross-origin-resource-policy', 'same-origin')
	c.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), interest-cohort=()')
	c.header('strict-transport-security', 'max-age=31536000')
	c.header('x-request-id', c.get('requestId'))
	if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
}
