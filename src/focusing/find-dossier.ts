/** Everything of one dossier, or of all of a round, in a fixed number of queries. */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import { speakers, voices } from '#listening/tables.ts'
import { IS_SPECIAL } from '#understanding/coding/special-passages.ts'
import { codings } from '#understanding/tables.ts'
import { CITED_IDS } from './find-cited-codings.ts'
import { findFocusThemes, type FocusThemeInList } from './find-focus-themes.ts'
import {
	conditions,
	DOSSIER_PARTS,
	dossierParts,
	fieldsOfAction,
	focusThemes,
	LEVELS,
	paragraphEvidence,
	paragraphs,
	quotes,
	type Level,
} from './tables.ts'

export type DossierPartKind = (typeof DOSSIER_PARTS)[number]

/** `codingIds` are the passages the paragraph stands on; a passage taken back is not among them. */
export type DossierParagraph = { text: string; codingIds: string[] }

/** The newest version of a written part; version 0 has not been written yet. */
export type DossierPart = { version: number; writtenAt: Date | null; paragraphs: DossierParagraph[] }

export type DossierQuote = {
	id: string
	codingId: string
	voiceId: string
	speakerId: string
	wording: string
	publicLabel: string
	isWithOffice: boolean
	/** In our words, for when no label may stand under the quote. */
	paraphrase: string | null
	position: number
}

export type Dossier = FocusThemeInList & {
	/** `conditions` is the introduction to the five levels. */
	parts: Record<DossierPartKind, DossierPart>
	/** Only passages still coded, of people who still allow quoting; those of special categories once they are confirmed. */
	quotes: DossierQuote[]
	/** From federal to civil society; within a level in their order. */
	conditions: { id: string; level: Level; text: string; position: number }[]
	fieldsOfAction: { id: string; title: string; text: string; position: number }[]
}

/** @throws {Problem} `focus-theme-unknown` */
export async function findDossier(db: MunicipalityDatabase, slug: string): Promise<Dossier> {
	const [theme] = await db.select({ id: focusThemes.id }).from(focusThemes).where(eq(focusThemes.slug, slug))
	const dossier = theme && (await findDossiers(db)).find(({ id }) => id === theme.id)
	if (!dossier) throw new Problem('not-found', 'focus-theme-unknown', { slug })
	return dossier
}

/** In the order of the focus themes; of every round unless one is named. */
export async function findDossiers(db: MunicipalityDatabase, roundId?: string): Promise<Dossier[]> {
	const list = await findFocusThemes(db, roundId)
	if (list.length === 0) return []
	const ids = list.map(({ id }) => id)
	const parts = await findParts(db, ids)
	const quoted = await findQuotes(db, ids)
	const levels = await db
		.select({
			focusThemeId: conditions.focusThemeId,
			id: conditions.id,
			level: conditions.level,
			text: conditions.text,
			position: conditions.position,
		})
		.from(conditions)
		.where(inArray(conditions.focusThemeId, ids))
		.orderBy(asc(conditions.position))
	const fields = await db
		.select({
			focusThemeId: fieldsOfAction.focusThemeId,
			id: fieldsOfAction.id,
			title: fieldsOfAction.title,
			text: fieldsOfAction.text,
			position: fieldsOfAction.position,
		})
		.from(fieldsOfAction)
		.where(inArray(fieldsOfAction.focusThemeId, ids))
		.orderBy(asc(fieldsOfAction.position), asc(fieldsOfAction.title))
	return list.map((theme) => ({
		...theme,
		parts: Object.fromEntries(
			DOSSIER_PARTS.map((kind) => [kind, parts.get(`${theme.id} ${kind}`) ?? UNWRITTEN]),
		) as Dossier['parts'],
		quotes: under(theme.id, quoted),
		conditions: under(theme.id, levels).toSorted((one, other) => rank(one.level) - rank(other.level)),
		fieldsOfAction: under(theme.id, fields),
	}))
}

const UNWRITTEN: DossierPart = { version: 0, writtenAt: null, paragraphs: [] }

function under<Row extends { focusThemeId: string }>(id: string, rows: Row[]): Omit<Row, 'focusThemeId'>[] {
	return rows.filter((row) => row.focusThemeId === id).map(({ focusThemeId: _, ...rest }) => rest)
}

function rank(level: Level) {
	return LEVELS.indexOf(level)
}

/** Newest versions, by `focusThemeId kind`. */
async function findParts(db: MunicipalityDatabase, ids: string[]): Promise<Map<string, DossierPart>> {
	const newest = await db
		.selectDistinctOn([dossierParts.focusThemeId, dossierParts.kind], {
			id: dossierParts.id,
			focusThemeId: dossierParts.focusThemeId,
			kind: dossierParts.kind,
			version: dossierParts.version,
			writtenAt: dossierParts.writtenAt,
		})
		.from(dossierParts)
		.where(inArray(dossierParts.focusThemeId, ids))
		.orderBy(asc(dossierParts.focusThemeId), asc(dossierParts.kind), sql`${dossierParts.version} desc`)
	const written = await findParagraphs(
		db,
		newest.map(({ id }) => id),
	)
	return new Map(
		newest.map(({ id, focusThemeId, kind, version, writtenAt }) => [
			`${focusThemeId} ${kind}`,
			{ version, writtenAt, paragraphs: written.get(id) ?? [] },
		]),
	)
}

/** Paragraphs by dossier part id, in order, with the passages they stand on. */
export async function findParagraphs(
	db: MunicipalityDatabase,
	partIds: string[],
): Promise<Map<string, DossierParagraph[]>> {
	if (partIds.length === 0) return new Map()
	const rows = await db
		.select({
			partId: paragraphs.dossierPartId,
			text: paragraphs.text,
			codingIds: CITED_IDS,
		})
		.from(paragraphs)
		.leftJoin(paragraphEvidence, eq(paragraphEvidence.paragraphId, paragraphs.id))
		.leftJoin(codings, eq(codings.id, paragraphEvidence.codingId))
		.where(inArray(paragraphs.dossierPartId, partIds))
		.groupBy(paragraphs.municipalityId, paragraphs.id)
		.orderBy(asc(paragraphs.position))
	const written = new Map<string, DossierParagraph[]>(partIds.map((id) => [id, []]))
	for (const { partId, ...paragraph } of rows) written.get(partId)?.push(paragraph)
	return written
}

function findQuotes(db: MunicipalityDatabase, ids: string[]) {
	return db
		.select({
			focusThemeId: quotes.focusThemeId,
			id: quotes.id,
			codingId: quotes.codingId,
			voiceId: voices.id,
			speakerId: voices.speakerId,
			wording: quotes.wording,
			publicLabel: quotes.publicLabel,
			isWithOffice: quotes.isWithOffice,
			paraphrase: quotes.paraphrase,
			position: quotes.position,
		})
		.from(quotes)
		.innerJoin(codings, eq(codings.id, quotes.codingId))
		.innerJoin(voices, eq(voices.id, codings.voiceId))
		.innerJoin(speakers, eq(speakers.id, voices.speakerId))
		.where(
			and(
				inArray(quotes.focusThemeId, ids),
				isNull(codings.removedAt),
				speakerAllows('quote'),
				sql`(${quotes.specialConfirmedAt} is not null or not ${IS_SPECIAL})`,
				sql`(not ${quotes.isWithOffice} or ${speakerAllows('quote-with-office')})`,
			),
		)
		.orderBy(asc(quotes.position), asc(quotes.clearedAt))
}
