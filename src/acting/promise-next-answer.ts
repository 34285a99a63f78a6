import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { requireFutureDay } from './require-day.ts'
import { requireInitiative } from './require-initiative.ts'
import { isClosed } from './standing.rules.ts'
import { initiatives } from './tables.ts'

export type PromiseNextAnswer = { initiativeId: string; nextAnswerBy: string | null; today: string }

/**
 * Says by which day people hear of an initiative again. One that is done or refused owes nothing and stays as it is.
 *
 * @throws {Problem} `initiative-unknown`, `next-answer-missing`, `day-unreadable`, `day-past`
 */
export async function promiseNextAnswer(
	db: MunicipalityDatabase,
	{ initiativeId, nextAnswerBy, today }: PromiseNextAnswer,
) {
	const { state } = await requireInitiative(db, initiativeId)
	if (isClosed(state)) return
	if (!nextAnswerBy) throw new Problem('invalid', 'next-answer-missing')
	requireFutureDay(nextAnswerBy, today)
	await db.update(initiatives).set({ nextAnswerBy }).where(eq(initiatives.id, initiativeId))
}
