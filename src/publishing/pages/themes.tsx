/** All themes: the six that were deepened, why these, and who speaks of which of the ten. */
import type { Route } from './+types/themes'
import { refusingLoader } from '#platform/http/refusals.ts'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Row, Rows } from '#platform/ui/rows.tsx'
import { m } from '#platform/words/words.ts'
import type { EditionContent } from '../edition-content.ts'
import { BandTable } from '../parts/band-table.tsx'
import { NotYet } from '../parts/not-yet.tsx'
import { tableNote } from '../public-words.ts'
import { readPublic } from '../requested-edition.ts'

export const loader = refusingLoader(async ({ context }: Route.LoaderArgs) =>
	readPublic(context, async ({ edition }) => {
		if (!edition) return null
		const { dossiers, themes, sectors, choice, tables } = edition.content
		return {
			focusThemes: dossiers.map(({ slug, title, teaser, conversations }) => ({ slug, title, teaser, conversations })),
			themes,
			sectors,
			choice,
			note: tableNote(tables),
		}
	}),
)

export default function Themes({ loaderData }: Route.ComponentProps) {
	return (
		<div className="page">
			<PageHead
				title={m.publishing_themes_title()}
				lead={m.publishing_themes_lead()}
				stage="focus"
				description={m.publishing_themes_lead()}
			/>
			{loaderData ? <Published {...loaderData} /> : <NotYet />}
		</div>
	)
}

type Published = Pick<EditionContent, 'themes' | 'sectors' | 'choice'> & {
	note: string
	focusThemes: { slug: string; title: string; teaser: string; conversations: number }[]
}

function Published({ focusThemes, themes, sectors, choice, note }: Published) {
	return (
		<>
			<Rows label={m.publishing_themes_title()}>
				{focusThemes.map(({ slug, title, teaser, conversations }) => (
					<Row
						key={slug}
						title={<span lang="de">{title}</span>}
						href={`/themen/${slug}`}
						stage="focus"
						level={2}
						aside={m.publishing_conversations({ count: conversations })}
					>
						<p lang="de">{teaser}</p>
					</Row>
				))}
			</Rows>
			{choice.reasons.length > 0 ? (
				<section className="section" aria-labelledby="why">
					<h2 id="why">{m.publishing_themes_why()}</h2>
					<div lang="de">
						{choice.reasons.map((text) => (
							<p key={text}>{text}</p>
						))}
					</div>
				</section>
			) : null}
			{choice.leftOut.length > 0 ? (
				<section className="section" aria-labelledby="left-out">
					<h2 id="left-out">{m.publishing_themes_left_out()}</h2>
					<div lang="de">
						{choice.leftOut.map((text) => (
							<p key={text}>{text}</p>
						))}
					</div>
				</section>
			) : null}
			<section className="section" aria-labelledby="all">
				<h2 id="all">{m.publishing_themes_all()}</h2>
				<p>{note}</p>
				<BandTable caption={m.publishing_themes_all()} sectors={sectors} rows={themes} />
				<dl className="definitions" lang="de">
					{themes.map(({ label, definition }) => (
						<div key={label}>
							<dt>{label}</dt>
							<dd>{definition}</dd>
						</div>
					))}
				</dl>
			</section>
		</>
	)
}
