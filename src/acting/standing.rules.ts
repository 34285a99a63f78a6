/** How promises stand on a given day. Pure: no clock, no database, no request. */
import type { InitiativeState } from './tables.ts'

/** Days before the last day from which a promise is shown as due soon: two weeks are enough to still do something. */
const DUE_SOON_DAYS = 14

export type CommitmentStanding =
	/** Nobody has taken it yet; `daysLate` counts all the same when its day has passed. */
	| { kind: 'open'; daysLate: number }
	| { kind: 'on-time' }
	| { kind: 'due-soon'; daysLeft: number }
	| { kind: 'late'; daysLate: number }
	| { kind: 'kept' }
	| { kind: 'withdrawn' }

/**
 * How a commitment stands. `today` is an ISO date in the municipality's time zone; the last day itself is still in
 * time, and a commitment without a day is never late.
 */
export function commitmentStanding(
	{ state, until }: { state: 'open' | 'promised' | 'kept' | 'withdrawn'; until: string | null },
	today: string,
): CommitmentStanding {
	if (state === 'kept' || state === 'withdrawn') return { kind: state }
	const daysLeft = until === null ? Infinity : daysBetween(today, until)
	if (state === 'open') return { kind: 'open', daysLate: Math.max(0, -daysLeft) }
	if (daysLeft < 0) return { kind: 'late', daysLate: -daysLeft }
	return daysLeft <= DUE_SOON_DAYS ? { kind: 'due-soon', daysLeft } : { kind: 'on-time' }
}

/** Done and refused are the end: no further answer is owed. */
export function isClosed(state: InitiativeState): boolean {
	return state === 'done' || state === 'refused'
}

export function needsReason(state: InitiativeState): boolean {
	return state === 'resting' || state === 'refused'
}

/** Days since the promised answer should have come; 0 while it is in time or none is owed. */
export function initiativeDaysOverdue(
	{ state, nextAnswerBy }: { state: InitiativeState; nextAnswerBy: string | null },
	today: string,
): number {
	if (isClosed(state) || nextAnswerBy === null) return 0
	return Math.max(0, daysBetween(nextAnswerBy, today))
}

/** Whole days from one ISO date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
	return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days
}
