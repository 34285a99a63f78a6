/** Two people code the same without seeing each other; what they agree on is measured, the rest is settled together. */
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { cites, municipalTable } from '#platform/database/municipal-table.ts'
import { rounds, voices } from '#listening/tables.ts'
import { coders, STANCES, themes } from './tables.ts'

/** Evenly over the conversations, the formats, or the themes the team has coded so far. */
export const SPREADS = ['random', 'conversation', 'format', 'theme'] as const
export type Spread = (typeof SPREADS)[number]

/** Contributions drawn for double coding. While it is `coding`, each coder sees only their own codings of it. */
export const agreementSamples = municipalTable(
	'agreement_sample',
	{
		slug: text().notNull(),
		title: text().notNull(),
		roundId: uuid().notNull(),
		state: text({ enum: ['coding', 'comparing', 'settled'] })
			.notNull()
			.default('coding'),
		/** How it was drawn: the same seed draws the same contributions again. */
		spread: text({ enum: SPREADS }).notNull().default('random'),
		seed: integer().notNull().default(0),
		createdBy: uuid(),
		createdAt: timestamp({ withTimezone: true }).notNull(),
		/** Whose step made codings of what was settled, so that they can take it back. */
		settledBy: uuid(),
		settledStepId: uuid(),
	},
	(sample) => [
		unique('agreement_sample_slug').on(sample.municipalityId, sample.slug),
		cites(sample, sample.roundId, rounds, 'cascade'),
		cites(sample, sample.createdBy, coders),
		cites(sample, sample.settledBy, coders),
	],
)

/** One contribution of a sample: what coefficients call a unit. */
export const agreementUnits = municipalTable(
	'agreement_unit',
	{
		agreementSampleId: uuid().notNull(),
		voiceId: uuid().notNull(),
		position: integer().notNull(),
	},
	(unit) => [
		unique('agreement_unit_place').on(unit.municipalityId, unit.agreementSampleId, unit.voiceId),
		cites(unit, unit.agreementSampleId, agreementSamples, 'cascade'),
		cites(unit, unit.voiceId, voices, 'cascade'),
	],
)

/** Who codes a sample. */
export const agreementCoders = municipalTable(
	'agreement_coder',
	{
		agreementSampleId: uuid().notNull(),
		coderId: uuid().notNull(),
		finishedAt: timestamp({ withTimezone: true }),
	},
	(coder) => [
		unique('agreement_coder_once').on(coder.municipalityId, coder.agreementSampleId, coder.coderId),
		cites(coder, coder.agreementSampleId, agreementSamples, 'cascade'),
		cites(coder, coder.coderId, coders),
	],
)

/** Coded blind. Counts nowhere else: what is settled becomes a coding. Positions: code points of the contribution's text. */
export const agreementCodings = municipalTable(
	'agreement_coding',
	{
		agreementUnitId: uuid().notNull(),
		coderId: uuid().notNull(),
		themeId: uuid().notNull(),
		start: integer().notNull(),
		end: integer().notNull(),
		stance: text({ enum: STANCES }).notNull().default('neutral'),
		intensity: integer().notNull().default(1),
		createdAt: timestamp({ withTimezone: true }).notNull(),
	},
	(coding) => [
		index('agreement_coding_by_unit').on(coding.municipalityId, coding.agreementUnitId),
		cites(coding, coding.agreementUnitId, agreementUnits, 'cascade'),
		cites(coding, coding.coderId, coders),
		cites(coding, coding.themeId, themes, 'cascade'),
		check('agreement_coding_is_a_range', sql`${coding.start} >= 0 and ${coding.end} > ${coding.start}`),
	],
)

/** What the coders decided together about one theme in one contribution; the note may flow into the coding rule. */
export const agreementVerdicts = municipalTable(
	'agreement_verdict',
	{
		agreementUnitId: uuid().notNull(),
		themeId: uuid().notNull(),
		applies: boolean().notNull(),
		note: text().notNull().default(''),
		coderId: uuid().notNull(),
		decidedAt: timestamp({ withTimezone: true }).notNull(),
	},
	(verdict) => [
		unique('agreement_verdict_place').on(verdict.municipalityId, verdict.agreementUnitId, verdict.themeId),
		cites(verdict, verdict.agreementUnitId, agreementUnits, 'cascade'),
		cites(verdict, verdict.themeId, themes, 'cascade'),
		cites(verdict, verdict.coderId, coders),
	],
)
