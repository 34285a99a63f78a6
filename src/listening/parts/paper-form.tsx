/** One sheet of paper. Nothing on it is typed: it is printed, ticked and signed. */
import type { ConsentText } from '#people/find-consent-texts.ts'
import { DateText } from '#platform/ui/date-text.tsx'
import type { FoundConversation } from '../find-conversation.ts'
import { paperWords, type PaperLanguage } from './paper-words.ts'

export type PaperFormProps = {
	conversation: FoundConversation
	language: PaperLanguage
	town: { name: string; convener: string; address: readonly string[]; email: string }
	texts: readonly ConsentText[]
}

export function PaperForm({ conversation, language, town, texts }: PaperFormProps) {
	const words = paperWords(language, town)
	return (
		<article
			className="paper"
			lang={language === 'en' ? 'en' : 'de'}
			data-plain={language === 'de-leicht' || undefined}
		>
			<header className="paper__head">
				<p>
					{town.convener} · {town.name}
				</p>
				<p className="paper__code">
					{words.code} <span className="paper__line paper__line--short" />
				</p>
			</header>
			<h2>{words.heading}</h2>
			<p className="paper__what">
				{conversation.title}
				{conversation.heldOn ? (
					<>
						{' · '}
						<DateText day={conversation.heldOn} />
					</>
				) : null}
				{conversation.place ? ` · ${conversation.place}` : null}
			</p>
			<p>{words.intro}</p>
			<p>
				<strong>{words.tick}</strong>
			</p>
			<ul className="paper__channels">
				{texts.map((text) => (
					<li key={text.channel}>
						<span className="paper__box" aria-hidden="true" />
						<div>
							<p>
								{text.wording[language] ?? text.wording.de} <small>({words.version(text.version)})</small>
							</p>
							{text.channel === 'contact' ? <Line label={words.reach} /> : null}
						</div>
					</li>
				))}
			</ul>
			<p>{words.withdraw}</p>
			<div className="paper__lines">
				<Line label={words.name} />
				<Line label={words.place} />
				<Line label={words.signature} />
			</div>
			<div className="paper__young">
				<p>{words.young}</p>
				<div className="paper__lines">
					<Line label={words.guardianName} />
					<Line label={words.guardianSignature} />
				</div>
			</div>
			<footer className="paper__foot">
				<p>
					{words.write} {addressOf(town)}
				</p>
				<p>{words.apart}</p>
			</footer>
		</article>
	)
}

/** Many write who convenes as the first line of the address. */
function addressOf({ convener, address, email }: PaperFormProps['town']): string {
	return [...new Set([convener, ...address, email])].filter((part) => part !== '').join(', ')
}

function Line({ label }: { label: string }) {
	return (
		<p className="paper__field">
			<span className="paper__line" />
			<span className="paper__label">{label}</span>
		</p>
	)
}
