/** Questions to the codings: theme A with B, without B, in the same turn, near. */
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { askedPage, leaveEmptyPage } from '#platform/http/asked-page.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Pager } from '#platform/ui/pager.tsx'
import { m } from '#platform/words/words.ts'
import { noteReading } from '#people/note-reading.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { findFormats } from '#listening/find-formats.ts'
import { findFilterChoices, idOf } from '../../find-filters.ts'
import { STANCES } from '../../tables.ts'
import { stanceWord } from '../../weighing/matrix-words.ts'
import { actOnPlaces } from './act-on-places.ts'
import { askedFilter, readFilter } from '../asked-filter.ts'
import { readDistance, readRelation, RELATIONS, type Relation } from '../code-logic.rules.ts'
import { findByLogic } from '../find-by-logic.ts'
import { findCoders } from '../find-coders.ts'
import { AskedOnPaper } from '../parts/asked-on-paper.tsx'
import { FilterFields, toOption } from '../parts/filter-fields.tsx'
import { FindingLinks } from '../parts/finding-links.tsx'
import { LogicPassages } from '../parts/logic-passages.tsx'
import { PlacesForm } from '../parts/places-form.tsx'
import css from '../../parts/understanding.css?url'
import findingCss from '../parts/finding.css?url'
import type { Route } from './+types/logic'

export const links: Route.LinksFunction = () => [
	{ rel: 'stylesheet', href: css },
	{ rel: 'stylesheet', href: findingCss },
]
export const handle = { hydrate: true }

const PER_PAGE = 50

export const loader = refusingLoader(async ({ context, request, url }: Route.LoaderArgs) => {
	const { accountId } = requireRight(context, 'read-transcripts', request)
	const search = new URL(request.url).searchParams
	const [asked, page, relation] = [askedFilter(search), askedPage(search), readRelation(search.get('wie'))]
	const named = (name: string) => search.get(name) ?? ''
	const distance = readDistance(search.get('abstand'), relation)
	return inThisMunicipality(context, async (db) => {
		const choices = await findFilterChoices(db)
		const coders = await findCoders(db)
		const themeId = idOf(choices.themes, named('a'))
		const otherId = idOf(choices.themes, named('b'))
		const found = themeId
			? await findByLogic(db, {
					themeId,
					relation,
					otherId,
					distance,
					passageStance: STANCES.find((stance) => stance === named('haltung')),
					coderId: coders.find(({ id }) => id === named('wer'))?.id,
					filter: { ...readFilter(asked, choices), themeId: undefined, stance: undefined },
					limit: PER_PAGE,
					offset: (page - 1) * PER_PAGE,
				})
			: null
		if (found) leaveEmptyPage(url, page, found.passages)
		if (themeId) await noteReading(db, accountId, 'theme', themeId)
		const chosen = { a: named('a'), b: named('b'), haltung: named('haltung'), wer: named('wer') }
		const isHalf = Boolean(themeId) && relation !== 'alone' && !otherId
		return {
			found,
			isHalf,
			choices,
			coders,
			formats: await findFormats(db),
			filter: asked,
			page,
			relation,
			distance,
			chosen,
		}
	})
})

export const action = refusingAction((asked: Route.ActionArgs, form) => actOnPlaces(asked, form))

const RELATION_WORDS: Record<Relation, () => string> = {
	alone: m.understanding_relation_alone,
	overlapping: m.understanding_relation_overlapping,
	'same-turn': m.understanding_relation_same_turn,
	'near-turns': m.understanding_relation_near_turns,
	'near-words': m.understanding_relation_near_words,
	'same-conversation': m.understanding_relation_same_conversation,
	'without-turn': m.understanding_relation_without_turn,
	'without-overlap': m.understanding_relation_without_overlap,
}

export default function Logic({ loaderData, actionData }: Route.ComponentProps) {
	const { found, isHalf, choices, formats, filter, page } = loaderData
	return (
		<div className="page">
			<PageHead stage="understand" title={m.understanding_logic()} lead={m.understanding_logic_lead()} />
			<FindingLinks here="/fragen" />
			<search>
				<form method="get" className="finding-ask">
					<Question {...loaderData} />
					<FilterFields asked={filter} choices={choices} formats={formats} withoutTheme />
				</form>
			</search>
			{found ? <AskedOnPaper question={questionWords(loaderData)} {...loaderData} /> : null}
			{isHalf ? <p className="label">{m.understanding_logic_half()}</p> : null}
			{found === null ? (
				<EmptyState title={m.understanding_logic_start()}>{m.understanding_logic_start_next()}</EmptyState>
			) : found.total === 0 ? (
				<EmptyState title={m.understanding_passages_none()}>{m.understanding_logic_none_next()}</EmptyState>
			) : (
				<PlacesForm themes={choices.themes} refused={actionData as RefusedForm | undefined}>
					<h2>{m.understanding_logic_total({ total: found.total, persons: found.persons })}</h2>
					<LogicPassages passages={found.passages} />
					<Pager page={page} pages={Math.ceil(found.total / PER_PAGE)} />
				</PlacesForm>
			)}
		</div>
	)
}

function questionWords({ choices, relation, chosen }: Route.ComponentProps['loaderData']): string {
	const themeLabel = (slug: string) =>
		choices.themes.filter((one) => one.slug === slug).map((one) => toOption(one).label)
	return [...themeLabel(chosen.a), RELATION_WORDS[relation](), ...themeLabel(chosen.b)].join(' · ')
}

function Question({ choices, coders, relation, distance, chosen }: Route.ComponentProps['loaderData']) {
	const themes = choices.themes.map(toOption)
	return (
		<div className="finding-question">
			<Field
				kind="select"
				name="a"
				label={m.understanding_logic_a()}
				value={chosen.a}
				options={themes}
				blank={m.understanding_places_choose_theme()}
				required
			/>
			<Field
				kind="select"
				name="wie"
				label={m.understanding_logic_relation()}
				value={relation}
				options={RELATIONS.map((one) => ({ value: one, label: RELATION_WORDS[one]() }))}
			/>
			<Field kind="select" name="b" label={m.understanding_logic_b()} value={chosen.b} options={themes} blank="–" />
			<Field
				kind="number"
				name="abstand"
				label={m.understanding_logic_distance()}
				hint={m.understanding_logic_distance_hint()}
				value={String(distance)}
				min={1}
				max={200}
				width={4}
			/>
			<Field
				kind="select"
				name="haltung"
				label={m.understanding_stance()}
				value={chosen.haltung}
				options={STANCES.map((stance) => ({ value: stance, label: stanceWord(stance) }))}
				blank={m.understanding_all()}
			/>
			<Field
				kind="select"
				name="wer"
				label={m.understanding_logic_coder()}
				value={chosen.wer}
				options={coders.map(({ id, name }) => ({ value: id, label: name }))}
				blank={m.understanding_all()}
			/>
			<Button>{m.understanding_show()}</Button>
		</div>
	)
}
