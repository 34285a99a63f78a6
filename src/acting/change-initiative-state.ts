import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit } from '#people/audit-log.ts'
import { requireDay } from './require-day.ts'
import { requireInitiative } from './require-initiative.ts'
import { isClosed, needsReason } from './standing.rules.ts'
import { INITIATIVE_STATES, initiatives, initiativeStates, type InitiativeState } from './tables.ts'

export type ChangeInitiativeState = {
	initiativeId: string
	state: InitiativeState
	/** What people read; resting and refused ones need it. */
	reason: string
	/** The day of the next answer; left out, the one promised before stays. */
	nextAnswerBy?: string | null
	/** Account id. */
	by: string | null
	/** ISO date in the municipality's time zone. */
	today: string
	at: Date
}

/**
 * Moves an initiative to another state and keeps the one before in its history. The same state with the same reason
 * changes nothing but the day of the next answer.
 *
 * @throws {Problem} `initiative-unknown`, `initiative-state-unknown`, `state-reason-missing`, `next-answer-missing` when
 * it stays open without a day from today on, `day-unreadable`
 */
export async function changeInitiativeState(
	db: MunicipalityDatabase,
	{ initiativeId, state, reason, nextAnswerBy, by, today, at }: ChangeInitiativeState,
) {
	if (!INITIATIVE_STATES.includes(state)) throw new Problem('invalid', 'initiative-state-unknown')
	const stateReason = reason.trim() || null
	if (needsReason(state) && stateReason === null) throw new Problem('invalid', 'state-reason-missing')
	const before = await requireInitiative(db, initiativeId)
	const promised = nextAnswerBy || before.nextAnswerBy
	if (promised !== null) requireDay(promised)
	if (!isClosed(state) && (promised === null || promised < today)) throw new Problem('invalid', 'next-answer-missing')

	const isSame = before.state === state && before.stateReason === stateReason
	await db
		.update(initiatives)
		.set({
			state,
			stateReason,
			nextAnswerBy: isClosed(state) ? null : promised,
			...(before.state !== state && { stateSince: today }),
		})
		.where(eq(initiatives.id, initiativeId))
	if (isSame) return
	await db.insert(initiativeStates).values({ initiativeId, state, reason: stateReason, since: today })
	const act = 'initiative-state-changed'
	await appendAudit(db, { by: by ?? 'command', act, subject: 'initiative', subjectId: initiativeId, at })
}
