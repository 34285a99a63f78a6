import { refusingLoader } from '#platform/http/refusals.ts'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Pager } from '#platform/ui/pager.tsx'
import { language, m } from '#platform/words/words.ts'
import { appendAudit } from '#people/audit-log.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { findFormats } from '#listening/find-formats.ts'
import { useFormatWord } from '#listening/format-word.tsx'
import { FORMATS } from '#listening/vocabulary.ts'
import { findFilterChoices, idOf, type FilterChoice } from '../../find-filters.ts'
import { findVoices, type VoiceHit } from '../find-voices.ts'
import { FilterForm } from '../../parts/filter-form.tsx'
import { Snippet } from '../parts/snippet.tsx'
import css from '../../parts/understanding.css?url'
import { askedPage } from '#platform/http/asked-page.ts'
import type { Route } from './+types/search'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: css }]

const PER_PAGE = 20

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	const { accountId: by } = requireRight(context, 'read-transcripts', request)
	const search = new URL(request.url).searchParams
	const asked = Object.fromEntries(
		['q', 'runde', 'thema', 'sektor', 'ort', 'format'].map((name) => [name, search.get(name) ?? '']),
	)
	const page = askedPage(search)
	return inThisMunicipality(context, async (db) => {
		const choices = await findFilterChoices(db)
		// That somebody searched, not for what: the words would be contents.
		if (asked['q']) await appendAudit(db, { by, act: 'voices-searched', subject: 'voice', at: new Date() })
		const found = await findVoices(db, {
			query: asked['q']!,
			roundId: idOf(choices.rounds, asked['runde']!),
			themeId: idOf(choices.themes, asked['thema']!),
			sectorId: idOf(choices.sectors, asked['sektor']!),
			districtId: idOf(choices.districts, asked['ort']!),
			format: FORMATS.find((format) => format === asked['format']),
			limit: PER_PAGE,
			offset: (page - 1) * PER_PAGE,
		})
		return { ...found, choices, formats: await findFormats(db), asked, page }
	})
})

export default function Search({ loaderData }: Route.ComponentProps) {
	const { total, hits, choices, formats, asked, page } = loaderData
	const select = (name: string, label: string, options: readonly FilterChoice[]) => ({
		name,
		label,
		value: asked[name]!,
		options: options.map(toOption),
	})
	return (
		<div className="page">
			<PageHead stage="understand" title={m.understanding_search()} />
			<FilterForm
				search={{
					name: 'q',
					label: m.understanding_search_for(),
					value: asked['q']!,
					hint: m.understanding_search_hint(),
				}}
				selects={[
					select('runde', m.understanding_round(), choices.rounds),
					select('thema', m.understanding_theme(), choices.themes),
					select('sektor', m.understanding_sector(), choices.sectors),
					select('ort', m.understanding_district(), choices.districts),
					{
						name: 'format',
						label: m.understanding_format(),
						value: asked['format']!,
						options: formats.map(({ kind, label }) => ({ value: kind, label: label[language()] })),
					},
				]}
				button={m.understanding_search_button()}
			/>
			{asked['q'] ? <Hits total={total} hits={hits} /> : null}
			<Pager page={page} pages={Math.ceil(total / PER_PAGE)} />
		</div>
	)
}

function Hits({ total, hits }: { total: number; hits: readonly VoiceHit[] }) {
	const formatWord = useFormatWord()
	if (total === 0)
		return <EmptyState title={m.understanding_search_none()}>{m.understanding_search_none_next()}</EmptyState>
	return (
		<>
			<h2>{m.understanding_search_total({ total })}</h2>
			<ol className="hits">
				{hits.map(({ voiceId, conversation, turn, title, speakerCode, snippet }) => (
					<li key={voiceId}>
						<h3>
							<a href={`/werkstatt/gespraeche/${conversation.slug}/codieren?beitrag=${turn}#beitrag-${turn}`}>
								{title ?? conversation.title}
							</a>
						</h3>
						<Snippet parts={snippet} />
						<p className="label">
							{[speakerCode, formatWord(conversation.format), title ? conversation.title : null]
								.filter(Boolean)
								.join(' · ')}
						</p>
					</li>
				))}
			</ol>
		</>
	)
}

function toOption({ slug, label }: FilterChoice) {
	return { value: slug, label: label[language()] ?? label.de }
}
