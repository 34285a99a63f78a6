/** What the machine proposes, and what it learned it from. */
import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, real, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytea } from '#platform/database/bytea.ts'
import { cites, municipalTable } from '#platform/database/municipal-table.ts'
import { voices } from '#listening/tables.ts'
import { codings, coders, STANCES, themes } from './tables.ts'

/** One row per municipality: whether the machine may propose anything, and where a language model of one's own stands. */
export const suggestingSettings = municipalTable(
	'suggesting_settings',
	{
		isOn: boolean().notNull().default(true),
		/** Address of an OpenAI-compatible server on one's own machines; empty: none is asked. */
		endpoint: text().notNull().default(''),
		endpointModel: text().notNull().default(''),
		changedAt: timestamp({ withTimezone: true }).notNull(),
	},
	(settings) => [uniqueIndex('suggesting_settings_once').on(settings.municipalityId)],
)

/** A trained model; the newest counts. */
export const suggestionModels = municipalTable('suggestion_model', {
	trainedAt: timestamp({ withTimezone: true }).notNull(),
	/** Turns it learned from. */
	examples: integer().notNull(),
	/** Honest quality per theme, cross-validated by conversation. */
	report: jsonb().notNull(),
	/** Weights, as `suggesting/` packs them. */
	weights: bytea().notNull(),
})

/** One row per time somebody let a language model be asked, and how far that is. Holds no words. */
export const modelRuns = municipalTable('model_run', {
	/** As the settings named it then. */
	model: text().notNull(),
	startedAt: timestamp({ withTimezone: true }).notNull(),
	endedAt: timestamp({ withTimezone: true }),
	/** Contributions to ask about, as many as there were at the beginning. */
	total: integer().notNull(),
	asked: integer().notNull().default(0),
	proposed: integer().notNull().default(0),
	/** Proposals whose quote does not stand in the contribution. */
	dropped: integer().notNull().default(0),
	/** How far it is, in the order of conversations and turns. */
	afterSlug: text().notNull().default(''),
	afterPosition: integer().notNull().default(-1),
	/** Code of the refusal that ended it, with its figures. */
	problem: text(),
	facts: jsonb().$type<Record<string, number>>().notNull().default({}),
})

/** A theme the machine proposes for a contribution. It counts nowhere until a person accepts it; then it is theirs. */
export const suggestions = municipalTable(
	'suggestion',
	{
		voiceId: uuid().notNull(),
		themeId: uuid().notNull(),
		/** The machine or the language model that proposed it. */
		coderId: uuid().notNull(),
		modelId: uuid(),
		/** Part of the contribution it is about, code points of its own text; all of it where both are null. */
		start: integer(),
		end: integer(),
		stance: text({ enum: STANCES }).notNull().default('neutral'),
		/** 0 … 1, calibrated by cross-validation. */
		probability: real().notNull(),
		/** The words that led to it, strongest first. */
		because: text()
			.array()
			.notNull()
			.default(sql`'{}'::text[]`),
		state: text({ enum: ['open', 'accepted', 'rejected'] })
			.notNull()
			.default('open'),
		/** What accepting it made. */
		codingId: uuid(),
		decidedBy: uuid(),
		decidedAt: timestamp({ withTimezone: true }),
		/** Accepted or rejected in one go, and undone in one go. */
		stepId: uuid(),
	},
	(suggestion) => [
		uniqueIndex('suggestion_once').on(
			suggestion.municipalityId,
			suggestion.voiceId,
			suggestion.themeId,
			suggestion.coderId,
			sql`coalesce(${suggestion.start}, -1)`,
		),
		index('suggestion_by_theme').on(suggestion.municipalityId, suggestion.themeId, suggestion.state),
		cites(suggestion, suggestion.voiceId, voices, 'cascade'),
		cites(suggestion, suggestion.themeId, themes, 'cascade'),
		cites(suggestion, suggestion.coderId, coders),
		cites(suggestion, suggestion.modelId, suggestionModels, 'cascade'),
		cites(suggestion, suggestion.codingId, codings, 'cascade'),
		cites(suggestion, suggestion.decidedBy, coders),
	],
)
