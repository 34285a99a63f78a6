/** The four ways to find, one beside the other. */
import { m } from '#platform/words/words.ts'

export function FindingLinks({ here }: { here: '/suche' | '/fragen' | '/sammlungen' | '/woerter' }) {
	const links = [
		['/suche', m.understanding_search()],
		['/fragen', m.understanding_logic()],
		['/sammlungen', m.understanding_sets()],
		['/woerter', m.understanding_word_list()],
	] as const
	return (
		<nav className="finding-links no-print" aria-label={m.understanding_finding()}>
			{links.map(([path, label]) => (
				<a key={path} href={`/werkstatt${path}`} aria-current={path === here ? 'page' : undefined}>
					{label}
				</a>
			))}
		</nav>
	)
}
