/** What a way in is answered with. */
import { redirect } from 'react-router'
import { logBug } from '#platform/log.ts'
import { Problem } from '#platform/problem.ts'
import type { Entrance } from './enter.ts'
import { withCookies } from './with-cookies.ts'

/**
 * Into the workshop, or to the question for the second factor.
 *
 * @throws {Problem} `code`, the same for everybody who does not get in
 */
export function admit(entrance: Entrance | null, target: string, code = 'sign-in-failed'): Response {
	if (!entrance) throw new Problem('not-allowed', code)
	const to = entrance.isIn ? target : `/werkstatt/anmelden/zweiter-schritt?weiter=${encodeURIComponent(target)}`
	return redirect(to, { status: 303, headers: withCookies(entrance.cookies) })
}

/** Does what must not show in how long the answer takes. What fails is logged, the answer has long gone. */
export function afterAnswer(work: () => Promise<void>) {
	setImmediate(() => void work().catch((error: unknown) => logBug('after-answer-failed', error)))
}
