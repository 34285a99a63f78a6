/** Requests about own data in the team's list: what is wanted, by when, and how it ends. */
import type { FoundRequest } from '#listening/find-data-requests.ts'
import type { RefusedForm } from '#platform/http/refusals.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { errorOf } from '#platform/ui/error-summary.tsx'
import { Field } from '#platform/ui/field.tsx'
import { Row } from '#platform/ui/rows.tsx'
import { StateWord } from '#platform/ui/state-word.tsx'
import { m } from '#platform/words/words.ts'
import { requestKindWord } from '../public-words.ts'

/** Fields are called after their request: several stand on one page. */
export const becauseOf = (requestId: string) => `because-${requestId}`
export const longerOf = (requestId: string) => `longer-${requestId}`

type OpenRequestProps = { request: FoundRequest; today: string; refused: RefusedForm | undefined }

export function OpenRequest({ request, today, refused }: OpenRequestProps) {
	const { id, kind, wish, about, receivedOn, dueOn, extendedBecause, speaker } = request
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
			{extendedBecause ? <p className="note">{m.publishing_requests_extended({ because: extendedBecause })}</p> : null}
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
			{extendedBecause || isLate ? null : (
				<WithReason intent="extend" name={longerOf(id)} requestId={id} refused={refused} {...EXTENDING} />
			)}
			<WithReason intent="decline" name={becauseOf(id)} requestId={id} refused={refused} {...DECLINING} />
		</Row>
	)
}

const EXTENDING = {
	label: m.publishing_requests_extend,
	question: m.publishing_requests_extend_because,
	hint: m.publishing_requests_extend_hint,
}
const DECLINING = {
	label: m.publishing_requests_decline,
	question: m.publishing_requests_decline_because,
	hint: m.publishing_requests_decline_hint,
}

type WithReasonProps = typeof EXTENDING & {
	intent: 'extend' | 'decline'
	/** Of the field with the reason. */
	name: string
	requestId: string
	refused: RefusedForm | undefined
}

/** What is done only with a reason the person may read. */
function WithReason({ intent, name, requestId, refused, label, question, hint }: WithReasonProps) {
	const isRefused = refused?.values[intent] === requestId
	const refusal = isRefused ? refused.refusal : undefined
	return (
		<details className="decline" open={isRefused}>
			<summary>{label()}</summary>
			<form method="post" className="flow">
				<input type="hidden" name={intent} value={requestId} />
				<Field
					kind="textarea"
					rows={3}
					name={name}
					label={question()}
					hint={hint()}
					value={refused?.values[name] ?? ''}
					error={errorOf(refusal, { [refusal?.code ?? '']: name }, name)}
					required
				/>
				<Button look="secondary" small>
					{label()}
				</Button>
			</form>
		</details>
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
