/** What people are told about what became of their words. */
import { sql } from 'drizzle-orm'
import { check, date, index, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { cites, municipalTable } from '#platform/database/municipal-table.ts'
import { accounts } from '#people/account.tables.ts'
import { voices } from '#listening/tables.ts'
import { focusThemes } from '#focusing/tables.ts'
import { initiatives } from '#acting/tables.ts'

export const ANSWER_KINDS = ['heard', 'next-step', 'decided-yes', 'decided-no', 'done', 'changed', 'passed-on'] as const
export type AnswerKind = (typeof ANSWER_KINDS)[number]

/** One row per answer, to exactly one of: a focus theme, an initiative, a single voice. Answers are added, not changed. */
export const answers = municipalTable(
	'answer',
	{
		focusThemeId: uuid(),
		initiativeId: uuid(),
		voiceId: uuid(),
		kind: text({ enum: ANSWER_KINDS }).notNull(),
		/** What people read: the answer and its because. */
		because: text().notNull(),
		/** The office that answers: "Bürgermeister", "Zukunft Birkenrode e. V.". */
		byOffice: text().notNull(),
		byAccountId: text().references(() => accounts.id, { onDelete: 'set null' }),
		answeredOn: date({ mode: 'string' }).notNull(),
		nextAnswerBy: date({ mode: 'string' }),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
	},
	(answer) => [
		index('answer_by_focus_theme').on(answer.municipalityId, answer.focusThemeId),
		index('answer_by_initiative').on(answer.municipalityId, answer.initiativeId),
		index('answer_by_voice').on(answer.municipalityId, answer.voiceId),
		cites(answer, answer.focusThemeId, focusThemes),
		cites(answer, answer.initiativeId, initiatives),
		cites(answer, answer.voiceId, voices, 'cascade'),
		check(
			'answers_one_thing',
			sql`num_nonnulls(${answer.focusThemeId}, ${answer.initiativeId}, ${answer.voiceId}) = 1`,
		),
		check('answer_says_because', sql`${answer.because} <> ''`),
	],
)
