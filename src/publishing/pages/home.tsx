/** The first page: what was heard, what is happening, and the two doors in. */
import type { Route } from './+types/home'
import { findInitiatives, type InitiativeInList } from '#acting/find-initiatives.ts'
import { countAnsweredPeople } from '#answering/find-unanswered.ts'
import { municipalityContext } from '#people/request.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { PageTitle } from '#platform/ui/page-head.tsx'
import { Row, Rows } from '#platform/ui/rows.tsx'
import { ThroughLine } from '#platform/ui/through-line.tsx'
import { Voice } from '#platform/ui/voice.tsx'
import { m } from '#platform/words/words.ts'
import type { EditionContent } from '../edition-content.ts'
import { InitiativeRow } from '../parts/initiative-row.tsx'
import { quoteLabel } from '../public-words.ts'
import { readPublic } from '../requested-edition.ts'

/** Initiatives on the first page: those that are late first, because silence should be seen. */
const INITIATIVES_SHOWN = 4

export const loader = refusingLoader(async ({ context }: Route.LoaderArgs) => {
	const { name } = context.get(municipalityContext)
	return readPublic(context, async ({ db, edition, today }) => {
		const initiatives = await findInitiatives(db, { today })
		return {
			name,
			heard: edition && summaryOf(edition.content),
			initiatives: initiatives
				.toSorted((one, other) => other.daysOverdue - one.daysOverdue)
				.slice(0, INITIATIVES_SHOWN),
			initiativeCount: initiatives.length,
			answeredPeople: await countAnsweredPeople(db),
		}
	})
})

function summaryOf({ listening, themes, dossiers, round }: EditionContent) {
	const [first] = dossiers
	const quote = first?.quotes.find(({ wording }) => wording.length < 140) ?? first?.quotes[0]
	return {
		people: listening.people,
		roundTitle: round.title,
		themeCount: themes.length,
		focusThemes: dossiers.map(({ slug, title, teaser, conversations }) => ({ slug, title, teaser, conversations })),
		quote: quote && { ...quote, slug: first!.slug },
	}
}

export default function Home({ loaderData }: Route.ComponentProps) {
	const { name, heard, initiatives, initiativeCount, answeredPeople } = loaderData
	return (
		<>
			<PageTitle title={m.publishing_home_title()} description={m.publishing_home_description({ name })} />
			<section className="hero">
				<div className="page columns">
					<div>
						<h1>{heard ? m.publishing_home_heading() : m.publishing_home_heading_before()}</h1>
						<p className="lead">
							{heard ? m.publishing_home_lead({ people: heard.people, name }) : m.publishing_home_lead_before({ name })}
						</p>
						<Buttons>
							<ButtonLink href="/mitreden">{m.publishing_home_speak()}</ButtonLink>
							<ButtonLink href="/beleg" look="secondary">
								{m.publishing_home_receipt()}
							</ButtonLink>
						</Buttons>
					</div>
					{heard?.quote ? (
						<Voice
							size="large"
							label={quoteLabel(heard.quote)}
							after={<a href={`/themen/${heard.quote.slug}`}>{m.publishing_what_became()}</a>}
						>
							{heard.quote.wording}
						</Voice>
					) : null}
				</div>
			</section>
			{heard ? (
				<section className="page" aria-labelledby="way">
					<h2 id="way" className="hidden">
						{m.publishing_home_way()}
					</h2>
					<ThroughLine
						label={m.publishing_home_way()}
						stations={{
							listen: { count: heard.people, text: m.publishing_home_way_listen({ count: heard.people }) },
							understand: {
								count: heard.themeCount,
								text: m.publishing_home_way_understand({ count: heard.themeCount }),
								href: '/themen',
							},
							focus: {
								count: heard.focusThemes.length,
								text: m.publishing_home_way_focus({ count: heard.focusThemes.length }),
								href: '/themen',
							},
							act: {
								count: initiativeCount,
								text: m.publishing_home_way_act({ count: initiativeCount }),
								href: '/vorhaben',
							},
							answer: {
								count: answeredPeople,
								text: m.publishing_home_way_answer({ count: answeredPeople }),
								href: '/beleg',
							},
						}}
						unanswered={Math.max(0, heard.people - answeredPeople)}
					/>
				</section>
			) : null}
			<div className="page columns section">
				{heard ? <WhatItIsAbout focusThemes={heard.focusThemes} themeCount={heard.themeCount} /> : null}
				{initiatives.length > 0 ? <WhatHappens initiatives={initiatives} /> : null}
			</div>
		</>
	)
}

function WhatItIsAbout({
	focusThemes,
	themeCount,
}: {
	focusThemes: { slug: string; title: string; teaser: string; conversations: number }[]
	themeCount: number
}) {
	return (
		<section className="section" aria-labelledby="about">
			<h2 id="about">{m.publishing_home_about()}</h2>
			<Rows>
				{focusThemes.map(({ slug, title, teaser, conversations }) => (
					<Row
						key={slug}
						title={<span lang="de">{title}</span>}
						href={`/themen/${slug}`}
						stage="focus"
						aside={m.publishing_conversations({ count: conversations })}
					>
						<p lang="de">{teaser}</p>
					</Row>
				))}
			</Rows>
			<p>
				<a href="/themen">{m.publishing_home_all_themes({ count: themeCount })}</a>
			</p>
		</section>
	)
}

function WhatHappens({ initiatives }: { initiatives: InitiativeInList[] }) {
	return (
		<section className="section" aria-labelledby="happens">
			<h2 id="happens">{m.publishing_home_happens()}</h2>
			<Rows>
				{initiatives.map((initiative) => (
					<InitiativeRow key={initiative.id} initiative={initiative} />
				))}
			</Rows>
			<p>
				<a href="/vorhaben">{m.publishing_home_all_initiatives()}</a>
			</p>
		</section>
	)
}
