import { SpokenText } from '#platform/ui/voice.tsx'
import { m } from '#platform/words/words.ts'
import { FormatWord } from '#listening/format-word.tsx'
import type { EvidencePassage } from '../find-evidence.ts'

/** What a paragraph or point stands on; taking a tick away lets a passage go with the next save. */
export function CitedPassages({ name, passages }: { name: string; passages: readonly EvidencePassage[] }) {
	if (passages.length === 0) return <p className="note">{m.focusing_cited_none()}</p>
	return (
		<details className="cited">
			<summary>{m.focusing_cited({ count: passages.length })}</summary>
			<ul className="passages">
				{passages.map((passage) => (
					<li key={passage.codingId} className="kern-form-check">
						<input
							className="kern-form-check__checkbox"
							type="checkbox"
							id={`${name}-${passage.codingId}`}
							name={`${name}-${passage.codingId}`}
							value="ja"
							defaultChecked
						/>
						<label htmlFor={`${name}-${passage.codingId}`}>
							<SpokenText>{passage.quote}</SpokenText>
							<span className="note">
								{' '}
								<FormatWord of={passage.format} /> · {passage.conversationTitle}
							</span>
						</label>
					</li>
				))}
			</ul>
		</details>
	)
}
