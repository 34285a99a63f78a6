/** What somebody asked for about their own data, and what came of it; nothing while they asked for nothing. */
import { DateText } from '#platform/ui/date-text.tsx'
import { m } from '#platform/words/words.ts'
import type { OwnConversation } from '../own-data/own-data.ts'
import { requestKindWord } from '../public-words.ts'

type OwnRequest = OwnConversation['requests'][number]

export function OwnRequests({ requests }: { requests: readonly OwnRequest[] }) {
	if (requests.length === 0) return null
	return (
		<section className="own-section" aria-labelledby="anliegen">
			<h2 id="anliegen">{m.publishing_own_requests()}</h2>
			<ul>
				{requests.map((request, at) => (
					<Request key={at} {...request} />
				))}
			</ul>
		</section>
	)
}

function Request({ kind, wish, receivedOn, dueOn, doneOn, extendedBecause, declinedBecause }: OwnRequest) {
	return (
		<li>
			{requestKindWord(kind)}, <DateText day={receivedOn} />:{' '}
			{doneOn ? (
				<>
					{declinedBecause ? m.publishing_own_request_declined() : m.publishing_own_request_done()}{' '}
					<DateText day={doneOn} />
				</>
			) : (
				<>
					{m.publishing_own_request_open()}, {m.publishing_own_request_due()} <DateText day={dueOn} />
				</>
			)}
			{wish ? (
				<p className="spoken" lang="de">
					{wish}
				</p>
			) : null}
			{extendedBecause ? <p>{m.publishing_requests_extended({ because: extendedBecause })}</p> : null}
			{declinedBecause ? <p>{m.publishing_requests_because({ because: declinedBecause })}</p> : null}
		</li>
	)
}
