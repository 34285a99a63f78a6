/** The page of a long list an address asks for (`?seite=3`), from 1; anything that is no page is the first. */
export function askedPage(search: URLSearchParams): number {
	const page = Number(search.get('seite') ?? 1)
	return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1
}
