/** What was understood: the codebook, and which words of which transcript carry which theme. */
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, text, timestamp, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { cites, municipalTable } from '#platform/database/municipal-table.ts'
import { accounts } from '#people/account.tables.ts'
import { SPECIAL_CATEGORIES } from '#protecting/special-categories.rules.ts'
import { transcripts, voices } from '#listening/tables.ts'

export const STANCES = ['helps', 'hinders', 'wish', 'neutral'] as const
export type Stance = (typeof STANCES)[number]

export { SPECIAL_CATEGORIES, type SpecialCategory } from '#protecting/special-categories.rules.ts'

/** The codebook: a tree of themes. A theme that carries codings is archived, never deleted. */
export const themes = municipalTable(
	'theme',
	{
		slug: text().notNull(),
		parentId: uuid(),
		label: text().notNull(),
		definition: text().notNull().default(''),
		anchorExample: text().notNull().default(''),
		codingRule: text().notNull().default(''),
		include: text().notNull().default(''),
		exclude: text().notNull().default(''),
		keywords: text()
			.array()
			.notNull()
			.default(sql`'{}'::text[]`),
		/** `#rrggbb`, as drawn in the margin of the coding desk. */
		colour: text().notNull().default('#53606c'),
		position: integer().notNull().default(0),
		archivedAt: timestamp({ withTimezone: true }),
	},
	(theme) => [unique('theme_slug').on(theme.municipalityId, theme.slug), cites(theme, theme.parentId, theme)],
)

/** Who coded: a person of the team, the machine, or the file that brought its own categories. */
export const coders = municipalTable(
	'coder',
	{
		kind: text({ enum: ['human', 'machine', 'import'] }).notNull(),
		name: text().notNull(),
		accountId: text().references(() => accounts.id, { onDelete: 'set null' }),
	},
	(coder) => [
		unique('coder_name').on(coder.municipalityId, coder.kind, coder.name),
		uniqueIndex('coder_account').on(coder.municipalityId, coder.accountId),
	],
)

/**
 * One row per passage and theme: `[start, end)` in code points of one transcript version, inside one turn.
 * `quote`, `prefix` and `suffix` (up to 32 code points each) find the passage again in a newer version.
 */
export const codings = municipalTable(
	'coding',
	{
		transcriptId: uuid().notNull(),
		voiceId: uuid().notNull(),
		themeId: uuid().notNull(),
		coderId: uuid().notNull(),
		start: integer().notNull(),
		end: integer().notNull(),
		quote: text().notNull(),
		prefix: text().notNull().default(''),
		suffix: text().notNull().default(''),
		stance: text({ enum: STANCES }).notNull().default('neutral'),
		/** 1 mentioned, 2 emphasised, 3 strongly emphasised. */
		intensity: integer().notNull().default(1),
		isGoodQuote: boolean().notNull().default(false),
		isSensitive: boolean().notNull().default(false),
		/** Special category of article 9 GDPR the passage tells of its speaker. */
		specialCategory: text({ enum: SPECIAL_CATEGORIES }),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
		/** Taken back; undo brings it again. Nothing counts or shows a coding taken back. */
		removedAt: timestamp({ withTimezone: true }),
	},
	(coding) => [
		index('coding_by_transcript').on(coding.municipalityId, coding.transcriptId, coding.start),
		index('coding_by_theme').on(coding.municipalityId, coding.themeId),
		index('coding_by_voice').on(coding.municipalityId, coding.voiceId),
		cites(coding, coding.transcriptId, transcripts, 'cascade'),
		cites(coding, coding.voiceId, voices, 'cascade'),
		cites(coding, coding.themeId, themes),
		cites(coding, coding.coderId, coders),
		check('coding_is_a_range', sql`${coding.start} >= 0 and ${coding.end} > ${coding.start}`),
		check('coding_intensity', sql`${coding.intensity} between 1 and 3`),
	],
)

/** An analyst's note on a coding. Never public. */
export const memos = municipalTable(
	'memo',
	{
		codingId: uuid().notNull(),
		coderId: uuid().notNull(),
		text: text().notNull(),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
	},
	(memo) => [cites(memo, memo.codingId, codings, 'cascade'), cites(memo, memo.coderId, coders)],
)
