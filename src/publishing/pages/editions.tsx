/** Where the team freezes what is public, after a last look at what it would contain. */
import { redirect } from 'react-router'
import type { Route } from './+types/editions'
import { inThisMunicipality, municipalityContext, requireRight, todayIn } from '#people/request.ts'
import { findRounds } from '#listening/find-rounds.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Row, Rows } from '#platform/ui/rows.tsx'
import { m } from '#platform/words/words.ts'
import { findEditions } from '../find-edition.ts'
import { RevisedLine } from '../parts/revised-notice.tsx'
import { editionLabel } from '../public-words.ts'
import { draftEdition } from '../draft-edition.ts'
import { freezeEdition } from '../freeze-edition.ts'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'publish-editions', request)
	return inThisMunicipality(context, async (db) => {
		const rounds = await findRounds(db)
		const chosen = rounds.find(({ slug }) => slug === new URL(request.url).searchParams.get('runde')) ?? rounds[0]
		const content = chosen && (await draftEdition(db, chosen.id)).content
		return {
			rounds: rounds.map(({ id, slug, title }) => ({ id, slug, title })),
			chosen: chosen && { id: chosen.id, slug: chosen.slug, title: chosen.title },
			dossiers: content?.dossiers.map(({ title, quotes, analysis, conclusion, conditions }) => ({
				title,
				quotes: quotes.length,
				isComplete: analysis.length > 0 && conclusion.length > 0 && conditions.length === 5 && quotes.length > 0,
			})),
			editions: await findEditions(db),
		}
	})
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const member = requireRight(context, 'publish-editions', request)
	const today = todayIn(context.get(municipalityContext))
	await inThisMunicipality(context, (db) =>
		freezeEdition(db, {
			roundId: String(form.get('round')),
			title: String(form.get('title') ?? ''),
			by: member.accountId,
			today,
			at: new Date(),
		}),
	)
	return redirect('/werkstatt/ausgaben', 303)
})

export default function Editions({ loaderData, actionData }: Route.ComponentProps) {
	const { chosen, dossiers, editions } = loaderData
	const refused = actionData as RefusedForm | undefined
	return (
		<div className="page">
			<PageHead title={m.publishing_editions_title()} lead={m.publishing_editions_lead()} />
			{refused ? <Notice kind="danger" title={refused.refusal.sentence} announce /> : null}
			{chosen && dossiers ? (
				<section className="section" aria-labelledby="freeze">
					<h2 id="freeze">{m.publishing_freeze_heading()}</h2>
					<ul>
						{dossiers.map(({ title, quotes, isComplete }) => (
							<li key={title}>
								{title}: {m.publishing_freeze_quotes({ count: quotes })}
								{isComplete ? null : <strong> · {m.publishing_freeze_incomplete()}</strong>}
							</li>
						))}
					</ul>
					<form method="post" className="form">
						<input type="hidden" name="round" value={chosen.id} />
						<label className="kern-label" htmlFor="title">
							{m.publishing_freeze_title()}
						</label>
						<input
							className="kern-form-input__input"
							id="title"
							name="title"
							required
							defaultValue={refused?.values['title'] ?? chosen.title}
						/>
						<p className="note">{m.publishing_freeze_note()}</p>
						<Button>{m.publishing_freeze_button()}</Button>
					</form>
				</section>
			) : (
				<EmptyState title={m.publishing_freeze_no_round()} />
			)}
			<section className="section" aria-labelledby="editions">
				<h2 id="editions">{m.publishing_editions_so_far()}</h2>
				{editions.length === 0 ? <p>{m.publishing_editions_none()}</p> : null}
				<Rows>
					{editions.map(({ id, title, frozenOn, hash, revisedOn, ...edition }) => (
						<Row key={id} title={`${editionLabel(edition)}: ${title}`} aside={<DateText day={frozenOn} />}>
							{revisedOn ? <RevisedLine day={revisedOn} /> : null}
							<p className="fingerprint">SHA-256 {hash}</p>
						</Row>
					))}
				</Rows>
			</section>
		</div>
	)
}
