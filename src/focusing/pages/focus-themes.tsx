/** The focus themes of a round, their order, and why these. */
import { redirect } from 'react-router'
import type { Route } from './+types/focus-themes'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { Button, Buttons } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { errorOf, ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Row, Rows } from '#platform/ui/rows.tsx'
import { StateWord } from '#platform/ui/state-word.tsx'
import { language, m } from '#platform/words/words.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { findCodebook } from '#understanding/codebook/find-codebook.ts'
import { paragraphsOf, SIX_PARTS, writtenParts } from '../dossier.rules.ts'
import { explainChoice } from '../explain-choice.ts'
import { findDossiers } from '../find-dossier.ts'
import { findFocusChoice } from '../find-focus-choice.ts'
import { moveFocusTheme } from '../move-focus-theme.ts'
import { openFocusTheme } from '../open-focus-theme.ts'
import { openSuggestedFocusThemes } from '../open-suggested-focus-themes.ts'
import { chosenRound } from '../parts/chosen-round.ts'
import evidenceLook from '../parts/evidence.css?url'
import { text, ticked } from '#platform/http/form-fields.ts'
import { RoundSwitch } from '../parts/round-switch.tsx'
import { SavedNotice } from '../parts/saved-notice.tsx'
import { ThemeChoice } from '../parts/theme-choice.tsx'

export const links = () => [{ rel: 'stylesheet', href: evidenceLook }]

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'write-dossiers', request)
	return inThisMunicipality(context, async (db) => {
		const { round, rounds } = await chosenRound(db, request)
		if (!round) return { round, rounds, list: [], choice: { reasons: [], leftOut: [] }, themes: [] }
		const dossiers = await findDossiers(db, round.id)
		const themes = (await findCodebook(db)).filter(({ isArchived }) => !isArchived)
		return {
			round,
			rounds,
			list: dossiers.map((dossier) => ({ ...dossier, written: writtenParts(dossier).length })),
			choice: await findFocusChoice(db, round.id),
			themes: themes.map(({ id, label, colour, depth }) => ({ id, label, colour, depth })),
		}
	})
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	requireRight(context, 'write-dossiers', request)
	const roundId = text(form, 'runde')
	const opened = await inThisMunicipality(context, async (db) => {
		switch (text(form, 'was')) {
			case 'auf':
				return moveFocusTheme(db, { focusThemeId: text(form, 'id'), direction: 'up' })
			case 'ab':
				return moveFocusTheme(db, { focusThemeId: text(form, 'id'), direction: 'down' })
			case 'vorschlag':
				return openSuggestedFocusThemes(db, { roundId, language: language() === 'en' ? 'en' : 'de' })
			case 'auswahl':
				return explainChoice(db, {
					roundId,
					reasons: paragraphsOf(text(form, 'gruende')),
					leftOut: paragraphsOf(text(form, 'weggelassen')),
				})
			default:
				return openFocusTheme(db, {
					roundId,
					title: text(form, 'titel'),
					teaser: text(form, 'satz'),
					themeIds: ticked(form, 'thema'),
				})
		}
	})
	return redirect(opened ? `/werkstatt/fokusthemen/${opened.slug}` : `?${savedSearch(request)}`, 303)
})

function savedSearch(request: Request) {
	const search = new URL(request.url).searchParams
	search.set('gespeichert', 'ja')
	return search.toString()
}

export default function FocusThemes({ loaderData, actionData }: Route.ComponentProps) {
	const { round, rounds, list } = loaderData
	return (
		<>
			<PageHead title={m.focusing_list_title()} stage="focus" lead={m.focusing_list_lead()} />
			<SavedNotice />
			<ErrorSummary refusal={actionData?.refusal} fields={FIELDS} />
			<RoundSwitch rounds={rounds} chosen={round} />
			{round === null ? (
				<EmptyState title={m.focusing_no_round()} action={<a href="/werkstatt/runden">{m.focusing_to_rounds()}</a>} />
			) : list.length === 0 ? (
				<EmptyState title={m.focusing_list_empty()} action={<SuggestedForm roundId={round.id} />}>
					<p>{m.focusing_list_empty_text()}</p>
				</EmptyState>
			) : (
				<FocusThemeRows list={list} />
			)}
			{round ? (
				<>
					<OpenForm roundId={round.id} themes={loaderData.themes} refused={actionData} />
					<ChoiceForm roundId={round.id} choice={loaderData.choice} />
				</>
			) : null}
		</>
	)
}

const FIELDS = { 'focus-theme-title-missing': 'titel' }

type Loaded = Route.ComponentProps['loaderData']

function FocusThemeRows({ list }: Pick<Loaded, 'list'>) {
	return (
		<Rows label={m.focusing_list_title()}>
			{list.map((theme, index) => (
				<Row
					key={theme.id}
					title={theme.title}
					href={`/werkstatt/fokusthemen/${theme.slug}`}
					stage="focus"
					level={2}
					aside={
						<StateWord tone={theme.written === SIX_PARTS.length ? 'plain' : 'quiet'}>
							{m.focusing_parts_written({ written: theme.written })}
						</StateWord>
					}
				>
					{theme.teaser ? <p>{theme.teaser}</p> : null}
					<p className="note">
						{m.focusing_evidence_count({
							codings: theme.evidence.codings,
							conversations: theme.evidence.conversations,
						})}
						{theme.themes.length > 0 ? ` · ${theme.themes.map(({ label }) => label).join(' · ')}` : null}
					</p>
					<form method="post" className="inline-form">
						<input type="hidden" name="id" value={theme.id} />
						{index > 0 ? (
							<Button
								look="tertiary"
								small
								name="was"
								value="auf"
								aria-label={m.focusing_move_up({ title: theme.title })}
							>
								{m.focusing_up()}
							</Button>
						) : null}
						{index < list.length - 1 ? (
							<Button
								look="tertiary"
								small
								name="was"
								value="ab"
								aria-label={m.focusing_move_down({ title: theme.title })}
							>
								{m.focusing_down()}
							</Button>
						) : null}
					</form>
				</Row>
			))}
		</Rows>
	)
}

function SuggestedForm({ roundId }: { roundId: string }) {
	return (
		<form method="post">
			<input type="hidden" name="runde" value={roundId} />
			<Button look="secondary" name="was" value="vorschlag">
				{m.focusing_open_suggested()}
			</Button>
		</form>
	)
}

type OpenFormProps = Pick<Loaded, 'themes'> & {
	roundId: string
	refused: Route.ComponentProps['actionData']
}

function OpenForm({ roundId, themes, refused }: OpenFormProps) {
	return (
		<details open={refused !== undefined}>
			<summary>{m.focusing_open_title()}</summary>
			<form method="post" className="sheet">
				<input type="hidden" name="runde" value={roundId} />
				<Field
					name="titel"
					label={m.focusing_title_label()}
					required
					value={refused?.values['titel']}
					error={errorOf(refused?.refusal, FIELDS, 'titel')}
				/>
				<Field
					name="satz"
					label={m.focusing_teaser_label()}
					hint={m.focusing_teaser_hint()}
					optional
					value={refused?.values['satz']}
				/>
				<ThemeChoice themes={themes} chosen={[]} values={refused?.values} />
				<Button>{m.focusing_open_button()}</Button>
			</form>
		</details>
	)
}

function ChoiceForm({ roundId, choice }: Pick<Loaded, 'choice'> & { roundId: string }) {
	return (
		<section aria-labelledby="auswahl">
			<h2 id="auswahl">{m.focusing_choice_title()}</h2>
			<p>{m.focusing_choice_text()}</p>
			<form method="post">
				<input type="hidden" name="runde" value={roundId} />
				<input type="hidden" name="was" value="auswahl" />
				<Field
					kind="textarea"
					name="gruende"
					rows={8}
					label={m.focusing_choice_reasons()}
					hint={m.focusing_paragraphs_hint()}
					value={choice.reasons.join('\n\n')}
				/>
				<Field
					kind="textarea"
					name="weggelassen"
					rows={5}
					label={m.focusing_choice_left_out()}
					hint={m.focusing_paragraphs_hint()}
					value={choice.leftOut.join('\n\n')}
				/>
				<Buttons>
					<Button>{m.focusing_save()}</Button>
				</Buttons>
			</form>
		</section>
	)
}
