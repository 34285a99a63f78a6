/** The cookies of the team's side. With https their names begin with `__Host-`: no other host or path can plant them. */

/** Cookies to set on the answer. */
export type SetCookies = string[]

/** Session; what waits for the second factor; what waits for the answer of another house's sign-in. */
export type CookieKind = 'session' | 'second' | 'provider'

export type Cookies = {
	set: (kind: CookieKind, value: string, seconds: number) => string
	clear: (kind: CookieKind) => string
	/** Empty when the request carries none that could be ours. */
	read: (request: Request, kind: CookieKind) => string
}

export function cookiesFor(baseUrl: string): Cookies {
	const isSecure = baseUrl.startsWith('https:')
	const nameOf = (kind: CookieKind) => `${isSecure ? '__Host-' : ''}gehoert.${kind}`
	// Lax, not Strict: a link in a mail leads in, and another house sends people back.
	const set = (kind: CookieKind, value: string, seconds: number) =>
		`${nameOf(kind)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
	return {
		set,
		clear: (kind) => set(kind, '', 0),
		read(request, kind) {
			const pairs = (request.headers.get('cookie') ?? '').split(/;\s*/)
			const found = pairs.find((pair) => pair.startsWith(`${nameOf(kind)}=`))?.slice(nameOf(kind).length + 1) ?? ''
			return /^[\w-]{43}$/.test(found) ? found : ''
		},
	}
}
