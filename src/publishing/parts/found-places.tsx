/** What a search found of one kind, with the words that were looked for marked. */
import { m } from '#platform/words/words.ts'
import type { FoundInPublic, PublicHit } from '../search-public.ts'
import type { PassageGroup } from '../public-passages.ts'

const HEADINGS: Record<PassageGroup, () => string> = {
	voices: m.publishing_search_voices,
	themes: m.publishing_themes_title,
	perspectives: m.publishing_search_perspectives,
	initiatives: m.publishing_search_initiatives,
	answers: m.publishing_search_answers,
}

export function FoundPlaces({ group, hits, hasMore }: FoundInPublic[number]) {
	return (
		<section className="section" aria-labelledby={group}>
			<h2 id={group}>{HEADINGS[group]()}</h2>
			<ol className="found" lang="de">
				{hits.map((hit, at) => (
					<Place key={at} hit={hit} isSpoken={group === 'voices'} />
				))}
			</ol>
			{hasMore ? <p className="note">{m.publishing_search_more()}</p> : null}
		</section>
	)
}

function Place({ hit: { title, href, label, snippet }, isSpoken }: { hit: PublicHit; isSpoken: boolean }) {
	return (
		<li>
			<p className={isSpoken ? 'spoken' : undefined} lang={isSpoken ? 'de' : undefined}>
				{snippet.map(({ text, isHit }, at) => (isHit ? <mark key={at}>{text}</mark> : text))}
			</p>
			<p className="found__where">
				{label ? `${label} · ` : null}
				<a href={href}>{title}</a>
			</p>
		</li>
	)
}
