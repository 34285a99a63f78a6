/** What would be public if the round were frozen now: its content, whose words stand in it, and what changed on the way. */
import { asc, eq, isNull } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { municipalities } from '#people/tables.ts'
import { rounds } from '#listening/tables.ts'
import { themes } from '#understanding/tables.ts'
import { findDossiers, type Dossier, type DossierParagraph } from '#focusing/find-dossier.ts'
import { findFocusChoice } from '#focusing/find-focus-choice.ts'
import { findPerspectives, type Perspective } from '#focusing/find-perspectives.ts'
import type { Band } from '#protecting/bands.rules.ts'
import type { QuoteBasis } from './edition-basis.ts'
import type { EditionContent, PublishedDossier, PublishedParagraph, PublishedPerspective } from './edition-content.ts'
import { findFocusThemeBands, findThemeBands } from './find-public-bands.ts'
import { findHeard } from './find-heard.ts'
import { labelQuotes, type LabelledFacts } from './label-quotes.ts'
import { quoteBasisOf, withLabels } from './labelled-quotes.rules.ts'
import { reportTexts } from './tables.ts'

export type EditionDraft = {
	content: EditionContent
	/** Every quote of the draft with the label it gets, in the order of print. */
	labelled: LabelledFacts[]
	quotes: QuoteBasis[]
}

/** @throws {Problem} `edition-round-unknown` */
export async function draftEdition(db: MunicipalityDatabase, roundId: string): Promise<EditionDraft> {
	const cleared = await readContent(db, roundId)
	const quoteIds = cleared.dossiers.flatMap(({ quotes }) => quotes.map(({ id }) => id))
	const labelled = await labelQuotes(db, quoteIds)
	const content = withLabels(cleared, labelled)
	return { content, labelled, quotes: quoteBasisOf(labelled) }
}

/** Everything as the team cleared it, with the labels it wished. */
async function readContent(db: MunicipalityDatabase, roundId: string): Promise<EditionContent> {
	const [round] = await db.select().from(rounds).where(eq(rounds.id, roundId))
	if (!round) throw new Problem('not-found', 'edition-round-unknown', { slug: roundId })
	const [municipality] = await db.select().from(municipalities)
	const { people, formats, sectors, districts } = await findHeard(db, roundId, 'de')
	const themeBands = await findThemeBands(db, roundId, sectors)
	const focusBands = await findFocusThemeBands(db, sectors)
	const nobody: Band[] = sectors.map(() => 'none')
	const codebook = await db
		.select({ slug: themes.slug, label: themes.label, definition: themes.definition })
		.from(themes)
		.where(isNull(themes.parentId))
		.orderBy(asc(themes.position))
	const texts = await findReportTexts(db, roundId)
	const dossiers = await findDossiers(db, roundId)
	return {
		version: 1,
		municipality: {
			name: municipality!.name,
			isFictional: municipality!.isFictional,
			convener: municipality!.profile.convener,
		},
		round: { title: round.title, question: round.question, startsOn: round.startsOn, endsOn: round.endsOn },
		listening: {
			people,
			formats,
			sectors: sectors.map(({ label, band }) => ({ label, band })),
			districts,
			paragraphs: texts('how-we-listened'),
			notHeard: texts('not-heard'),
		},
		sectors: sectors.map(({ label }) => label),
		themes: codebook
			.filter(({ slug }) => themeBands.has(slug))
			.map(({ slug, label, definition }) => ({ label, definition, bands: themeBands.get(slug) ?? nobody })),
		choice: await findFocusChoice(db, roundId),
		dossiers: dossiers
			.filter(({ parts }) => parts.analysis.paragraphs.length > 0)
			.map((dossier) => publishDossier(dossier, focusBands.get(dossier.id) ?? nobody)),
		perspectives: (await findPerspectives(db, roundId)).map(publishPerspective),
		foreword: { paragraphs: texts('foreword'), signedBy: texts('foreword-signed-by').join(', ') },
		whatNext: texts('what-next'),
	}
}

function publishDossier(dossier: Dossier, bands: Band[]): PublishedDossier {
	const { id, slug, title, teaser, guidingQuestion, parts, evidence } = dossier
	return {
		id,
		slug,
		title,
		teaser,
		conversations: evidence.conversations,
		bands,
		analysis: parts.analysis.paragraphs.map((paragraph) => publishParagraph(paragraph, dossier)),
		conclusion: parts.conclusion.paragraphs.map(({ text }) => text),
		quotes: dossier.quotes.map((quote) => ({ id: quote.id, wording: quote.wording, label: quote.publicLabel })),
		guidingQuestion,
		fieldsOfAction: dossier.fieldsOfAction.map((field) => ({ id: field.id, title: field.title, text: field.text })),
		conditionsIntroduction: parts.conditions.paragraphs.map(({ text }) => text),
		conditions: dossier.conditions.map(({ level, text }) => ({ level, text })),
	}
}

function publishParagraph({ text, codingIds }: DossierParagraph, { quotes }: Dossier): PublishedParagraph {
	const quoteIds = quotes.filter(({ codingId }) => codingIds.includes(codingId)).map(({ id }) => id)
	return { text, evidence: codingIds.length, quoteIds }
}

function publishPerspective({ slug, title, introduction, points, closing }: Perspective): PublishedPerspective {
	return {
		slug,
		title,
		introduction,
		points: points.map((point) => ({
			title: point.title,
			text: point.text,
			evidence: point.codingIds.length,
			focusTheme: point.focusTheme && { slug: point.focusTheme.slug, title: point.focusTheme.title },
		})),
		closing,
	}
}

async function findReportTexts(db: MunicipalityDatabase, roundId: string) {
	const rows = await db
		.select({ kind: reportTexts.kind, text: reportTexts.text })
		.from(reportTexts)
		.where(eq(reportTexts.roundId, roundId))
		.orderBy(asc(reportTexts.position))
	return (kind: (typeof rows)[number]['kind']) => rows.filter((row) => row.kind === kind).map(({ text }) => text)
}
