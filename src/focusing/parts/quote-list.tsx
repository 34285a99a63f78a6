import { Button, ButtonLink } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { Voice } from '#platform/ui/voice.tsx'
import { m } from '#platform/words/words.ts'
import type { DossierQuote } from '../find-dossier.ts'
import type { EvidencePassage } from '../find-evidence.ts'
import type { SpecialQuote } from '../find-special-quotes.ts'
import { partHint, partWord } from './part-words.ts'
import { SpecialConfirmed, WaitingForSecond } from './special-quotes.tsx'

type QuoteListProps = {
	slug: string
	quotes: readonly DossierQuote[]
	passages: readonly EvidencePassage[]
	special: readonly SpecialQuote[]
	mayClear: boolean
}

/** The selected voices, as they will be printed. */
export function QuoteList({ slug, quotes, passages, special, mayClear }: QuoteListProps) {
	const choose = (
		<ButtonLink look="secondary" href={`/werkstatt/fokusthemen/${slug}/belegstellen?zitierbar=ja`}>
			{m.focusing_choose_quotes()}
		</ButtonLink>
	)
	return (
		<section id="voices" className="dossier-section">
			<h2>{partWord('voices')}</h2>
			<p className="kern-hint">{partHint('voices')}</p>
			<WaitingForSecond slug={slug} waiting={special.filter(({ confirmed }) => confirmed === null)} />
			{quotes.length === 0 ? (
				<EmptyState title={m.focusing_quotes_empty()} action={mayClear ? choose : null} />
			) : (
				<>
					<ul className="quotes">
						{quotes.map((quote) => (
							<li key={quote.id}>
								<Voice label={quote.publicLabel} after={originOf(quote, passages)}>
									{quote.wording}
								</Voice>
								{special
									.filter(({ id }) => id === quote.id)
									.map((one) => (
										<SpecialConfirmed key={one.id} special={one} />
									))}
								{mayClear ? <QuoteActions slug={slug} quote={quote} /> : null}
							</li>
						))}
					</ul>
					{mayClear ? choose : null}
				</>
			)}
			{mayClear ? null : <p>{m.focusing_quotes_by_editors()}</p>}
		</section>
	)
}

function QuoteActions({ slug, quote }: { slug: string; quote: DossierQuote }) {
	const page = `/werkstatt/fokusthemen/${slug}/zitat/${quote.codingId}`
	return (
		<form method="post" action={page} className="inline-form">
			<input type="hidden" name="zuruecknehmen" value={quote.id} />
			<ButtonLink look="tertiary" small href={page}>
				{m.focusing_quote_change()}
			</ButtonLink>
			<Button look="tertiary" small>
				{m.focusing_quote_remove()}
			</Button>
		</form>
	)
}

function originOf({ codingId }: DossierQuote, passages: readonly EvidencePassage[]): string | null {
	return passages.find((passage) => passage.codingId === codingId)?.conversationTitle ?? null
}
