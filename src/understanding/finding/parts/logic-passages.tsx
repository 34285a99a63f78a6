/** Passages a question brought up, each opening its place in the transcript. */
import { m } from '#platform/words/words.ts'
import { stanceWord } from '../../weighing/matrix-words.ts'
import type { LogicPassage } from '../find-by-logic.ts'
import { writePlace } from '../place-in-voice.rules.ts'
import { PlaceTick } from './places-form.tsx'

export function LogicPassages({ passages }: { passages: readonly LogicPassage[] }) {
	return (
		<ol className="hits">
			{passages.map((passage) => (
				<li key={passage.codingId} data-hit tabIndex={-1}>
					<PlaceTick
						value={writePlace(passage)}
						label={m.understanding_places_tick({ name: passage.conversation.title })}
						isTicked
					/>
					<blockquote className="spoken" lang="de">
						{passage.quote}
					</blockquote>
					<p className="label">
						{passage.speakerCode} ·{' '}
						<a
							href={`/werkstatt/gespraeche/${passage.conversation.slug}/codieren?beitrag=${passage.turn}#beitrag-${passage.turn}`}
						>
							{passage.conversation.title || passage.conversation.slug}
						</a>{' '}
						· {[stanceWord(passage.stance), passage.coder, ...passage.others].join(' · ')}
					</p>
				</li>
			))}
		</ol>
	)
}
