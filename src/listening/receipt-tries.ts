/**
 * How often receipts may be tried, counted in memory only. Each network has its own limits; when many codes are wrong at
 * the same time, whoever goes on trying waits. Nobody is locked out, and the first tries of a newcomer are never slowed.
 * Numbers: docs/decisions/0004-receipts.md
 */
import { setTimeout } from 'node:timers/promises'
import { createRateLimit } from '#platform/http/rate-limit.ts'
import { Problem } from '#platform/problem.ts'

const TRIES_IN_A_MINUTE = 10
const TRIES_IN_AN_HOUR = 60
/** More wrong codes than this within a minute, from wherever, look like guessing. */
const FAILURES_IN_A_MINUTE = 20
/** Tries of one network that stay quick even then. */
const QUICK_TRIES = 3
const WAIT_MILLISECONDS = 2000
/** More visitors than this do not wait side by side: the next one is told to come back. */
const MOST_WAITING = 100

export type ReceiptTries = {
	/**
	 * Counts one try of a visitor (see `visitorContext`); comes back when the code may be looked up.
	 *
	 * @throws {Problem} `too-many-tries`, `receipts-busy`
	 */
	begin: (visitor: string) => Promise<void>
	/** Notes that a code opened nothing. */
	failed: () => void
}

type Clock = { now: () => number; wait: (milliseconds: number) => Promise<unknown> }

export function createReceiptTries({ now, wait }: Clock = { now: Date.now, wait: setTimeout }): ReceiptTries {
	const inAMinute = createRateLimit({ tries: TRIES_IN_A_MINUTE, minutes: 1 })
	const inAnHour = createRateLimit({ tries: TRIES_IN_AN_HOUR, minutes: 60 })
	/** When the last wrong codes came; no more of them than are needed to know whether there were too many. */
	let failures: number[] = []
	let waiting = 0
	return {
		async begin(visitor) {
			inAMinute.take(visitor, now())
			inAnHour.take(visitor, now())
			const isStorm = failures.length > FAILURES_IN_A_MINUTE && failures[0]! > now() - 60_000
			if (!isStorm || inAnHour.counted(visitor, now()) <= QUICK_TRIES) return
			if (waiting >= MOST_WAITING) throw new Problem('too-many', 'receipts-busy')
			waiting++
			await wait(WAIT_MILLISECONDS).finally(() => waiting--)
		},
		failed() {
			failures = [...failures, now()].slice(-(FAILURES_IN_A_MINUTE + 1))
		},
	}
}

/** The tries of this server. */
export const receiptTries = createReceiptTries()
