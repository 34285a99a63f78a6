/** What people asked about their own data, with the day by which it must be answered, and the way to find somebody. */
import { redirect } from 'react-router'
import type { Route } from './+types/requests'
import { findDoneRequests, findOpenRequests, type FoundRequest } from '#listening/find-data-requests.ts'
import { findPeople, type FoundPlace } from '#listening/find-people.ts'
import { finishDataRequest } from '#listening/finish-data-request.ts'
import { inThisMunicipality, municipalityContext, requireRight, todayIn } from '#people/request.ts'
import { isUuid } from '#platform/database/database.ts'
import { text } from '#platform/http/form-fields.ts'
import { refusingAction, refusingLoader, type RefusedForm } from '#platform/http/refusals.ts'
import { Problem } from '#platform/problem.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { ErrorSummary } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Row, Rows } from '#platform/ui/rows.tsx'
import { StateWord } from '#platform/ui/state-word.tsx'
import { m } from '#platform/words/words.ts'
import { formatName, requestKindWord } from '../public-words.ts'

export const loader = refusingLoader(async ({ context, request }: Route.LoaderArgs) => {
	requireRight(context, 'handle-requests', request)
	const { searchParams } = new URL(request.url)
	const words = searchParams.get('gespraech') ?? ''
	const today = todayIn(context.get(municipalityContext))
	return inThisMunicipality(context, async (db) => ({
		today,
		words,
		isDone: searchParams.has('getan'),
		open: await findOpenRequests(db),
		done: await findDoneRequests(db),
		places: await findPeople(db, words),
	}))
})

export const action = refusingAction(async ({ context, request }: Route.ActionArgs, form) => {
	const { accountId: by } = requireRight(context, 'handle-requests', request)
	const requestId = text(form, 'request')
	if (!isUuid(requestId)) throw new Problem('not-found', 'data-request-unknown')
	const day = todayIn(context.get(municipalityContext))
	await inThisMunicipality(context, (db) => finishDataRequest(db, { requestId, by, day, at: new Date() }))
	return redirect('/werkstatt/anliegen?getan', 303)
})

export default function Requests({ loaderData, actionData }: Route.ComponentProps) {
	const { today, words, isDone, open, done, places } = loaderData
	const { refusal } = (actionData as RefusedForm | undefined) ?? {}
	return (
		<div className="page section">
			<PageHead stage="listen" title={m.publishing_requests_title()} lead={m.publishing_requests_lead()} />
			<ErrorSummary refusal={refusal} />
			{isDone && !refusal ? <Notice kind="success" title={m.publishing_requests_done_now()} announce /> : null}
			<section className="section" aria-labelledby="offen">
				<h2 id="offen">{m.publishing_requests_open()}</h2>
				{open.length === 0 ? (
					<EmptyState title={m.publishing_requests_none()} />
				) : (
					<Rows>
						{open.map((one) => (
							<OpenRequest key={one.id} request={one} today={today} />
						))}
					</Rows>
				)}
			</section>
			<FindSomebody words={words} places={places} />
			{done.length > 0 ? (
				<section className="section" aria-labelledby="erledigt">
					<h2 id="erledigt">{m.publishing_requests_done()}</h2>
					<ul>
						{done.map(({ id, kind, doneOn, speaker }) => (
							<li key={id}>
								{requestKindWord(kind)}
								{speaker ? ` · ${speaker.conversation.title}, ${speaker.code}` : ''} · <DateText day={doneOn!} />
							</li>
						))}
					</ul>
				</section>
			) : null}
		</div>
	)
}

function OpenRequest({ request, today }: { request: FoundRequest; today: string }) {
	const { id, kind, wish, receivedOn, dueOn, speaker } = request
	const isLate = dueOn < today
	return (
		<Row
			title={`${requestKindWord(kind)}${speaker ? ` · ${speaker.conversation.title}, ${speaker.code}` : ''}`}
			href={speaker ? `/werkstatt/anliegen/${speaker.id}` : undefined}
			aside={
				<StateWord tone={isLate ? 'late' : 'plain'}>
					{isLate ? m.publishing_requests_late() : m.publishing_requests_due()} <DateText day={dueOn} style="short" />
				</StateWord>
			}
		>
			{wish ? <p className="spoken">{wish}</p> : null}
			<p className="note">
				{m.publishing_requests_received()} <DateText day={receivedOn} />
			</p>
			<form method="post">
				<input type="hidden" name="request" value={id} />
				<Button look="secondary" small>
					{m.publishing_requests_finish()}
				</Button>
			</form>
		</Row>
	)
}

function FindSomebody({ words, places }: { words: string; places: FoundPlace[] }) {
	return (
		<section className="section" aria-labelledby="person">
			<h2 id="person">{m.publishing_requests_find()}</h2>
			<p>{m.publishing_requests_find_text()}</p>
			<form method="get" className="form">
				<Field
					kind="search"
					name="gespraech"
					label={m.publishing_requests_find_words()}
					hint={m.publishing_requests_find_hint()}
					value={words}
				/>
				<Button look="secondary">{m.publishing_requests_find_now()}</Button>
			</form>
			{words && places.length === 0 ? <EmptyState title={m.publishing_requests_found_none()} /> : null}
			{places.map(({ slug, title, format, heldOn, people }) => (
				<div key={slug} className="section">
					<h3>
						{title} · {formatName(format)}
						{heldOn ? (
							<>
								, <DateText day={heldOn} />
							</>
						) : null}
					</h3>
					<Rows>
						{people.map(({ id, code, pseudonym, firstWords }) => (
							<Row
								key={id}
								level={4}
								title={[code, pseudonym].filter(Boolean).join(' · ')}
								href={`/werkstatt/anliegen/${id}`}
							>
								<p className="spoken">{firstWords}</p>
							</Row>
						))}
					</Rows>
				</div>
			))}
		</section>
	)
}
