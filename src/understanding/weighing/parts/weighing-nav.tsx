import { useLocation } from 'react-router'
import { m } from '#platform/words/words.ts'

/** The pages that weigh what was coded, one beside the other. */
export function WeighingNav() {
	const { pathname } = useLocation()
	const pages = [
		['/werkstatt/matrix', m.understanding_matrix()],
		['/werkstatt/matrix/zusammen', m.understanding_pairs()],
		['/werkstatt/matrix/richtung', m.understanding_balance()],
		['/werkstatt/matrix/muster', m.understanding_patterns()],
		['/werkstatt/matrix/saettigung', m.understanding_saturation()],
		['/werkstatt/matrix/faelle', m.understanding_cases()],
		['/werkstatt/matrix/runden', m.understanding_rounds_compared()],
	]
	return (
		<nav className="weighing-nav" aria-label={m.understanding_weighing()}>
			<ul>
				{pages.map(([href, label]) => (
					<li key={href}>
						<a href={href} aria-current={pathname === href ? 'page' : undefined}>
							{label}
						</a>
					</li>
				))}
			</ul>
		</nav>
	)
}
