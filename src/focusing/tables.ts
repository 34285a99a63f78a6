/** What the listening is focused into: focus themes with their dossiers, quotes, conditions, perspectives. */
import { sql } from 'drizzle-orm'
import { boolean, integer, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { cites, municipalTable } from '#platform/database/municipal-table.ts'
import { accounts } from '#people/account.tables.ts'
import { rounds } from '#listening/tables.ts'
import { codings, themes } from '#understanding/tables.ts'

export const LEVELS = ['federal', 'state', 'county', 'municipality', 'civil-society'] as const
export type Level = (typeof LEVELS)[number]

/** Why these focus themes and what was left out: said openly, once per round. Paragraphs, in order. */
export const focusChoices = municipalTable(
	'focus_choice',
	{
		roundId: uuid().notNull(),
		reasons: text().array().notNull(),
		leftOut: text()
			.array()
			.notNull()
			.default(sql`'{}'::text[]`),
	},
	(choice) => [
		unique('focus_choice_of_round').on(choice.municipalityId, choice.roundId),
		cites(choice, choice.roundId, rounds, 'cascade'),
	],
)

/** One row per theme that was deepened into a dossier. */
export const focusThemes = municipalTable(
	'focus_theme',
	{
		roundId: uuid().notNull(),
		slug: text().notNull(),
		title: text().notNull(),
		/** One sentence for lists. */
		teaser: text().notNull().default(''),
		/** The open "How do we …?" question. */
		guidingQuestion: text().notNull().default(''),
		position: integer().notNull().default(0),
	},
	(theme) => [unique('focus_theme_slug').on(theme.municipalityId, theme.slug), cites(theme, theme.roundId, rounds)],
)

/** Which themes of the codebook a focus theme gathers. */
export const focusThemeThemes = municipalTable(
	'focus_theme_theme',
	{
		focusThemeId: uuid().notNull(),
		themeId: uuid().notNull(),
		/** The step of the codebook (a merge or a split) that brought it here; undone, it goes again. */
		cameWithStepId: uuid(),
	},
	(row) => [
		unique('focus_theme_theme_once').on(row.municipalityId, row.focusThemeId, row.themeId),
		cites(row, row.focusThemeId, focusThemes, 'cascade'),
		cites(row, row.themeId, themes),
	],
)

/** Single voices a person put under a focus theme by hand, beyond those its themes gather. */
export const focusThemeCodings = municipalTable(
	'focus_theme_coding',
	{ focusThemeId: uuid().notNull(), codingId: uuid().notNull() },
	(row) => [
		unique('focus_theme_coding_once').on(row.municipalityId, row.focusThemeId, row.codingId),
		cites(row, row.focusThemeId, focusThemes, 'cascade'),
		cites(row, row.codingId, codings, 'cascade'),
	],
)

export const DOSSIER_PARTS = ['analysis', 'conclusion', 'conditions'] as const

/** A written part of a dossier. Saving writes a new version; the highest version is the one in force. */
export const dossierParts = municipalTable(
	'dossier_part',
	{
		focusThemeId: uuid().notNull(),
		kind: text({ enum: DOSSIER_PARTS }).notNull(),
		version: integer().notNull().default(1),
		writtenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
		writtenBy: text().references(() => accounts.id, { onDelete: 'set null' }),
	},
	(part) => [
		unique('dossier_part_version').on(part.municipalityId, part.focusThemeId, part.kind, part.version),
		cites(part, part.focusThemeId, focusThemes, 'cascade'),
	],
)

/** One paragraph of a dossier part. */
export const paragraphs = municipalTable(
	'paragraph',
	{ dossierPartId: uuid().notNull(), position: integer().notNull(), text: text().notNull() },
	(paragraph) => [
		unique('paragraph_position').on(paragraph.municipalityId, paragraph.dossierPartId, paragraph.position),
		cites(paragraph, paragraph.dossierPartId, dossierParts, 'cascade'),
	],
)

/** The codings a paragraph stands on. */
export const paragraphEvidence = municipalTable(
	'paragraph_evidence',
	{ paragraphId: uuid().notNull(), codingId: uuid().notNull() },
	(row) => [
		unique('paragraph_evidence_once').on(row.municipalityId, row.paragraphId, row.codingId),
		cites(row, row.paragraphId, paragraphs, 'cascade'),
		cites(row, row.codingId, codings, 'cascade'),
	],
)

/** A passage released for publication under a label. `wording` equals the transcript but for `[…]` and `[Wort]`. */
export const quotes = municipalTable(
	'quote',
	{
		focusThemeId: uuid().notNull(),
		codingId: uuid().notNull(),
		wording: text().notNull(),
		/** The role label as printed; checked against the dictionary when it is set and again when frozen. */
		publicLabel: text().notNull(),
		/** Named with their office, as the person allowed (`quote-with-office`): the label is not checked for size. */
		isWithOffice: boolean().notNull().default(false),
		/** Said in our words, printed instead of the quote when no label may stand under it. */
		paraphrase: text(),
		position: integer().notNull().default(0),
		clearedBy: text().references(() => accounts.id, { onDelete: 'set null' }),
		clearedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
		/**
		 * When somebody who did not code it confirmed that a passage of a special category (article 9 GDPR) may be printed;
		 * without it such a quote is not shown anywhere.
		 */
		specialConfirmedAt: timestamp({ withTimezone: true }),
		specialConfirmedBy: text().references(() => accounts.id, { onDelete: 'set null' }),
	},
	(quote) => [
		unique('quote_once').on(quote.municipalityId, quote.focusThemeId, quote.codingId),
		cites(quote, quote.focusThemeId, focusThemes, 'cascade'),
		cites(quote, quote.codingId, codings, 'cascade'),
	],
)

/** What one level could do for a focus theme. */
export const conditions = municipalTable(
	'condition',
	{
		focusThemeId: uuid().notNull(),
		level: text({ enum: LEVELS }).notNull(),
		text: text().notNull(),
		position: integer().notNull().default(0),
	},
	(condition) => [cites(condition, condition.focusThemeId, focusThemes, 'cascade')],
)

/** What the convening organisation could do. Initiatives cite it. */
export const fieldsOfAction = municipalTable(
	'field_of_action',
	{
		focusThemeId: uuid().notNull(),
		title: text().notNull(),
		text: text().notNull().default(''),
		position: integer().notNull().default(0),
	},
	(field) => [cites(field, field.focusThemeId, focusThemes, 'cascade')],
)

/** The material read from one office: through the eyes of …. */
export const perspectives = municipalTable(
	'perspective',
	{
		roundId: uuid().notNull(),
		slug: text().notNull(),
		/** Whose eyes: "Mit dem Blick einer Stadträtin". */
		title: text().notNull(),
		introduction: text().notNull().default(''),
		closing: text().notNull().default(''),
		position: integer().notNull().default(0),
	},
	(perspective) => [
		unique('perspective_slug').on(perspective.municipalityId, perspective.slug),
		cites(perspective, perspective.roundId, rounds),
	],
)

/** One starting point this reader finds. */
export const perspectivePoints = municipalTable(
	'perspective_point',
	{
		perspectiveId: uuid().notNull(),
		position: integer().notNull(),
		title: text().notNull(),
		text: text().notNull(),
		focusThemeId: uuid(),
	},
	(point) => [
		unique('perspective_point_position').on(point.municipalityId, point.perspectiveId, point.position),
		cites(point, point.perspectiveId, perspectives, 'cascade'),
		cites(point, point.focusThemeId, focusThemes),
	],
)

/** The codings a starting point rests on. */
export const pointEvidence = municipalTable(
	'point_evidence',
	{ perspectivePointId: uuid().notNull(), codingId: uuid().notNull() },
	(row) => [
		unique('point_evidence_once').on(row.municipalityId, row.perspectivePointId, row.codingId),
		cites(row, row.perspectivePointId, perspectivePoints, 'cascade'),
		cites(row, row.codingId, codings, 'cascade'),
	],
)
