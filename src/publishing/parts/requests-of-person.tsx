/** What the team has noted of one person's requests. */
import type { FoundRequest } from '#listening/find-data-requests.ts'
import { Button } from '#platform/ui/buttons.tsx'
import { dayText } from '#platform/ui/dates.ts'
import { Field } from '#platform/ui/field.tsx'
import { Notice } from '#platform/ui/notice.tsx'
import { language, m } from '#platform/words/words.ts'
import { requestKindWord } from '../public-words.ts'

export function WaitingRequests({ requests }: { requests: readonly FoundRequest[] }) {
	if (requests.length === 0) return null
	const kinds = requests.map(({ kind }) => requestKindWord(kind)).join(', ')
	return (
		<Notice title={m.publishing_person_waiting({ kinds })}>
			{requests.map(({ id, wish }) => (wish ? <p key={id}>{wish}</p> : null))}
			<p>
				<a href="/werkstatt/anliegen#offen">{m.publishing_person_waiting_text()}</a>
			</p>
		</Notice>
	)
}

/** Only while something waits of which nobody knew whose it is. */
export function AssignRequest({ requests }: { requests: readonly FoundRequest[] }) {
	if (requests.length === 0) return null
	return (
		<details className="right">
			<summary>{m.publishing_person_assign()}</summary>
			<form method="post" className="flow">
				<Field
					kind="radios"
					name="request"
					label={m.publishing_person_assign_which()}
					options={requests.map(({ id, kind, about, wish, receivedOn }) => ({
						value: id,
						label: [requestKindWord(kind), dayText(receivedOn, language()), about || wish].filter(Boolean).join(' · '),
					}))}
					required
				/>
				<Button name="intent" value="assign" look="secondary">
					{m.publishing_person_assign_now()}
				</Button>
			</form>
		</details>
	)
}
