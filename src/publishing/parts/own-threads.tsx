import type { Thread as VoiceThread } from '#answering/thread.rules.ts'
import { Thread } from '#platform/ui/thread.tsx'
import { m } from '#platform/words/words.ts'
import { shownThreads } from '../shown-threads.rules.ts'
import { threadStations } from './thread-stations.tsx'

/** What became of what somebody said; `mayBeUsed` is false while they do not allow it to be. Of a long conversation first the contributions that led furthest. */
export function OwnThreads({ threads, mayBeUsed }: { threads: VoiceThread[]; mayBeUsed: boolean }) {
	const first = shownThreads(threads)
	const rest = threads.filter((thread) => !first.includes(thread))
	return (
		<>
			{first.map((thread) => (
				<OwnThread key={thread.voice.id} thread={thread} mayBeUsed={mayBeUsed} />
			))}
			{rest.length > 0 ? (
				<details className="own-section">
					<summary>{m.publishing_receipt_more_words({ count: rest.length })}</summary>
					{rest.map((thread) => (
						<OwnThread key={thread.voice.id} thread={thread} mayBeUsed={mayBeUsed} />
					))}
				</details>
			) : null}
		</>
	)
}

function OwnThread({ thread, mayBeUsed }: { thread: VoiceThread; mayBeUsed: boolean }) {
	return <Thread label={m.publishing_receipt_thread()} stations={threadStations(thread, mayBeUsed)} />
}
