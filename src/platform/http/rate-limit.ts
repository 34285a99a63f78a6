/**
 * How often one visitor may try something, counted in memory only: a restart forgets, nothing is written down.
 *
 * A visitor is known by `visitorContext`, a keyed hash that changes with every start of the server.
 */
import { Problem } from '#platform/problem.ts'

export type RateLimit = {
	/**
	 * Counts one try.
	 *
	 * @throws {Problem} `too-many-tries` with the minutes to wait
	 */
	take: (key: string, now?: number) => void
	/** How many tries still count. */
	counted: (key: string, now?: number) => number
	/** Forgets the tries of somebody who has shown to be in the right. */
	forgive: (key: string) => void
}

/** Beyond this many visitors the oldest are forgotten, so that a flood of addresses cannot fill the memory. */
const MOST_KEYS = 50_000

/** Allows `tries` within any `minutes`. */
export function createRateLimit({ tries, minutes }: { tries: number; minutes: number }): RateLimit {
	const span = minutes * 60_000
	const recent = new Map<string, number[]>()
	const triesOf = (key: string, now: number) => (recent.get(key) ?? []).filter((at) => at > now - span)
	return {
		take(key, now = Date.now()) {
			const counted = triesOf(key, now)
			const [oldest] = counted
			if (oldest !== undefined && counted.length >= tries) {
				throw new Problem('too-many', 'too-many-tries', { minutes: Math.ceil((oldest + span - now) / 60_000) })
			}
			recent.delete(key)
			recent.set(key, [...counted, now])
			if (recent.size > MOST_KEYS) recent.delete(recent.keys().next().value!)
		},
		counted: (key, now = Date.now()) => triesOf(key, now).length,
		forgive(key) {
			recent.delete(key)
		},
	}
}
