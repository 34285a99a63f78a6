/** The consent form of one conversation, on one sheet of A4: all channels as boxes, in German, plain German or English. */
import type { Route } from './+types/paper-form'
import { findCurrentConsentTexts } from '#people/find-consent-texts.ts'
import { inThisMunicipality, municipalityContext, requireRight } from '#people/request.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { findConversation } from '../find-conversation.ts'
import { PaperForm } from '../parts/paper-form.tsx'
import look from '../parts/paper-form.css?url'
import { PAPER_LANGUAGES } from '../parts/paper-words.ts'
import { CHANNELS } from '../vocabulary.ts'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: look }]

export const loader = refusingLoader(async ({ context, request, params }: Route.LoaderArgs) => {
	requireRight(context, 'record-conversations', request)
	const asked = new URL(request.url).searchParams.get('sprache')
	const { name, profile } = context.get(municipalityContext)
	const { convener, address, email, responsible } = profile
	return inThisMunicipality(context, async (db) => {
		const texts = await findCurrentConsentTexts(db)
		return {
			conversation: await findConversation(db, params.slug),
			language: PAPER_LANGUAGES.find((one) => one === asked) ?? 'de',
			town: { name, convener, address, email, responsible },
			texts: CHANNELS.flatMap((channel) => texts.find((text) => text.channel === channel) ?? []),
		}
	})
})

const LANGUAGE_WORDS = {
	de: m.listening_in_german,
	'de-leicht': m.listening_in_plain_german,
	en: m.listening_in_english,
}

export default function PaperFormPage({ loaderData }: Route.ComponentProps) {
	const { conversation, language } = loaderData
	const address = `/werkstatt/gespraeche/${conversation.slug}`
	return (
		<div className="page section">
			<div className="paper-controls">
				<PageHead
					stage="listen"
					title={m.listening_paper_title()}
					lead={m.listening_paper_lead()}
					crumbs={[
						{ href: address, label: conversation.title },
						{ href: `${address}/sprechende`, label: m.listening_to_speakers() },
					]}
				/>
				<nav aria-label={m.listening_paper_languages()}>
					<ul className="paper-languages">
						{PAPER_LANGUAGES.map((one) => (
							<li key={one}>
								<a href={`?sprache=${one}`} aria-current={one === language ? 'page' : undefined}>
									{LANGUAGE_WORDS[one]()}
								</a>
							</li>
						))}
					</ul>
				</nav>
			</div>
			<PaperForm {...loaderData} />
		</div>
	)
}
