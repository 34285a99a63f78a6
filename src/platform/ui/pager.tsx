import { useLocation } from 'react-router'
import { m } from '#platform/words/words.ts'

/** The address of this page with one parameter changed; the others stay. */
export function withParameter(location: { pathname: string; search: string }, name: string, value: string): string {
	const search = new URLSearchParams(location.search)
	search.set(name, value)
	return `${location.pathname}?${search}`
}

/** Back and forth through a long list. `page` counts from 1; nothing is shown when there is one page only. */
export function Pager({ page, pages, parameter = 'seite' }: { page: number; pages: number; parameter?: string }) {
	const location = useLocation()
	if (pages <= 1) return null
	return (
		<nav className="pager" aria-label={m.platform_pager()}>
			{page > 1 ? (
				<a rel="prev" href={withParameter(location, parameter, String(page - 1))}>
					{m.platform_pager_previous()}
				</a>
			) : (
				<span />
			)}
			<span>{m.platform_pager_position({ page, pages })}</span>
			{page < pages ? (
				<a rel="next" href={withParameter(location, parameter, String(page + 1))}>
					{m.platform_pager_next()}
				</a>
			) : (
				<span />
			)}
		</nav>
	)
}
