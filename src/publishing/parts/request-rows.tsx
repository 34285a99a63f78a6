/** Requests about own data in the team's list: what is wanted, by when, and how it ends. */
import type { FoundRequest } from '#listening/find-data-requests.ts'
import type { Refusal } from '#platform/http/refusals.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { errorOf } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { Row } from '#platform/ui/rows.tsx'
import { StateWord } from '#platform/ui/state-word.tsx'
import { m } from '#platform/words/words.ts'
import { requestKindWord } from '../public-words.ts'

/** The field is called after its request: several stand on one page. */
export const becauseOf = (requestId: string) => `because-${requestId}`

type OpenRequestProps = { request: FoundRequest; today: string; refusal: Refusal | undefined; written: string }

export function OpenRequest({ request, today, refusal, written }: OpenRequestProps) {
	const { id, kind, wish, about, receivedOn, dueOn, speaker } = request
	const isLate = dueOn < today
	return (
		<Row
			title={`${requestKindWord(kind)} · ${whoOf(request) ?? m.publishing_requests_unknown_person()}`}
			href={speaker ? `/werkstatt/anliegen/${speaker.id}` : undefined}
			aside={
				<StateWord tone={isLate ? 'late' : 'plain'}>
					{isLate ? m.publishing_requests_late() : m.publishing_requests_due()} <DateText day={dueOn} style="short" />
				</StateWord>
			}
		>
			{wish ? <p className="spoken">{wish}</p> : null}
			{about ? <p>{about}</p> : null}
			<p className="note">
				{m.publishing_requests_received()} <DateText day={receivedOn} />
				{speaker ? null : (
					<>
						{' · '}
						<a href="#person">{m.publishing_requests_find_person()}</a>
					</>
				)}
			</p>
			<form method="post">
				<input type="hidden" name="request" value={id} />
				<Button look="secondary" small>
					{m.publishing_requests_finish()}
				</Button>
			</form>
			<details className="decline" open={Boolean(refusal)}>
				<summary>{m.publishing_requests_decline()}</summary>
				<form method="post" className="flow">
					<input type="hidden" name="decline" value={id} />
					<Field
						kind="textarea"
						rows={3}
						name={becauseOf(id)}
						label={m.publishing_requests_decline_because()}
						hint={m.publishing_requests_decline_hint()}
						value={written}
						error={errorOf(refusal, { [refusal?.code ?? '']: becauseOf(id) }, becauseOf(id))}
						required
					/>
					<Button look="secondary" small>
						{m.publishing_requests_decline()}
					</Button>
				</form>
			</details>
		</Row>
	)
}

export function DoneRequest({ request }: { request: FoundRequest }) {
	const { kind, doneOn, declinedBecause } = request
	const words = [requestKindWord(kind), whoOf(request), declinedBecause && m.publishing_requests_declined()]
	return (
		<li>
			{words.filter(Boolean).join(' · ')} · <DateText day={doneOn!} />
			{declinedBecause ? <p className="note">{m.publishing_requests_because({ because: declinedBecause })}</p> : null}
		</li>
	)
}

const whoOf = ({ speaker }: FoundRequest) => speaker && `${speaker.conversation.title}, ${speaker.code}`
