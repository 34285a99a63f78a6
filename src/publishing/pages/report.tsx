/** The report: what it contains, and its three forms to take along. */
import type { Route } from './+types/report'
import { municipalityContext } from '#people/request.ts'
import { useFormatWord } from '#listening/format-word.tsx'
import { refusingLoader } from '#platform/http/refusals.ts'
import { ButtonLink, Buttons } from '#platform/ui/buttons.tsx'
import { DateText } from '#platform/ui/date-text.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { m } from '#platform/words/words.ts'
import { findEditions } from '../find-edition.ts'
import { NotYet } from '../parts/not-yet.tsx'
import { RevisedNotice } from '../parts/revised-notice.tsx'
import { editionLabel } from '../public-words.ts'
import { readPublic } from '../requested-edition.ts'

export const loader = refusingLoader(async ({ context }: Route.LoaderArgs) => {
	const { profile } = context.get(municipalityContext)
	return readPublic(
		context,
		async ({ db, edition }) =>
			edition && {
				number: edition.number,
				revision: edition.revision,
				revisedOn: edition.revisedOn,
				title: edition.title,
				frozenOn: edition.frozenOn,
				hash: edition.hash,
				convener: profile.convener,
				foreword: edition.content.foreword,
				listening: edition.content.listening,
				chapters: edition.content.dossiers.map(({ slug, title }) => ({ slug, title })),
				editions: await findEditions(db),
			},
	)
})

export default function Report({ loaderData }: Route.ComponentProps) {
	return (
		<div className="page">
			<PageHead
				title={m.publishing_report_title()}
				lead={m.publishing_report_lead()}
				description={m.publishing_report_lead()}
			/>
			{loaderData ? <Published report={loaderData} /> : <NotYet />}
		</div>
	)
}

type Data = NonNullable<Route.ComponentProps['loaderData']>

function Published({ report }: { report: Data }) {
	const { title, frozenOn, revisedOn, foreword, listening, chapters } = report
	const formatWord = useFormatWord()
	return (
		<>
			{revisedOn ? <RevisedNotice day={revisedOn} /> : null}
			<section className="section" aria-labelledby="take">
				<h2 id="take">
					{title} · {editionLabel(report)}, <DateText day={frozenOn} />
				</h2>
				<Buttons>
					<ButtonLink href="/bericht/bericht.pdf">{m.publishing_report_pdf()}</ButtonLink>
					<ButtonLink href="/bericht/bericht.docx" look="secondary">
						{m.publishing_report_word()}
					</ButtonLink>
					<ButtonLink href="/bericht/bericht.html" look="secondary">
						{m.publishing_report_html()}
					</ButtonLink>
				</Buttons>
				<p className="note">{m.publishing_report_accessibility()}</p>
			</section>
			<section className="section" aria-labelledby="foreword">
				<h2 id="foreword">{m.publishing_foreword()}</h2>
				<div lang="de">
					{foreword.paragraphs.map((text) => (
						<p key={text}>{text}</p>
					))}
					<p className="note">{foreword.signedBy}</p>
				</div>
			</section>
			<section className="section" aria-labelledby="heard">
				<h2 id="heard">{m.publishing_how_we_listened()}</h2>
				<p>
					{m.publishing_report_people({ people: listening.people })}{' '}
					{listening.formats.map(({ format, conversations }) => `${formatWord(format)}: ${conversations}`).join(' · ')}
				</p>
				<div lang="de">
					{listening.paragraphs.map((text) => (
						<p key={text}>{text}</p>
					))}
				</div>
				<h3>{m.publishing_not_heard()}</h3>
				<div lang="de">
					{listening.notHeard.map((text) => (
						<p key={text}>{text}</p>
					))}
				</div>
			</section>
			<section className="section" aria-labelledby="chapters">
				<h2 id="chapters">{m.publishing_themes_title()}</h2>
				<ol>
					{chapters.map(({ slug, title: chapter }) => (
						<li key={slug}>
							<a href={`/themen/${slug}`} lang="de">
								{chapter}
							</a>
						</li>
					))}
				</ol>
			</section>
			<Citation report={report} />
		</>
	)
}

function Citation({ report }: { report: Data }) {
	const { convener, title, frozenOn, hash, editions } = report
	return (
		<section className="section" aria-labelledby="cite">
			<h2 id="cite">{m.publishing_cite()}</h2>
			<p>
				{convener} ({frozenOn.slice(0, 4)}): {title}. {editionLabel(report)}.{' '}
				<span className="fingerprint">SHA-256 {hash}</span>
			</p>
			{editions.length > 1 ? (
				<ul>
					{editions.map((edition) => (
						<li key={edition.id}>
							{editionLabel(edition)}, <DateText day={edition.frozenOn} />:{edition.title}
						</li>
					))}
				</ul>
			) : null}
		</section>
	)
}
