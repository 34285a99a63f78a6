/** The words of a conversation, as they were said. Who asks is set in our type, who speaks in theirs. */
import { m } from '#platform/words/words.ts'
import type { FoundSpeaker, TranscriptTurn } from '../find-conversation.ts'
import { ConsentMark } from './consent-marks.tsx'

export function Transcript({
	turns,
	speakers,
}: {
	turns: readonly TranscriptTurn[]
	speakers: readonly FoundSpeaker[]
}) {
	const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]))
	return (
		<ol className="transcript" aria-label={m.listening_transcript()}>
			{turns.map((turn) => (
				<Turn key={turn.position} turn={turn} speaker={byId.get(turn.speakerId)!} />
			))}
		</ol>
	)
}

function Turn({ turn, speaker }: { turn: TranscriptTurn; speaker: FoundSpeaker }) {
	const { code, pseudonym, isModerator, channels } = speaker
	return (
		<li id={`beitrag-${turn.position + 1}`} className={isModerator ? 'transcript__asks' : undefined}>
			<p className="transcript__who">
				<strong>{code}</strong>
				{pseudonym ? <span> {pseudonym}</span> : null}
				{turn.fromMs === null ? null : <span className="num"> {clock(turn.fromMs)}</span>}
				{isModerator || channels.includes('quote') ? null : <ConsentMark channels={channels} />}
			</p>
			<div lang="de" className={isModerator ? undefined : 'spoken'}>
				{turn.text?.split('\n').map((line, at) => (line.trim() === '' ? null : <p key={at}>{line}</p>))}
			</div>
			{turn.text === null ? <p className="note">{m.listening_words_restricted()}</p> : null}
		</li>
	)
}

/** `1:02:03` from milliseconds. */
function clock(ms: number): string {
	const seconds = Math.floor(ms / 1000)
	const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
	return `${hours}:${String(minutes).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}
