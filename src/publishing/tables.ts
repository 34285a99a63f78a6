/** What was made public, frozen. */
import { date, index, integer, jsonb, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { cites, municipalTable } from '#platform/database/municipal-table.ts'
import { files } from '#platform/tables.ts'
import { accounts } from '#people/account.tables.ts'
import { rounds } from '#listening/tables.ts'
import type { EditionBasis } from './edition-basis.ts'
import type { EditionContent } from './edition-content.ts'

/** One row per edition. What people said reaches the public only through an edition's content; the newest one is live. */
export const editions = municipalTable(
	'edition',
	{
		roundId: uuid().notNull(),
		number: integer().notNull(),
		title: text().notNull(),
		frozenOn: date({ mode: 'string' }).notNull(),
		content: jsonb().$type<EditionContent>().notNull(),
		/** SHA-256 over the canonical JSON of `content`, hex. */
		hash: text().notNull(),
		publishedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
		publishedBy: text().references(() => accounts.id, { onDelete: 'set null' }),
		/** How often something was taken out after it was frozen; the hash is that of what is left. */
		revision: integer().notNull().default(0),
		revisedOn: date({ mode: 'string' }),
		/** Bands for everybody, or numbers where enough people were heard. */
		tableMode: text({ enum: ['bands', 'numbers'] })
			.notNull()
			.default('bands'),
		/** Who stands behind each cell of the tables, to compare later editions with this one. Never leaves the database. */
		basis: jsonb().$type<EditionBasis>(),
	},
	(edition) => [
		unique('edition_number').on(edition.municipalityId, edition.number),
		cites(edition, edition.roundId, rounds),
	],
)

/**
 * Whose words stand in an edition, so that they can be taken out even when the quote has long left its dossier. A person's
 * rows go together with their words; nothing here outlives a withdrawal.
 */
export const editionQuotes = municipalTable(
	'edition_quote',
	{
		editionId: uuid().notNull(),
		/** `PublishedQuote.id`. */
		quoteId: uuid().notNull(),
		speakerId: uuid().notNull(),
	},
	(row) => [
		unique('edition_quote_once').on(row.municipalityId, row.editionId, row.quoteId),
		index('edition_quote_by_speaker').on(row.municipalityId, row.speakerId),
		cites(row, row.editionId, editions, 'cascade'),
	],
)

/** A printed form of an edition. */
export const artefacts = municipalTable(
	'artefact',
	{
		editionId: uuid().notNull(),
		format: text({ enum: ['pdf', 'docx', 'html'] }).notNull(),
		fileId: uuid().notNull(),
	},
	(artefact) => [
		unique('artefact_once').on(artefact.municipalityId, artefact.editionId, artefact.format),
		cites(artefact, artefact.editionId, editions, 'cascade'),
		cites(artefact, artefact.fileId, files),
	],
)

/** The words around the report that belong to no other stage: foreword, imprint lines, what happens next. */
export const reportTexts = municipalTable(
	'report_text',
	{
		roundId: uuid().notNull(),
		kind: text({ enum: ['foreword', 'foreword-signed-by', 'how-we-listened', 'not-heard', 'what-next'] }).notNull(),
		position: integer().notNull().default(0),
		text: text().notNull(),
	},
	(row) => [
		unique('report_text_once').on(row.municipalityId, row.roundId, row.kind, row.position),
		cites(row, row.roundId, rounds, 'cascade'),
	],
)
