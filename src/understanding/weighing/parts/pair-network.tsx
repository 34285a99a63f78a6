/** Themes in a circle, a line where two come up together: the thicker, the more often. Numbers name them, for phones. */
import { m } from '#platform/words/words.ts'
import type { Pairs, ThemePair } from '../find-pairs.ts'

/** More lines than this are a ball of wool; the table has them all. */
const MOST_LINES = 30

type NetworkProps = Pairs & { address: (pair: ThemePair) => string; themeAddress: (slug: string) => string }

export function PairNetwork({ themes, pairs, address, themeAddress }: NetworkProps) {
	const lines = pairs.filter(({ both }) => both > 1).slice(0, MOST_LINES)
	const drawn = [...new Set(lines.flatMap(({ first, second }) => [first, second]))].toSorted(
		(one, other) => one - other,
	)
	if (drawn.length === 0) return null
	const most = Math.max(...lines.map(({ both }) => both))
	const at = new Map(drawn.map((theme, n) => [theme, pointAt(n, drawn.length)]))
	const summary = m.understanding_pairs_drawing({ themes: drawn.length, lines: lines.length })
	return (
		<figure className="pair-network">
			<svg viewBox="0 0 400 400" role="group" aria-label={summary}>
				{lines.toReversed().map((pair) => {
					const [from, to] = [at.get(pair.first)!, at.get(pair.second)!]
					const title = `${themes[pair.first]!.label} – ${themes[pair.second]!.label}: ${pair.both}`
					return (
						<a key={`${pair.first} ${pair.second}`} href={address(pair)} tabIndex={-1} aria-hidden="true">
							<title>{title}</title>
							<line x1={from.x} y1={from.y} x2={to.x} y2={to.y} strokeWidth={1 + (pair.both / most) * 11} />
						</a>
					)
				})}
				{drawn.map((theme, n) => {
					const { x, y } = at.get(theme)!
					return (
						<g key={theme}>
							<circle cx={x} cy={y} r={15} style={{ stroke: themes[theme]!.colour }} />
							<text x={x} y={y} dy="0.36em" textAnchor="middle">
								{n + 1}
							</text>
						</g>
					)
				})}
			</svg>
			<figcaption>
				<p className="weighing-note">{m.understanding_pairs_drawn()}</p>
				<ol>
					{drawn.map((theme) => (
						<li key={theme}>
							<a href={themeAddress(themes[theme]!.slug)}>{themes[theme]!.label}</a>{' '}
							<span className="label">{themes[theme]!.units}</span>
						</li>
					))}
				</ol>
			</figcaption>
		</figure>
	)
}

function pointAt(n: number, count: number) {
	const angle = (n / count) * 2 * Math.PI - Math.PI / 2
	return { x: Math.round(200 + 178 * Math.cos(angle)), y: Math.round(200 + 178 * Math.sin(angle)) }
}
