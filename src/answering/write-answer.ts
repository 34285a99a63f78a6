import { eq } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit } from '#people/audit-log.ts'
import { voices } from '#listening/tables.ts'
import { focusThemes } from '#focusing/tables.ts'
import { promiseNextAnswer } from '#acting/promise-next-answer.ts'
import { requireFutureDay } from '#acting/require-day.ts'
import { initiatives } from '#acting/tables.ts'
import { needsNextAnswer } from './answer.rules.ts'
import { ANSWER_KINDS, answers, type AnswerKind } from './tables.ts'

export type AnswerTarget = { kind: 'focus-theme' | 'initiative' | 'voice'; id: string }

export type WriteAnswer = {
	to: AnswerTarget
	kind: AnswerKind
	/** What people read: the answer and its because. */
	because: string
	/** The office that answers: "Bürgermeister". */
	byOffice: string
	nextAnswerBy: string | null
	/** Account id. */
	by: string | null
	/** ISO date in the municipality's time zone. */
	today: string
	at: Date
}

/**
 * Answers everyone a focus theme or an initiative reaches, or one voice. The same answer on the same day is one
 * answer. An open initiative owes its next answer by the day named here.
 *
 * @throws {Problem} `answer-kind-unknown`, `answer-because-missing`, `answer-office-missing`, `answer-target-unknown`,
 * `next-answer-missing` when something is still to come, `day-unreadable`, `day-past`
 */
export async function writeAnswer(
	db: MunicipalityDatabase,
	{ to, kind, because, byOffice, nextAnswerBy, by, today, at }: WriteAnswer,
): Promise<{ id: string }> {
	if (!ANSWER_KINDS.includes(kind)) throw new Problem('invalid', 'answer-kind-unknown')
	if (because.trim() === '') throw new Problem('invalid', 'answer-because-missing')
	if (byOffice.trim() === '') throw new Problem('invalid', 'answer-office-missing')
	await requireTarget(db, to)
	if (needsNextAnswer(kind) && !nextAnswerBy) throw new Problem('invalid', 'next-answer-missing')
	if (nextAnswerBy) requireFutureDay(nextAnswerBy, today)
	if (to.kind === 'initiative') await promiseNextAnswer(db, { initiativeId: to.id, nextAnswerBy, today })

	const row = {
		focusThemeId: to.kind === 'focus-theme' ? to.id : null,
		initiativeId: to.kind === 'initiative' ? to.id : null,
		voiceId: to.kind === 'voice' ? to.id : null,
		kind,
		because: because.trim(),
		byOffice: byOffice.trim(),
		answeredOn: today,
		nextAnswerBy: nextAnswerBy || null,
	}
	const given = await db.select().from(answers).where(eq(answers.answeredOn, today))
	const same = given.find((answer) =>
		Object.entries(row).every(([key, value]) => answer[key as keyof typeof row] === value),
	)
	if (same) return { id: same.id }
	const [written] = await db
		.insert(answers)
		.values({ ...row, byAccountId: by, createdAt: at })
		.returning({ id: answers.id })
	await appendAudit(db, { by: by ?? 'command', act: 'answer-written', subject: 'answer', subjectId: written!.id, at })
	return written!
}

/** @throws {Problem} `answer-target-unknown` */
async function requireTarget(db: MunicipalityDatabase, { kind, id }: AnswerTarget) {
	const table = { 'focus-theme': focusThemes, initiative: initiatives, voice: voices }[kind]
	const [target] = table && isUuid(id) ? await db.select({ id: table.id }).from(table).where(eq(table.id, id)) : []
	if (!target) throw new Problem('not-found', 'answer-target-unknown')
}
