/** Who waits for an answer, which promised answers are overdue, and what was answered. */
import { useLocation } from 'react-router'
import type { Route } from './+types/answers'
import { askedPage, leaveEmptyPage } from '#platform/http/asked-page.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { ButtonLink } from '#platform/ui/buttons.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Pager } from '#platform/ui/pager.tsx'
import { Row, Rows } from '#platform/ui/rows.tsx'
import { StateWord } from '#platform/ui/state-word.tsx'
import { m } from '#platform/words/words.ts'
import { noteReading } from '#people/note-reading.ts'
import { inThisMunicipality, municipalityContext, requireRight, todayIn } from '#people/request.ts'
import { overdueWord } from '#acting/acting-words.ts'
import { findAnswers } from '../find-answers.ts'
import { findOverdueAnswers } from '../find-overdue.ts'
import { findAnswerRate, findUnanswered } from '../find-unanswered.ts'
import { GivenAnswers } from '../parts/given-answers.tsx'
import { answeringLinks, UnansweredRows } from '../parts/unanswered-rows.tsx'

export const links = answeringLinks

const PER_PAGE = 20

export const loader = refusingLoader(async ({ context, request, url }: Route.LoaderArgs) => {
	const { accountId: by } = requireRight(context, 'answer-voices', request)
	const today = todayIn(context.get(municipalityContext))
	const page = askedPage(new URL(request.url).searchParams)
	return inThisMunicipality(context, async (db) => {
		await noteReading(db, by, 'voice')
		const unanswered = await findUnanswered(db, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE })
		leaveEmptyPage(url, page, unanswered)
		const rate = await findAnswerRate(db)
		return {
			rate,
			page,
			pages: Math.ceil((rate.awaited - rate.answered) / PER_PAGE),
			unanswered,
			overdue: await findOverdueAnswers(db, today),
			given: await findAnswers(db),
		}
	})
})

export default function Answers({ loaderData }: Route.ComponentProps) {
	const { rate, overdue, unanswered, page, pages, given } = loaderData
	const isWritten = new URLSearchParams(useLocation().search).has('geschrieben')
	return (
		<>
			<PageHead
				title={m.answering_title()}
				stage="answer"
				lead={
					rate.awaited > 0 ? m.answering_rate({ answered: rate.answered, awaited: rate.awaited }) : m.answering_lead()
				}
			>
				<ButtonLink href="/werkstatt/antworten/neu">{m.answering_write()}</ButtonLink>
			</PageHead>
			{isWritten ? <Notice kind="success" title={m.answering_written()} announce /> : null}
			{overdue.length > 0 ? (
				<section aria-labelledby="ueberfaellig">
					<h2 id="ueberfaellig">{m.answering_overdue_title()}</h2>
					<Rows>
						{overdue.map(({ to, promisedFor, daysOverdue }) => (
							<Row
								key={to.id}
								title={to.title}
								href={`/werkstatt/antworten/neu?an=${to.kind}:${to.id}`}
								stage="answer"
								aside={<StateWord tone="late">{overdueWord(daysOverdue)}</StateWord>}
							>
								<p>
									{m.answering_promised_for()} <DateText day={promisedFor} />
								</p>
							</Row>
						))}
					</Rows>
				</section>
			) : null}
			<section aria-labelledby="offen">
				<h2 id="offen">{m.answering_unanswered_title({ count: rate.awaited - rate.answered })}</h2>
				{unanswered.length === 0 ? (
					<EmptyState title={rate.awaited === 0 ? m.answering_nobody_waits() : m.answering_all_answered()}>
						<p>{rate.awaited === 0 ? m.answering_nobody_waits_text() : m.answering_all_answered_text()}</p>
					</EmptyState>
				) : (
					<UnansweredRows voices={unanswered} />
				)}
				<Pager page={page} pages={pages} />
			</section>
			<section aria-labelledby="gegeben">
				<h2 id="gegeben">{m.answering_given_title()}</h2>
				<GivenAnswers answers={given} />
			</section>
		</>
	)
}
