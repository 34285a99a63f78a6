/** What passages name in their own words, asked in a query with a table `coding`. */
import { sql } from 'drizzle-orm'

export const NAMINGS = ['concrete', 'higher'] as const
export type Naming = (typeof NAMINGS)[number]

/**
 * Something anybody could begin with: a number, a weekday, a time of day, or a district by its name; or what lies above the
 * municipality. Tallies keep it of wishes: whoever changes this makes every tally stale by a migration.
 */
export const NAMES = {
	concrete: sql`coding.quote ~* (
		select '[0-9]|\\m(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|abend|morgen|woche|monat)'
			|| coalesce(string_agg('|' || regexp_replace(name, '(\\W)', '\\\\\\1', 'g'), ''), '')
		from district
	)`,
	higher: sql`coding.quote ~* '\\m(bundes|landes|landkreis|landtag|ministeri|kreistag|EU\\M)'`,
}
