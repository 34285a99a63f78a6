/** Starts an initiative. */
import { redirect } from 'react-router'
import type { Route } from './+types/new-initiative'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { Button, ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { errorOf, ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, municipalityContext, requireRight, todayIn } from '#people/request.ts'
import { text } from '#platform/http/form-fields.ts'
import { findInitiativeChoices } from '../find-initiative-choices.ts'
import { initiativeWords } from '../parts/acting-forms.ts'
import actingLook from '../parts/acting.css?url'
import { INITIATIVE_FIELDS, InitiativeFields } from '../parts/initiative-fields.tsx'
import { startInitiative } from '../start-initiative.ts'

export const links = () => [{ rel: 'stylesheet', href: actingLook }]

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'run-initiatives', request)
	const slug = new URL(request.url).searchParams.get('fokusthema')
	return inThisMunicipality(context, async (db) => {
		const choices = await findInitiativeChoices(db)
		return { choices, focusThemeId: choices.focusThemes.find((theme) => theme.slug === slug)?.id }
	})
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	requireRight(context, 'run-initiatives', request)
	const today = todayIn(context.get(municipalityContext))
	const { slug } = await inThisMunicipality(context, async (db) =>
		startInitiative(db, { ...(await initiativeWords(db, form)), nextAnswerBy: text(form, 'antwort-bis'), today }),
	)
	return redirect(`/werkstatt/vorhaben/${slug}`, 303)
})

export default function NewInitiative({ loaderData, actionData }: Route.ComponentProps) {
	const { choices, focusThemeId } = loaderData
	const refusal = actionData?.refusal
	return (
		<>
			<PageHead
				title={m.acting_start()}
				stage="act"
				lead={m.acting_start_lead()}
				crumbs={[{ href: '/werkstatt/vorhaben', label: m.acting_list_title() }]}
			/>
			<ErrorSummary refusal={refusal} fields={INITIATIVE_FIELDS} />
			<form method="post" className="sheet">
				<InitiativeFields
					choices={choices}
					initiative={null}
					focusThemeId={focusThemeId}
					values={actionData?.values}
					refusal={refusal}
				/>
				<Field
					kind="date"
					name="antwort-bis"
					label={m.acting_next_answer_label()}
					hint={m.acting_next_answer_hint()}
					required
					value={actionData?.values['antwort-bis']}
					error={errorOf(refusal, INITIATIVE_FIELDS, 'antwort-bis')}
				/>
				<Buttons>
					<Button>{m.acting_start_button()}</Button>
					<ButtonLink look="tertiary" href="/werkstatt/vorhaben">
						{m.acting_cancel()}
					</ButtonLink>
				</Buttons>
			</form>
		</>
	)
}
