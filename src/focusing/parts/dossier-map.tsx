import { StateWord } from '#platform/ui/state-word.tsx'
import { m } from '#platform/words/words.ts'
import { SIX_PARTS, type SixPart } from '../dossier.rules.ts'
import { partWord } from './part-words.ts'

/** The six parts and which of them are written; each leads to its place on the page. */
export function DossierMap({ written, slug }: { written: readonly SixPart[]; slug: string }) {
	return (
		<nav aria-label={m.focusing_parts()} className="dossier-map focus">
			<ol>
				{SIX_PARTS.map((part) => (
					<li key={part}>
						<a href={`#${part}`}>{partWord(part)}</a>{' '}
						<StateWord tone={written.includes(part) ? 'quiet' : 'plain'}>
							{written.includes(part) ? m.focusing_part_written() : m.focusing_part_open()}
						</StateWord>
					</li>
				))}
			</ol>
			<p>
				<a href={`/werkstatt/fokusthemen/${slug}/belegstellen`}>{m.focusing_all_evidence()}</a>
			</p>
		</nav>
	)
}
