/** What the team should know before it freezes: labels that climb, quotes that are missing, tables that would tell. */
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { FEWEST_FOR_NUMBERS } from '#protecting/public-table.rules.ts'
import { FEWEST_VOICES, type Climb } from '#protecting/edition-labels.rules.ts'
import { findDossiers } from '#focusing/find-dossier.ts'
import { draftEdition, type EditionDraft } from './draft-edition.ts'
import { findTableWords } from './find-earlier-tables.ts'
import { sectorsIn } from './public-tables.rules.ts'

export type QuoteChange = {
	id: string
	/** The page where the quote is cleared. */
	href: string
	theme: string
	beginning: string
	wished: string
	/** Null when it cannot stand word for word. */
	label: string | null
	isParaphrased: boolean
	climbs: Climb[]
}

export type ShortLabel = { label: string; quotes: number; people: number; missing: number }

export type EditionPreview = {
	dossiers: { title: string; quotes: number; isComplete: boolean }[]
	changes: QuoteChange[]
	/** Labels that too few people carry in this edition, those that lack fewest first. */
	shortLabels: ShortLabel[]
	leaks: { row: string; column: string; edition: number; missing: number }[]
	numbers: { people: number; minimum: number; isAllowed: boolean }
}

/** As if frozen now with new tables in bands. */
export async function previewEdition(db: MunicipalityDatabase, roundId: string): Promise<EditionPreview> {
	const draft = await draftEdition(db, roundId)
	return {
		dossiers: draft.content.dossiers.map(({ title, quotes, analysis, conclusion, conditions }) => ({
			title,
			quotes: quotes.length,
			isComplete: analysis.length > 0 && conclusion.length > 0 && conditions.length === 5 && quotes.length > 0,
		})),
		changes: await findChanges(db, roundId, draft),
		shortLabels: shortLabelsOf(draft),
		leaks: await nameLeaks(db, draft),
		numbers: { people: draft.counted, minimum: FEWEST_FOR_NUMBERS, isAllowed: draft.counted >= FEWEST_FOR_NUMBERS },
	}
}

async function findChanges(
	db: MunicipalityDatabase,
	roundId: string,
	{ labelled }: EditionDraft,
): Promise<QuoteChange[]> {
	const dossiers = await findDossiers(db, roundId)
	const places = new Map(
		dossiers.flatMap(({ slug, title, quotes }) => quotes.map((quote) => [quote.id, { slug, title, ...quote }])),
	)
	return labelled
		.filter(({ climbs }) => climbs.length > 0)
		.map(({ id, label, climbs, facts }) => {
			const { slug, title, codingId, wording } = places.get(id)!
			return {
				id,
				href: `/werkstatt/fokusthemen/${slug}/zitat/${codingId}`,
				theme: title,
				beginning: beginningOf(wording),
				wished: facts.wished,
				label,
				isParaphrased: facts.paraphrase !== null,
				climbs,
			}
		})
}

/** Only labels the team chose: what else a quote passed on its way up is nothing to work towards. */
function shortLabelsOf({ labelled }: EditionDraft): ShortLabel[] {
	const wished = new Set(labelled.map(({ facts }) => facts.wished))
	const left = labelled.flatMap(({ climbs, facts: { speakerId } }) =>
		climbs.map(({ from, because }) => ({ from, because, speakerId })),
	)
	return [...Map.groupBy(left, ({ from }) => from)]
		.filter(([label, climbs]) => wished.has(label) && climbs.some(({ because }) => because === 'too-few-voices'))
		.map(([label, climbs]) => {
			const people = new Set(climbs.map(({ speakerId }) => speakerId)).size
			return { label, quotes: climbs.length, people, missing: Math.max(1, FEWEST_VOICES - people) }
		})
		.toSorted((one, other) => one.missing - other.missing || one.label.localeCompare(other.label, 'de'))
}

/** The first words, cut between two of them. */
function beginningOf(wording: string): string {
	return wording.length > 60 ? wording.slice(0, 60).replace(/\s+\S*$/u, ' …') : wording
}

async function nameLeaks(db: MunicipalityDatabase, { leaks, content }: EditionDraft): Promise<EditionPreview['leaks']> {
	if (leaks.length === 0) return []
	const words = await findTableWords(db)
	const rowWord = (row: string) =>
		words.themes.get(row)?.label ?? content.dossiers.find(({ id }) => id === row)?.title ?? ''
	const columnWord = (column: string) =>
		sectorsIn(column)
			.map((slug) => words.sectors.get(slug) ?? words.districts.get(slug) ?? slug)
			.join(' · ')
	return leaks.map(({ row, column, edition, missing }) => {
		return { row: rowWord(row), column: columnWord(column), edition, missing }
	})
}
