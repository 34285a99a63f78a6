/** Hits of a search: those with all words, then those with some of them; and how the query was read. */
import { useSearchParams } from 'react-router'
import { Notice } from '#platform/ui/notice.tsx'
import { dayText } from '#platform/ui/dates.ts'
import { language, m } from '#platform/words/words.ts'
import { useFormatWord } from '#listening/format-word.tsx'
import type { FoundVoices, VoiceHit } from '../find-voices.ts'
import type { Mending } from '../search-query.rules.ts'
import { writePlaces } from '../place-in-voice.rules.ts'
import { PlaceTick } from './places-form.tsx'
import { Snippet } from './snippet.tsx'

export function Hits({ total, isMore, withAll, hits }: Omit<FoundVoices, 'asked' | 'mended'>) {
	const all = hits.filter(({ hasAll }) => hasAll)
	const some = hits.filter(({ hasAll }) => !hasAll)
	return (
		<>
			<h2>
				{isMore ? m.understanding_search_more_than({ total: total - 1 }) : m.understanding_search_total({ total })}
			</h2>
			{isMore ? <p className="label">{m.understanding_search_capped()}</p> : null}
			<HitList hits={all} />
			{some.length > 0 ? (
				<>
					<h3 className="hits__some">
						{withAll > 0 ? m.understanding_search_some() : m.understanding_search_only_some()}
					</h3>
					<HitList hits={some} isTicked={false} />
				</>
			) : null}
		</>
	)
}

function HitList({ hits, isTicked = true }: { hits: readonly VoiceHit[]; isTicked?: boolean }) {
	const formatWord = useFormatWord()
	return (
		<ol className="hits">
			{hits.map(({ voiceId, conversation, turn, title, speakerCode, snippet, sentences, themes }) => (
				<li key={voiceId} data-hit tabIndex={-1}>
					<PlaceTick
						value={writePlaces(voiceId, sentences)}
						label={m.understanding_places_tick({ name: title ?? conversation.title })}
						isTicked={isTicked}
					/>
					<h3>
						<a href={`/werkstatt/gespraeche/${conversation.slug}/codieren?beitrag=${turn}#beitrag-${turn}`}>
							{title || conversation.title || speakerCode}
						</a>
					</h3>
					<Snippet parts={snippet} />
					<p className="label">
						{[
							speakerCode,
							formatWord(conversation.format),
							conversation.heldOn && dayText(conversation.heldOn, language(), 'short'),
							title ? conversation.title : null,
						]
							.filter(Boolean)
							.join(' · ')}
					</p>
					{themes.length > 0 ? (
						<p className="label">{m.understanding_places_has({ themes: themes.join(', ') })}</p>
					) : null}
				</li>
			))}
		</ol>
	)
}

const MENDED: Record<Mending, () => string> = {
	'bracket-opened': m.understanding_mended_bracket_opened,
	'bracket-closed': m.understanding_mended_bracket_closed,
	'quote-opened': m.understanding_mended_quote_opened,
	'operator-alone': m.understanding_mended_operator_alone,
	'only-without': m.understanding_mended_only_without,
	cut: m.understanding_mended_cut,
}

/** Shown when signs were used, something was mended, or a word was taken for another. `reading` is null for no question. */
export function HowRead({ reading, mended }: { reading: string | null; mended: readonly Mending[] }) {
	const [search] = useSearchParams()
	const isPlain = reading === null || reading === (search.get('q') ?? '').trim().toLowerCase()
	if (mended.length === 0 && isPlain) return null
	return (
		<Notice
			kind={mended.length > 0 ? 'warning' : 'info'}
			title={mended.map((one) => MENDED[one]()).join(' ') || undefined}
		>
			{reading ? (
				<p>
					{m.understanding_search_read_as()} <b className="finding-reading">{reading}</b>
				</p>
			) : null}
		</Notice>
	)
}
