/** Where a page may send somebody after signing in: to a path of this very site, nowhere else. */
export function safeTarget(wanted: string | null | undefined, otherwise = '/werkstatt'): string {
	if (!wanted?.startsWith('/') || /[\\\s\p{Cc}]/u.test(wanted)) return otherwise
	const here = 'http://here.invalid'
	const target = URL.parse(wanted, here)
	return target?.origin === here && !target.pathname.startsWith('//') ? target.pathname + target.search : otherwise
}
