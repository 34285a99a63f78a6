import type { Thread as VoiceThread } from '#answering/thread.rules.ts'
import { Thread } from '#platform/ui/thread.tsx'
import { m } from '#platform/words/words.ts'
import { shownThreads } from '../shown-threads.rules.ts'
import { threadStations } from './thread-stations.tsx'

/** What became of what somebody said. Of a long conversation first the contributions that led furthest. */
export function OwnThreads({ threads }: { threads: VoiceThread[] }) {
	const first = shownThreads(threads)
	const rest = threads.filter((thread) => !first.includes(thread))
	return (
		<>
			{first.map((thread) => (
				<OwnThread key={thread.voice.id} thread={thread} />
			))}
			{rest.length > 0 ? (
				<details className="own-section">
					<summary>{m.publishing_receipt_more_words({ count: rest.length })}</summary>
					{rest.map((thread) => (
						<OwnThread key={thread.voice.id} thread={thread} />
					))}
				</details>
			) : null}
		</>
	)
}

function OwnThread({ thread }: { thread: VoiceThread }) {
	return <Thread label={m.publishing_receipt_thread()} stations={threadStations(thread)} />
}
