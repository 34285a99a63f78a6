import { redirect } from 'react-router'

/** The page of a long list an address asks for (`?seite=3`), from 1; anything that is no page is the first. */
export function askedPage(search: URLSearchParams): number {
	const page = Number(search.get('seite') ?? 1)
	return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1
}

/**
 * Goes to the first page of a list when the page asked for has nothing: the list has become shorter, or the address was
 * mistyped. `url` is the address as the browser shows it, `shown` what the page holds.
 *
 * @throws {Response} the way there
 */
export function leaveEmptyPage(url: URL, page: number, shown: readonly unknown[]) {
	if (page === 1 || shown.length > 0) return
	const address = new URL(url)
	address.searchParams.delete('seite')
	throw redirect(`${address.pathname}${address.search}`)
}
