import { Button, ButtonLink } from '#platform/ui/buttons.tsx'
import { EmptyState } from '#platform/ui/empty-state.tsx'
import { Voice } from '#platform/ui/voice.tsx'
import { m } from '#platform/words/words.ts'
import type { DossierQuote } from '../find-dossier.ts'
import type { EvidencePassage } from '../find-evidence.ts'
import { partHint, partWord } from './part-words.ts'

type QuoteListProps = {
	slug: string
	quotes: readonly DossierQuote[]
	passages: readonly EvidencePassage[]
	mayClear: boolean
}

/** The selected voices, as they will be printed. */
export function QuoteList({ slug, quotes, passages, mayClear }: QuoteListProps) {
	const choose = (
		<ButtonLink look="secondary" href={`/werkstatt/fokusthemen/${slug}/belegstellen?zitierbar=ja`}>
			{m.focusing_choose_quotes()}
		</ButtonLink>
	)
	return (
		<section id="voices" className="dossier-section">
			<h2>{partWord('voices')}</h2>
			<p className="kern-hint">{partHint('voices')}</p>
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
