/** The perspectives of a round: the same material, read from different offices. */
import { redirect } from 'react-router'
import type { Route } from './+types/perspectives'
import { refusingAction, refusingLoader } from '#platform/http/refusals.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { errorOf, ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Row, Rows } from '#platform/ui/rows.tsx'
import { StateWord } from '#platform/ui/state-word.tsx'
import { language, m } from '#platform/words/words.ts'
import { inThisMunicipality, requireRight } from '#people/request.ts'
import { findPerspectives } from '../find-perspectives.ts'
import { openSuggestedPerspectives } from '../open-suggested-perspectives.ts'
import { chosenRound } from '../parts/chosen-round.ts'
import evidenceLook from '../parts/evidence.css?url'
import { text } from '#platform/http/form-fields.ts'
import { RoundSwitch } from '../parts/round-switch.tsx'
import { writePerspective } from '../write-perspective.ts'

export const links = () => [{ rel: 'stylesheet', href: evidenceLook }]

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'write-dossiers', request)
	return inThisMunicipality(context, async (db) => {
		const { round, rounds } = await chosenRound(db, request)
		return { round, rounds, list: round ? await findPerspectives(db, round.id) : [] }
	})
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	requireRight(context, 'write-dossiers', request)
	const roundId = text(form, 'runde')
	const begun = await inThisMunicipality(context, async (db) => {
		if (text(form, 'was') === 'vorschlag')
			return openSuggestedPerspectives(db, { roundId, language: language() === 'en' ? 'en' : 'de' })
		return writePerspective(db, { roundId, title: text(form, 'titel'), introduction: '', closing: '', points: [] })
	})
	return redirect(begun ? `/werkstatt/blickwinkel/${begun.slug}` : '/werkstatt/blickwinkel', 303)
})

const FIELDS = { 'perspective-title-missing': 'titel' }

export default function Perspectives({ loaderData, actionData }: Route.ComponentProps) {
	const { round, rounds, list } = loaderData
	return (
		<>
			<PageHead title={m.focusing_perspectives_title()} stage="focus" lead={m.focusing_perspectives_lead()} />
			<ErrorSummary refusal={actionData?.refusal} fields={FIELDS} />
			<RoundSwitch rounds={rounds} chosen={round} />
			{round === null ? (
				<EmptyState title={m.focusing_no_round()} action={<a href="/werkstatt/runden">{m.focusing_to_rounds()}</a>} />
			) : list.length === 0 ? (
				<EmptyState
					title={m.focusing_perspectives_empty()}
					action={
						<form method="post">
							<input type="hidden" name="runde" value={round.id} />
							<Button look="secondary" name="was" value="vorschlag">
								{m.focusing_perspectives_suggested()}
							</Button>
						</form>
					}
				>
					<p>{m.focusing_perspectives_empty_text()}</p>
				</EmptyState>
			) : (
				<Rows label={m.focusing_perspectives_title()}>
					{list.map(({ id, slug, title, introduction, points }) => (
						<Row
							key={id}
							title={title}
							href={`/werkstatt/blickwinkel/${slug}`}
							stage="focus"
							level={2}
							aside={
								<StateWord tone={points.length ? 'plain' : 'quiet'}>
									{m.focusing_points_count({ count: points.length })}
								</StateWord>
							}
						>
							{introduction ? <p>{introduction}</p> : null}
						</Row>
					))}
				</Rows>
			)}
			{round ? (
				<details open={actionData !== undefined}>
					<summary>{m.focusing_perspective_open()}</summary>
					<form method="post" className="sheet">
						<input type="hidden" name="runde" value={round.id} />
						<Field
							name="titel"
							label={m.focusing_perspective_title_label()}
							hint={m.focusing_perspective_title_hint()}
							required
							value={actionData?.values['titel']}
							error={errorOf(actionData?.refusal, FIELDS, 'titel')}
						/>
						<Button>{m.focusing_perspective_open_button()}</Button>
					</form>
				</details>
			) : null}
		</>
	)
}
