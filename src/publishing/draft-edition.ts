/** What would be public if the round were frozen now: its content, whose words stand in it, and what changed on the way. */
import { asc, eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { municipalities } from '#people/tables.ts'
import { findRoleDictionary } from '#protecting/find-role-label.ts'
import { minimumOf } from '#protecting/role-dictionary.rules.ts'
import { rounds } from '#listening/tables.ts'
import { findDossiers, type Dossier, type DossierParagraph } from '#focusing/find-dossier.ts'
import { labelQuotes, type LabelledFacts } from '#focusing/label-quotes.ts'
import { findFocusChoice } from '#focusing/find-focus-choice.ts'
import { findPerspectives, type Perspective } from '#focusing/find-perspectives.ts'
import type { EditionBasis } from './edition-basis.ts'
import type { EditionContent, PublishedDossier, PublishedParagraph, PublishedPerspective } from './edition-content.ts'
import { findEarlierQuotes } from './find-earlier-quotes.ts'
import { findEarlierTables, findTableWords } from './find-earlier-tables.ts'
import { findHeard } from './find-heard.ts'
import { findTableBasis } from './find-table-basis.ts'
import { guardTables, type TableLeak } from './guarded-tables.rules.ts'
import { quoteBasisOf, withLabels } from './labelled-quotes.rules.ts'
import { publishedBasis, type TableMode } from './public-tables.rules.ts'
import { withTables, withTablesOf } from './tables-in-content.rules.ts'
import { reportTexts } from './tables.ts'

export type TablesWanted = {
	/** Numbers only where enough people were heard. */
	mode: TableMode
	/**
	 * `new`: as things stand. `where-safe`: as things stand, but cells that would give somebody away stay as in the last
	 * edition. `last`: those of the last edition again.
	 */
	from: TablesFrom
}

export const TABLES_FROM = ['new', 'where-safe', 'last'] as const
export type TablesFrom = (typeof TABLES_FROM)[number]

export type EditionDraft = {
	content: EditionContent
	/** Every quote of the draft with the label it gets, in the order of print. */
	labelled: LabelledFacts[]
	basis: EditionBasis
	tableMode: TableMode
	/** What the tables would give away beside earlier editions; empty when they are carried over. */
	leaks: TableLeak[]
	/** People whose words may be counted. */
	counted: number
}

const NEW_BANDS: TablesWanted = { mode: 'bands', from: 'new' }

/** @throws {Problem} `edition-round-unknown`, `edition-nothing-to-carry-over` before the round's first edition */
export async function draftEdition(
	db: MunicipalityDatabase,
	roundId: string,
	{ mode, from }: TablesWanted = NEW_BANDS,
): Promise<EditionDraft> {
	const cleared = await readContent(db, roundId)
	const quoteIds = cleared.dossiers.flatMap(({ quotes }) => quotes.map(({ id }) => id))
	const labelled = await labelQuotes(db, quoteIds, await findEarlierQuotes(db))
	const labels = { content: withLabels(cleared, labelled), labelled }
	const quotes = quoteBasisOf(labelled)
	const earlier = await findEarlierTables(db, roundId)
	const found = await findTableBasis(
		db,
		roundId,
		cleared.dossiers.map(({ id }) => id),
	)
	const counted = Object.values(found.heard).flat().length
	const last = earlier.at(-1)
	if (from === 'last') {
		if (!last) throw new Problem('conflict', 'edition-nothing-to-carry-over')
		const content = withTablesOf(labels.content, last)
		return {
			...labels,
			content,
			basis: { version: 1, ...last.basis, quotes },
			tableMode: last.mode,
			leaks: [],
			counted,
		}
	}
	const minimum = minimumOf(await findRoleDictionary(db))
	const { basis: published, leaks } = guardTables(earlier, publishedBasis(found, mode), minimum)
	const mayHold = from === 'where-safe' && mode === 'bands' && last
	return {
		...labels,
		content: withTables(labels.content, published, mode, await findTableWords(db)),
		basis: { version: 1, ...published, quotes },
		tableMode: mode,
		leaks: mayHold ? [] : leaks,
		counted,
	}
}

/** Everything as the team cleared it, with the labels it wished, and without tables. */
async function readContent(db: MunicipalityDatabase, roundId: string): Promise<EditionContent> {
	const [round] = await db.select().from(rounds).where(eq(rounds.id, roundId))
	if (!round) throw new Problem('not-found', 'edition-round-unknown', { slug: roundId })
	const [municipality] = await db.select().from(municipalities)
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
			...(await findHeard(db, roundId)),
			sectors: [],
			districts: [],
			paragraphs: texts('how-we-listened'),
			notHeard: texts('not-heard'),
		},
		sectors: [],
		themes: [],
		choice: await findFocusChoice(db, roundId),
		dossiers: dossiers.filter(({ parts }) => parts.analysis.paragraphs.length > 0).map(publishDossier),
		perspectives: (await findPerspectives(db, roundId)).map(publishPerspective),
		foreword: { paragraphs: texts('foreword'), signedBy: texts('foreword-signed-by').join(', ') },
		whatNext: texts('what-next'),
	}
}

function publishDossier(dossier: Dossier): PublishedDossier {
	const { id, slug, title, teaser, guidingQuestion, parts, evidence } = dossier
	return {
		id,
		slug,
		title,
		teaser,
		conversations: evidence.conversations,
		bands: [],
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
