/**
 * What everybody's codings come to, kept so that a million of them are weighed at once. Derived: triggers of the migration
 * `coding_tally` mark what has changed, `weighing/find-tallies.ts` counts it anew. Neither backups nor packages carry it.
 */
import { integer, unique, uuid } from 'drizzle-orm/pg-core'
import { bytea } from '#platform/database/bytea.ts'
import { cites, municipalTable } from '#platform/database/municipal-table.ts'
import { speakers } from '#listening/tables.ts'
import { themes } from './tables.ts'

/** One row per person who was ever coded. */
export const codingTallies = municipalTable(
	'coding_tally',
	{
		speakerId: uuid().notNull(),
		/** Grows with everything that happens to their codings. */
		changes: integer().notNull().default(1),
		/** The `changes` at which it was counted: the tally holds as long as both are equal. */
		talliedChanges: integer(),
		/** As `weighing/tally.rules.ts` packs it. */
		tally: bytea(),
	},
	(tally) => [
		unique('coding_tally_speaker').on(tally.municipalityId, tally.speakerId),
		cites(tally, tally.speakerId, speakers, 'cascade'),
	],
)

/** Short numbers for themes, for the tallies only. */
export const talliedThemes = municipalTable(
	'tallied_theme',
	{
		themeId: uuid().notNull(),
		number: integer().notNull().generatedAlwaysAsIdentity(),
	},
	(theme) => [
		unique('tallied_theme_theme').on(theme.municipalityId, theme.themeId),
		cites(theme, theme.themeId, themes, 'cascade'),
	],
)
