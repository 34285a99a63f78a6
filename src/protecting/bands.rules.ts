/** What a public table shows instead of a number of people: words, so that small groups give nobody away. */

export type Band = 'none' | 'few' | 'several' | 'many'

/** Below this many people in a group, "nobody" and "a few" are told apart by nobody. */
export const SMALLEST_GROUP = 10

/**
 * The band for `persons` out of a group of `groupSize` people heard.
 *
 * 0 none · 1–4 few · 5–9 several · 10 and more many. In a group of fewer than ten people 1–4 shows as none: there,
 * "a few" would be a name.
 */
export function bandOf(persons: number, groupSize: number): Band {
	if (persons >= 10) return 'many'
	if (persons >= 5) return 'several'
	return persons === 0 || groupSize < SMALLEST_GROUP ? 'none' : 'few'
}
