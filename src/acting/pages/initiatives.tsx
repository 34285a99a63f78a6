/** All initiatives for the team: what is late first, then what runs. */
import type { Route } from './+types/initiatives'
import { refusingLoader } from '#platform/http/refusals.ts'
import { ButtonLink } from '#platform/ui/buttons.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Row, Rows } from '#platform/ui/rows.tsx'
import { m } from '#platform/words/words.ts'
import { inThisMunicipality, municipalityContext, requireRight, todayIn } from '#people/request.ts'
import { findInitiatives, type CommitmentView, type InitiativeInList } from '../find-initiatives.ts'
import { CommitmentWord, InitiativeWord } from '../parts/standing.tsx'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'run-initiatives', request)
	const today = todayIn(context.get(municipalityContext))
	return inThisMunicipality(context, async (db) => {
		const list = await findInitiatives(db, { today })
		return { list: list.toSorted((one, other) => other.daysOverdue - one.daysOverdue) }
	})
})

export default function Initiatives({ loaderData: { list } }: Route.ComponentProps) {
	const untaken = list.flatMap((initiative) =>
		initiative.commitments.filter(({ state }) => state === 'open').map((commitment) => ({ initiative, commitment })),
	)
	return (
		<>
			<PageHead title={m.acting_list_title()} stage="act" lead={m.acting_list_lead()}>
				<ButtonLink href="/werkstatt/vorhaben/neu">{m.acting_start()}</ButtonLink>
			</PageHead>
			{list.length === 0 ? (
				<EmptyState
					title={m.acting_list_empty()}
					action={<ButtonLink href="/werkstatt/vorhaben/neu">{m.acting_start()}</ButtonLink>}
				>
					<p>{m.acting_list_empty_text()}</p>
				</EmptyState>
			) : (
				<Rows label={m.acting_list_title()}>
					{list.map((initiative) => (
						<InitiativeRow key={initiative.id} initiative={initiative} />
					))}
				</Rows>
			)}
			{untaken.length > 0 ? (
				<section aria-labelledby="offen">
					<h2 id="offen">{m.acting_untaken_title()}</h2>
					<p>{m.acting_untaken_text()}</p>
					<Rows>
						{untaken.map(({ initiative, commitment }) => (
							<Row
								key={commitment.id}
								title={commitment.what}
								href={`/werkstatt/vorhaben/${initiative.slug}#zusagen`}
								stage="act"
								aside={<CommitmentWord standing={commitment.standing} />}
							>
								<p className="note">{initiative.title}</p>
							</Row>
						))}
					</Rows>
				</section>
			) : null}
		</>
	)
}

function InitiativeRow({ initiative }: { initiative: InitiativeInList }) {
	const { slug, title, teaser, state, daysOverdue, nextAnswerBy, commitments, owner, focusTheme } = initiative
	const next = nextStep(commitments)
	return (
		<Row
			title={title}
			href={`/werkstatt/vorhaben/${slug}`}
			stage="act"
			level={2}
			aside={<InitiativeWord state={state} daysOverdue={daysOverdue} />}
		>
			{teaser ? <p>{teaser}</p> : null}
			{next ? (
				<p>
					{m.acting_next_step({ what: next.what })}
					{next.until ? (
						<>
							{' '}
							· <DateText day={next.until} />
						</>
					) : null}{' '}
					· <CommitmentWord standing={next.standing} />
				</p>
			) : null}
			<p className="note">
				{[owner?.name ?? m.acting_owner_none(), focusTheme?.title].filter(Boolean).join(' · ')}
				{nextAnswerBy ? (
					<>
						{' · '}
						{m.acting_next_answer()} <DateText day={nextAnswerBy} />
					</>
				) : null}
			</p>
		</Row>
	)
}

/** The promise that comes due first, else a step nobody has taken. */
function nextStep(commitments: readonly CommitmentView[]): CommitmentView | undefined {
	const waiting = commitments.filter(({ state }) => state === 'promised' || state === 'open')
	return waiting.toSorted((one, other) => (one.until ?? '9999').localeCompare(other.until ?? '9999'))[0]
}
