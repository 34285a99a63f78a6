/** One focus theme as published: all parts of its dossier, and what became of it. */
import type { Route } from './+types/theme'
import { findInitiatives } from '#acting/find-initiatives.ts'
import { findAnswers } from '#answering/find-answers.ts'
import { refusingLoader } from '#platform/http/refusals.ts'
import { Problem } from '#platform/problem.ts'
import { LevelShelves } from '#platform/ui/level-shelves.tsx'
import { PageHead } from '#platform/ui/page-head.tsx'
import { Row, Rows } from '#platform/ui/rows.tsx'
import { StateWord } from '#platform/ui/state-word.tsx'
import { Thread } from '#platform/ui/thread.tsx'
import { Voice } from '#platform/ui/voice.tsx'
import { Weights } from '#platform/ui/weights.tsx'
import { m } from '#platform/words/words.ts'
import { dossierStations } from '../parts/dossier-stations.tsx'
import type { PublishedDossier, PublishedParagraph, PublishedQuote } from '../edition-content.ts'
import { RevisedLine } from '../parts/revised-notice.tsx'
import { BAND_WEIGHT } from '../parts/band-table.tsx'
import { bandWord, initiativeStateWord, levelName, quoteLabel, tableNote } from '../public-words.ts'
import { readPublic } from '../requested-edition.ts'

export const loader = refusingLoader(async ({ context, params }: Route.LoaderArgs) =>
	readPublic(context, async ({ db, edition, today }) => {
		const at = edition?.content.dossiers.findIndex(({ slug }) => slug === params.slug) ?? -1
		const dossier = edition?.content.dossiers[at]
		if (!edition || !dossier) throw new Problem('not-found', 'focus-theme-unknown', { slug: params.slug })
		const { dossiers, sectors, tables } = edition.content
		const initiatives = (await findInitiatives(db, { today })).filter(
			({ focusTheme, fieldsOfAction }) =>
				focusTheme?.id === dossier.id ||
				fieldsOfAction.some(({ id }) => dossier.fieldsOfAction.some((field) => field.id === id)),
		)
		const answers = await findAnswers(db, { focusThemeId: dossier.id })
		return {
			dossier,
			number: at + 1,
			total: dossiers.length,
			sectors,
			note: tableNote(tables),
			initiatives,
			answers,
			frozenOn: edition.frozenOn,
			revisedOn: edition.revisedOn,
			next: dossiers[at + 1] ?? dossiers[0]!,
		}
	}),
)

export default function Theme({ loaderData }: Route.ComponentProps) {
	const { dossier, number, total, sectors, note, initiatives, answers, frozenOn, revisedOn, next } = loaderData
	return (
		<div className="page">
			<PageHead
				title={dossier.title}
				titleLang="de"
				label={m.publishing_focus_theme_of({ number, total })}
				stage="focus"
				lead={<p lang="de">{dossier.teaser}</p>}
				description={dossier.teaser}
			/>
			<div className="columns section">
				<div className="prose">
					{dossier.analysis.length > 0 ? <h2>{m.publishing_analysis()}</h2> : null}
					{dossier.analysis.map((paragraph) => (
						<Paragraph key={paragraph.text} paragraph={paragraph} />
					))}
					{dossier.conclusion.length > 0 ? (
						<>
							<h2>{m.publishing_conclusion()}</h2>
							<p lang="de">{dossier.conclusion.join(' ')}</p>
						</>
					) : null}
				</div>
				{dossier.bands.length > 0 ? (
					<aside aria-label={m.publishing_who_speaks()}>
						<Weights
							caption={m.publishing_who_speaks()}
							columns={[m.publishing_sector(), m.publishing_how_many()]}
							weights={sectors.map((label, at) => ({
								label,
								share: BAND_WEIGHT[dossier.bands[at]!],
								word: bandWord(dossier.bands[at]!),
							}))}
							note={note}
						/>
					</aside>
				) : null}
			</div>
			<SelectedVoices quotes={dossier.quotes} />
			<Retold texts={dossier.paraphrases ?? []} />
			{revisedOn ? <RevisedLine day={revisedOn} /> : null}
			{dossier.guidingQuestion ? (
				<section className="boxed">
					<p className="label focus">{m.publishing_guiding_question()}</p>
					<h2 lang="de">{dossier.guidingQuestion}</h2>
				</section>
			) : null}
			<div className="columns section">
				{dossier.fieldsOfAction.length > 0 ? <FieldsOfAction dossier={dossier} initiatives={initiatives} /> : null}
				<section className="section" aria-labelledby="became">
					<h2 id="became">{m.publishing_what_became()}</h2>
					<Thread stations={dossierStations({ dossier, frozenOn, initiatives, answers })} />
				</section>
			</div>
			<Conditions dossier={dossier} />
			<p>
				<a href={`/themen/${next.slug}`}>{m.publishing_next_theme({ title: next.title })}</a> ·{' '}
				<a href="/themen">{m.publishing_themes_title()}</a>
			</p>
		</div>
	)
}

/** A claim leads down to the voices that were released; how many passages it stands on is said in any case. */
function Paragraph({ paragraph: { text, evidence, quoteIds } }: { paragraph: PublishedParagraph }) {
	return (
		<p>
			<span lang="de">{text}</span>
			{evidence > 0 ? (
				<>
					{' '}
					<span className="evidence">
						{quoteIds.length > 0 ? (
							<a href={`#stimme-${quoteIds[0]}`}>{m.publishing_evidence({ count: evidence })}</a>
						) : (
							m.publishing_evidence({ count: evidence })
						)}
					</span>
				</>
			) : null}
		</p>
	)
}

function SelectedVoices({ quotes }: { quotes: PublishedQuote[] }) {
	const [first, ...others] = quotes
	if (!first) return <p className="note">{m.publishing_no_voices()}</p>
	return (
		<section className="voices section" aria-labelledby="voices">
			<h2 id="voices" className="label listen">
				{m.publishing_selected_voices()}
			</h2>
			<div id={`stimme-${first.id}`}>
				<Voice size="large" label={<SaidBy quote={first} />}>
					{first.wording}
				</Voice>
			</div>
			<div className="voices__rest">
				{others.map((quote) => (
					<div key={quote.id} id={`stimme-${quote.id}`} className="voices__one">
						<Voice label={<SaidBy quote={quote} />}>{quote.wording}</Voice>
					</div>
				))}
			</div>
		</section>
	)
}

/** The label is a word of the town; what is added where an office is named is a word of these pages. */
function SaidBy({ quote }: { quote: PublishedQuote }) {
	return <span lang={quote.isWithOffice ? undefined : 'de'}>{quoteLabel(quote)}</span>
}

/** Our words, so not in the type of voices. */
function Retold({ texts }: { texts: { id: string; text: string }[] }) {
	if (texts.length === 0) return null
	return (
		<section className="section" aria-labelledby="retold">
			<h2 id="retold">{m.publishing_told_heading()}</h2>
			{texts.map(({ id, text }) => (
				<p key={id} id={`stimme-${id}`} lang="de">
					{text}
				</p>
			))}
			<p className="note">{m.publishing_told_note()}</p>
		</section>
	)
}

function FieldsOfAction({
	dossier,
	initiatives,
}: {
	dossier: PublishedDossier
	initiatives: Route.ComponentProps['loaderData']['initiatives']
}) {
	return (
		<section className="section" aria-labelledby="fields">
			<h2 id="fields">{m.publishing_fields_of_action()}</h2>
			<Rows>
				{dossier.fieldsOfAction.map(({ id, title, text }) => {
					const takenUp = initiatives.find(({ fieldsOfAction }) => fieldsOfAction.some((field) => field.id === id))
					const state = takenUp ? (
						<StateWord stage="act">{initiativeStateWord(takenUp.state)}</StateWord>
					) : (
						<StateWord tone="quiet">{m.publishing_nobody_yet()}</StateWord>
					)
					return (
						<Row
							key={id}
							title={<span lang="de">{title}</span>}
							href={takenUp && `/vorhaben/${takenUp.slug}`}
							stage="act"
							aside={state}
						>
							<p lang="de">{text}</p>
						</Row>
					)
				})}
			</Rows>
		</section>
	)
}

function Conditions({ dossier }: { dossier: PublishedDossier }) {
	if (dossier.conditionsIntroduction.length + dossier.conditions.length === 0) return null
	return (
		<section className="section" aria-labelledby="conditions">
			<h2 id="conditions">{m.publishing_conditions()}</h2>
			{dossier.conditionsIntroduction.map((text) => (
				<p key={text} lang="de">
					{text}
				</p>
			))}
			<LevelShelves
				shelves={dossier.conditions.map(({ level, text }) => ({
					key: level,
					label: levelName(level),
					isHere: level === 'municipality',
					children: <p lang="de">{text}</p>,
				}))}
			/>
		</section>
	)
}
