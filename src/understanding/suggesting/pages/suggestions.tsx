/** What the machine proposes: accept, reject, undo; how good it is, and why it proposes what it does. */
import { redirect } from 'react-router'
import { askedPage, leaveEmptyPage } from '#platform/http/asked-page.ts'
import { refusingAction, refusingLoader, type Refusal } from '#platform/http/refusals.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Pager } from '#platform/ui/pager.tsx'
import { language, m, refusalSentence } from '#platform/words/words.ts'
import { noteReading } from '#people/note-reading.ts'
import { inThisMunicipality, memberContext, municipalityContext, requireRight } from '#people/request.ts'
import { mayDo } from '#people/rights.ts'
import { coderOfAccount } from '../../coding/coder-of.ts'
import { findFilterChoices } from '../../find-filters.ts'
import { FilterForm } from '../../parts/filter-form.tsx'
import { decideSuggestions, undoDecision } from '../decide-suggestions.ts'
import {
	findSuggestedConversations,
	findSuggestionIds,
	findSuggestionModel,
	findSuggestions,
} from '../find-suggestions.ts'
import { queueLearningIfStale } from '../learn-suggestions.ts'
import { findLastModelRun, startModelRun, stopModelRun, type ModelRun } from '../model-runs.ts'
import type { ThemeReport } from '../proposing.rules.ts'
import { ModelAsking, type ShownRun } from '../parts/model-asking.tsx'
import { SuggestingSwitch } from '../parts/suggesting-switch.tsx'
import { useSuggestionKeys } from '../parts/suggestion-keys.ts'
import { SuggestionList } from '../parts/suggestion-list.tsx'
import { SuggestionQuality } from '../parts/suggestion-quality.tsx'
import { changeSuggestingSettings, findSuggestingSettings } from '../suggesting-settings.ts'
import { backTo, filterOf, idIn, LINES, ORDERS, readSuggestionChoice } from '../suggestion-choice.ts'
import understandingCss from '../../parts/understanding.css?url'
import css from '../parts/suggesting.css?url'
import type { Route } from './+types/suggestions'

export const handle = { hydrate: true }

export const links: Route.LinksFunction = () => [
	{ rel: 'stylesheet', href: understandingCss },
	{ rel: 'stylesheet', href: css },
]

const ADDRESS = '/werkstatt/vorschlaege'
const PER_PAGE = 20

export const loader = refusingLoader(async ({ context, request, url }: Route.LoaderArgs) => {
	const { accountId } = requireRight(context, 'code-passages', request)
	const search = new URL(request.url).searchParams
	const part = context.get(memberContext)?.part
	const choice = readSuggestionChoice(search)
	const page = choice.order === 'teaching' ? 1 : askedPage(search)
	return inThisMunicipality(context, async (db) => {
		const settings = await findSuggestingSettings(db)
		const { themes } = await findFilterChoices(db)
		const names = themes.map(({ id, slug, label }) => ({ id, slug, label: label[language()] ?? label.de }))
		const model = await findSuggestionModel(db)
		const found = await findSuggestions(db, {
			...filterOf(choice, themes),
			limit: PER_PAGE,
			offset: (page - 1) * PER_PAGE,
		})
		leaveEmptyPage(url, page, found.suggestions)
		await noteReading(db, accountId, 'voice')
		return {
			...found,
			choice,
			conversations: await findSuggestedConversations(db),
			page,
			settings,
			themes: names,
			isLearning: settings.isOn && (await queueLearningIfStale(db)),
			learned: model && {
				at: model.trainedAt.toISOString(),
				examples: model.examples,
				conversations: model.report.conversations,
				isMeasured: model.report.isMeasured,
				precision: model.report.precision,
				recall: model.report.recall,
				themes: names.map(({ id, label }) => ({ id, label, ...(model.report.themes[id] ?? UNKNOWN) })),
			},
			mayManage: part ? mayDo(part, 'manage-municipality') : false,
			step: search.get('schritt'),
			count: Number(search.get('anzahl') ?? 0),
			run: settings.endpoint ? shownRun(await findLastModelRun(db)) : null,
			timeZone: context.get(municipalityContext).timeZone,
		}
	})
})

const UNKNOWN: ThemeReport = { examples: 0, isLearned: false, line: null }

function shownRun(run: ModelRun | undefined): ShownRun | null {
	if (!run) return null
	const { endedAt, total, asked, proposed, dropped, problem, facts } = run
	const trouble = problem === null ? null : refusalSentence(problem, facts)
	return { isOpen: endedAt === null, total, asked, proposed, dropped, trouble }
}

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'code-passages', request)
	const act = String(form.get('act'))
	const back = backTo(form.get('back'))
	const at = new Date()
	if (act === 'settings') {
		const { accountId: by } = requireRight(context, 'manage-municipality', request)
		const wanted = {
			isOn: form.get('isOn') !== null,
			endpoint: String(form.get('endpoint') ?? ''),
			endpointModel: String(form.get('endpointModel') ?? ''),
		}
		await inThisMunicipality(context, (db) => changeSuggestingSettings(db, { ...wanted, by, at }))
		return redirect(ADDRESS, 303)
	}
	if (act === 'ask') {
		await inThisMunicipality(context, (db) => startModelRun(db, { at }))
		return redirect(ADDRESS, 303)
	}
	if (act === 'stop-asking') {
		await inThisMunicipality(context, (db) => stopModelRun(db, { at }))
		return redirect(ADDRESS, 303)
	}
	const done = await inThisMunicipality(context, async (db) => {
		const coderId = await coderOfAccount(db, member)
		if (act === 'undo') {
			await undoDecision(db, { stepId: idIn(form, 'step'), coderId, at })
			return undefined
		}
		const { themes } = await findFilterChoices(db)
		const chosen = readSuggestionChoice(back)
		const suggestionIds =
			act === 'accept-all' && chosen.line > 0
				? await findSuggestionIds(db, filterOf(chosen, themes))
				: [idIn(form, 'suggestion')]
		const decision = act === 'reject' ? 'reject' : 'accept'
		return decideSuggestions(db, { suggestionIds, decision, coderId, at })
	})
	back.delete('schritt')
	if (done) back.set('schritt', done.stepId)
	if (done) back.set('anzahl', String(done.count))
	return redirect(`${ADDRESS}?${back}`, 303)
})

export default function Suggestions({ loaderData, actionData }: Route.ComponentProps) {
	const { suggestions, total, choice, conversations, page, settings, themes, learned, mayManage, run } = loaderData
	useSuggestionKeys()
	const precisionOf = (themeId: string) => learned?.themes.find(({ id }) => id === themeId)?.precision ?? null
	const back = new URLSearchParams({
		gespraech: choice.conversation,
		thema: choice.theme,
		folge: choice.order,
		ab: String(choice.line),
		seite: String(page),
	})
	return (
		<div className="page">
			<PageHead
				stage="understand"
				title={m.understanding_suggestions()}
				lead={m.understanding_suggestions_lead()}
				crumbs={[{ href: '/werkstatt/codieren', label: m.understanding_coding() }]}
			/>
			<Standing data={loaderData} refusal={actionData?.refusal} back={back.toString()} />
			{learned ? <SuggestionQuality {...learned} /> : null}
			{settings.isOn ? (
				<FilterForm
					selects={[
						{
							name: 'gespraech',
							label: m.understanding_conversation(),
							value: choice.conversation,
							options: conversations.map(({ slug, title, count }) => ({
								value: slug,
								label: `${title || m.understanding_conversation()} (${count})`,
							})),
						},
						{
							name: 'thema',
							label: m.understanding_theme(),
							value: choice.theme,
							options: themes.map(({ slug, label }) => ({ value: slug, label })),
						},
						{
							name: 'folge',
							label: m.understanding_suggestion_order(),
							value: choice.order,
							isRequired: true,
							options: ORDERS.map((order) => ({ value: order, label: orderWord(order) })),
						},
						{
							name: 'ab',
							label: m.understanding_suggestion_line(),
							value: String(choice.line),
							isRequired: true,
							options: LINES.map((line) => ({ value: String(line), label: lineWord(line) })),
						},
					]}
				/>
			) : null}
			{settings.isOn && suggestions.length === 0 ? (
				<EmptyState title={m.understanding_suggestions_empty()}>{m.understanding_suggestions_empty_next()}</EmptyState>
			) : null}
			{choice.line > 0 && total > 0 ? (
				<form method="post" className="suggestions__all">
					<input type="hidden" name="back" value={back.toString()} />
					<Button look="secondary" name="act" value="accept-all">
						{m.understanding_suggestion_accept_all({ count: total, percent: choice.line })}
					</Button>
				</form>
			) : null}
			{settings.isOn && settings.endpoint ? <ModelAsking run={run} /> : null}
			<SuggestionList suggestions={suggestions} precision={precisionOf} back={back.toString()} />
			{choice.order === 'teaching' ? null : <Pager page={page} pages={Math.ceil(total / PER_PAGE)} />}
			{mayManage ? <SuggestingSwitch settings={settings} /> : null}
		</div>
	)
}

type StandingProps = { data: Route.ComponentProps['loaderData']; refusal: Refusal | undefined; back: string }

/** What just happened, with its undo; what the machine has learned from. */
function Standing({
	data: { settings, learned, isLearning, step, count, total, timeZone, choice, suggestions },
	refusal,
	back,
}: StandingProps) {
	return (
		<>
			{refusal ? <Notice kind="danger" title={refusal.sentence} announce /> : null}
			{step ? (
				<Notice kind="success" title={m.understanding_suggestion_decided({ count })} announce>
					<form method="post">
						<input type="hidden" name="back" value={back} />
						<input type="hidden" name="step" value={step} />
						<Button look="tertiary" small name="act" value="undo">
							{m.understanding_suggestion_undo()}
						</Button>
					</form>
				</Notice>
			) : null}
			{settings.isOn ? null : <Notice title={m.understanding_suggesting_is_off()} />}
			{settings.isOn ? (
				<p className="label">
					{learned
						? m.understanding_suggestion_learned({
								examples: learned.examples,
								conversations: learned.conversations,
								at: new Date(learned.at).toLocaleString(language(), {
									timeZone,
									dateStyle: 'medium',
									timeStyle: 'short',
								}),
							})
						: m.understanding_suggestion_not_learned()}{' '}
					{isLearning ? m.understanding_suggestion_is_learning() : null}{' '}
					{choice.order === 'teaching'
						? m.understanding_suggestion_open_teaching({ total, shown: suggestions.length })
						: m.understanding_suggestion_open({ total })}{' '}
					{m.understanding_suggestion_keys()}
				</p>
			) : null}
		</>
	)
}

function orderWord(order: (typeof ORDERS)[number]): string {
	if (order === 'teaching') return m.understanding_suggestion_teaching()
	return order === 'sure' ? m.understanding_suggestion_sure() : m.understanding_suggestion_text_order()
}

function lineWord(line: number): string {
	return line === 0 ? m.understanding_all() : m.understanding_suggestion_from({ percent: line })
}
