import { SpokenText } from '#platform/ui/voice.tsx'
import { m } from '#platform/words/words.ts'
import { FormatWord } from '#listening/format-word.tsx'
import type { UnansweredVoice } from '../find-unanswered.ts'
import answeringLook from './answering.css?url'

/** For pages that show these rows. */
export const answeringLinks = () => [{ rel: 'stylesheet', href: answeringLook }]

/** Voices that wait, each with the ways an answer can reach it. */
export function UnansweredRows({ voices }: { voices: readonly UnansweredVoice[] }) {
	return (
		<ul className="waiting">
			{voices.map((voice) => (
				<li key={voice.voiceId}>
					{voice.title ? <h3>{voice.title}</h3> : null}
					<blockquote>
						<SpokenText>
							{voice.beginning.length >= 240 ? `${voice.beginning.trimEnd()} …` : voice.beginning}
						</SpokenText>
					</blockquote>
					<p className="note">
						<FormatWord of={voice.format} /> · {voice.conversationTitle}
						{voice.themes.length > 0 ? ` · ${voice.themes.join(' · ')}` : ` · ${m.answering_not_coded()}`}
					</p>
					<p>
						{voice.focusThemes.map(({ id, title }) => (
							<a key={id} href={`/werkstatt/antworten/neu?an=focus-theme:${id}`}>
								{m.answering_answer_theme({ title })}
							</a>
						))}
						<a href={`/werkstatt/antworten/neu?an=voice:${voice.voiceId}`}>{m.answering_answer_voice()}</a>
					</p>
				</li>
			))}
		</ul>
	)
}
