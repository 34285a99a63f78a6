/** One initiative: how it stands, who promised what until when, and what it says of itself. */
import { redirect, useLocation } from 'react-router'
import type { Route } from './+types/initiative'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { Button, Buttons } from '#platform/ui/buttons.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, municipalityContext, requireRight, todayIn } from '#people/request.ts'
import { findInitiativeChoices } from '../find-initiative-choices.ts'
import { findInitiative } from '../find-initiative.ts'
import { saveInitiativeForm } from '../parts/acting-forms.ts'
import actingLook from '../parts/acting.css?url'
import { CommitmentList } from '../parts/commitment-list.tsx'
import { InitiativeFacts, StateHistory } from '../parts/initiative-facts.tsx'
import { InitiativeFields } from '../parts/initiative-fields.tsx'
import { InitiativeWord } from '../parts/standing.tsx'
import { NewCommitmentForm } from '../parts/new-commitment-form.tsx'
import { StateForm } from '../parts/state-form.tsx'

export const links = () => [{ rel: 'stylesheet', href: actingLook }]

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	requireRight(context, 'run-initiatives', request)
	const today = todayIn(context.get(municipalityContext))
	return inThisMunicipality(context, async (db) => ({
		initiative: await findInitiative(db, params.slug, today),
		choices: await findInitiativeChoices(db),
	}))
})

export const action = refusingAction(async ({ context, request, params }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'run-initiatives', request)
	const today = todayIn(context.get(municipalityContext))
	const part = await inThisMunicipality(context, async (db) => {
		const { id } = await findInitiative(db, params.slug, today)
		return saveInitiativeForm(db, form, { initiativeId: id, by: member.accountId, today, at: new Date() })
	})
	return redirect(`/werkstatt/vorhaben/${params.slug}?gespeichert=ja#${part}`, 303)
})

export default function InitiativePage({ loaderData, actionData }: Route.ComponentProps) {
	const { initiative, choices } = loaderData
	const values = actionData?.values
	const refusal = actionData?.refusal
	const isSaved = new URLSearchParams(useLocation().search).has('gespeichert') && !refusal
	const intent = values?.['was']
	return (
		<>
			<PageHead
				title={initiative.title}
				label={<InitiativeWord state={initiative.state} daysOverdue={initiative.daysOverdue} />}
				stage="act"
				lead={initiative.teaser}
				crumbs={[{ href: '/werkstatt/vorhaben', label: m.acting_list_title() }]}
			/>
			{isSaved ? <Notice kind="success" title={m.acting_saved()} announce /> : null}
			<ErrorSummary refusal={refusal} fields={refusedFields(values)} />
			<InitiativeFacts initiative={initiative} />
			<section id="zusagen" className="work-section" aria-labelledby="zusagen-titel">
				<h2 id="zusagen-titel">{m.acting_commitments_title()}</h2>
				<CommitmentList commitments={initiative.commitments} actors={choices.actors} values={values} />
				<NewCommitmentForm actors={choices.actors} values={intent === 'zusage-neu' ? values : undefined} />
			</section>
			<section id="stand" className="work-section" aria-labelledby="stand-titel">
				<h2 id="stand-titel">{m.acting_state_title()}</h2>
				<StateForm initiative={initiative} values={intent === 'stand' ? values : undefined} />
				<StateHistory history={initiative.history} />
			</section>
			<details id="angaben" className="work-section" open={intent === 'angaben'}>
				<summary>{m.acting_change_title()}</summary>
				<form method="post" className="sheet">
					<input type="hidden" name="was" value="angaben" />
					<InitiativeFields
						choices={choices}
						initiative={initiative}
						values={intent === 'angaben' ? values : undefined}
						refusal={intent === 'angaben' ? refusal : undefined}
					/>
					<Buttons>
						<Button>{m.acting_save()}</Button>
					</Buttons>
				</form>
			</details>
		</>
	)
}

/** The field a refusal is about depends on the form that was sent. */
function refusedFields(values: Record<string, string> | undefined): Record<string, string> {
	const commitment = values?.['zusage'] ?? ''
	switch (values?.['was']) {
		case 'stand':
			return { 'state-reason-missing': 'grund', 'next-answer-missing': 'antwort-bis', 'day-unreadable': 'antwort-bis' }
		case 'zusage-neu':
			return {
				'commitment-what-missing': 'neu-was',
				'commitment-until-missing': 'neu-bis',
				'day-past': 'neu-bis',
				'day-unreadable': 'neu-bis',
				'commitment-hours-unreadable': 'neu-stunden',
			}
		case 'uebernehmen':
			return {
				'actor-unknown': `wer-${commitment}`,
				'commitment-until-missing': `bis-${commitment}`,
				'day-past': `bis-${commitment}`,
			}
		case 'zurueck':
			return { 'commitment-reason-missing': `notiz-${commitment}` }
		default:
			return { 'initiative-title-missing': 'titel' }
	}
}
