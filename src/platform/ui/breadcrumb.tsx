import { m } from '#platform/words/words.ts'

export type Crumb = { href: string; label: string }

/** The way back: the pages above this one, farthest first. The page itself is its heading and not repeated. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
	return (
		<nav className="crumbs" aria-label={m.platform_breadcrumb()}>
			<ol>
				{crumbs.map(({ href, label }) => (
					<li key={href}>
						<a href={href}>{label}</a>
					</li>
				))}
			</ol>
		</nav>
	)
}
