/** What is done about it: initiatives and the promises that move them. */
import { sql } from 'drizzle-orm'
import { check, date, doublePrecision, index, integer, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { cites, municipalTable } from '#platform/database/municipal-table.ts'
import { actors, districts } from '#people/tables.ts'
import { fieldsOfAction, focusThemes, LEVELS } from '#focusing/tables.ts'

export const INITIATIVE_STATES = ['idea', 'checked', 'planned', 'running', 'done', 'resting', 'refused'] as const
export type InitiativeState = (typeof INITIATIVE_STATES)[number]

/** One row per thing somebody sets out to do. Resting and refused ones say why; open ones say when the next answer comes. */
export const initiatives = municipalTable(
	'initiative',
	{
		slug: text().notNull(),
		kind: text({ enum: ['pilot', 'project', 'format', 'rule', 'room'] })
			.notNull()
			.default('project'),
		title: text().notNull(),
		/** One sentence for lists. */
		teaser: text().notNull().default(''),
		goal: text().notNull().default(''),
		firstStep: text().notNull().default(''),
		ownerId: uuid(),
		level: text({ enum: LEVELS }).notNull().default('municipality'),
		districtId: uuid(),
		focusThemeId: uuid(),
		state: text({ enum: INITIATIVE_STATES }).notNull().default('idea'),
		stateReason: text(),
		stateSince: date({ mode: 'string' })
			.notNull()
			.default(sql`current_date`),
		nextAnswerBy: date({ mode: 'string' }),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
	},
	(initiative) => [
		unique('initiative_slug').on(initiative.municipalityId, initiative.slug),
		cites(initiative, initiative.ownerId, actors),
		cites(initiative, initiative.districtId, districts),
		cites(initiative, initiative.focusThemeId, focusThemes),
		check(
			'resting_and_refused_say_why',
			sql`${initiative.state} not in ('resting', 'refused') or coalesce(${initiative.stateReason}, '') <> ''`,
		),
		check(
			'open_initiatives_say_when_the_next_answer_comes',
			sql`${initiative.state} in ('done', 'refused') or ${initiative.nextAnswerBy} is not null`,
		),
	],
)

/** Who helps with an initiative, and with what. */
export const initiativePartners = municipalTable(
	'initiative_partner',
	{ initiativeId: uuid().notNull(), actorId: uuid().notNull(), part: text().notNull().default('') },
	(partner) => [
		unique('initiative_partner_once').on(partner.municipalityId, partner.initiativeId, partner.actorId),
		cites(partner, partner.initiativeId, initiatives, 'cascade'),
		cites(partner, partner.actorId, actors),
	],
)

/** Which fields of action an initiative takes up. */
export const initiativeFields = municipalTable(
	'initiative_field',
	{ initiativeId: uuid().notNull(), fieldOfActionId: uuid().notNull() },
	(row) => [
		unique('initiative_field_once').on(row.municipalityId, row.initiativeId, row.fieldOfActionId),
		cites(row, row.initiativeId, initiatives, 'cascade'),
		cites(row, row.fieldOfActionId, fieldsOfAction, 'cascade'),
	],
)

/** Every state an initiative was in, with its day and reason. Rows are never changed. */
export const initiativeStates = municipalTable(
	'initiative_state',
	{
		initiativeId: uuid().notNull(),
		state: text({ enum: INITIATIVE_STATES }).notNull(),
		reason: text(),
		since: date({ mode: 'string' }).notNull(),
	},
	(row) => [
		index('initiative_state_by_day').on(row.municipalityId, row.initiativeId, row.since),
		cites(row, row.initiativeId, initiatives, 'cascade'),
	],
)

/** Who does what until when. Without an actor nobody has taken it yet. A broken promise stays readable. */
export const commitments = municipalTable(
	'commitment',
	{
		initiativeId: uuid().notNull(),
		actorId: uuid(),
		what: text().notNull(),
		/** Last day on which keeping it still counts as on time. */
		until: date({ mode: 'string' }),
		hours: doublePrecision(),
		state: text({ enum: ['open', 'promised', 'kept', 'withdrawn'] })
			.notNull()
			.default('open'),
		/** What people read when it was kept or withdrawn. */
		closingNote: text(),
		closedOn: date({ mode: 'string' }),
		position: integer().notNull().default(0),
	},
	(commitment) => [
		index('commitment_by_initiative').on(commitment.municipalityId, commitment.initiativeId),
		cites(commitment, commitment.initiativeId, initiatives, 'cascade'),
		cites(commitment, commitment.actorId, actors),
		check('promised_by_someone', sql`${commitment.state} <> 'promised' or ${commitment.actorId} is not null`),
		check(
			'closed_commitments_say_when',
			sql`(${commitment.state} in ('kept', 'withdrawn')) = (${commitment.closedOn} is not null)`,
		),
	],
)
