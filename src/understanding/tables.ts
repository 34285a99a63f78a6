/** What was understood: the codebook, and which words of which transcript carry which theme. */
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, text, timestamp, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { cites, municipalTable } from '#platform/database/municipal-table.ts'
import { accounts } from '#people/account.tables.ts'
import { SPECIAL_CATEGORIES } from '#protecting/special-categories.rules.ts'
import type { Deed } from './coding/deeds.rules.ts'
import { conversations, rounds, transcripts, voices } from '#listening/tables.ts'

export const STANCES = ['helps', 'hinders', 'wish', 'neutral'] as const
export type Stance = (typeof STANCES)[number]

export { SPECIAL_CATEGORIES, type SpecialCategory } from '#protecting/special-categories.rules.ts'

/** The codebook: a tree of themes. A theme that carries anything is archived, never deleted. */
export const themes = municipalTable(
	'theme',
	{
		slug: text().notNull(),
		parentId: uuid(),
		label: text().notNull(),
		definition: text().notNull().default(''),
		/** As the team wrote it; where a passage was chosen instead, `anchorPassageId` tells which, and its words count. */
		anchorExample: text().notNull().default(''),
		/** A coding. No key, for codings cite themes and a package brings them after; `forget-anchors.ts` clears it. */
		anchorPassageId: uuid(),
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
		/** Grows with every change; whoever changes a coding names the one they saw, and is refused when it moved on. */
		version: integer().notNull().default(1),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
		/** The database counts `version` and sets this with every change, whoever makes it. */
		changedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
		/** Who changed it last; null where nobody did since it was made, or no person. */
		changedBy: uuid(),
		/** Taken back; undo brings it again. Nothing counts or shows a coding taken back. */
		removedAt: timestamp({ withTimezone: true }),
	},
	(coding) => [
		index('coding_by_transcript').on(coding.municipalityId, coding.transcriptId, coding.start),
		index('coding_by_theme').on(coding.municipalityId, coding.themeId),
		index('coding_by_voice').on(coding.municipalityId, coding.voiceId),
		index('coding_by_change').on(coding.municipalityId, coding.transcriptId, coding.changedAt),
		cites(coding, coding.changedBy, coders),
		cites(coding, coding.transcriptId, transcripts, 'cascade'),
		cites(coding, coding.voiceId, voices, 'cascade'),
		cites(coding, coding.themeId, themes),
		cites(coding, coding.coderId, coders),
		check('coding_is_a_range', sql`${coding.start} >= 0 and ${coding.end} > ${coding.start}`),
		check('coding_intensity', sql`${coding.intensity} between 1 and 3`),
	],
)

/** An analyst's note on one thing: a coding, a theme, a contribution, a conversation or a round. Never public. */
export const memos = municipalTable(
	'memo',
	{
		codingId: uuid(),
		themeId: uuid(),
		voiceId: uuid(),
		conversationId: uuid(),
		roundId: uuid(),
		coderId: uuid().notNull(),
		text: text().notNull(),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
		changedAt: timestamp({ withTimezone: true }),
	},
	(memo) => [
		cites(memo, memo.codingId, codings, 'cascade'),
		cites(memo, memo.themeId, themes, 'cascade'),
		cites(memo, memo.voiceId, voices, 'cascade'),
		cites(memo, memo.conversationId, conversations, 'cascade'),
		cites(memo, memo.roundId, rounds, 'cascade'),
		cites(memo, memo.coderId, coders),
		check(
			'memo_on_one_thing',
			sql`num_nonnulls(${memo.codingId}, ${memo.themeId}, ${memo.voiceId}, ${memo.conversationId}, ${memo.roundId}) = 1`,
		),
	],
)

export const THEME_DEEDS = [
	'added',
	'changed',
	'moved',
	'archived',
	'restored',
	'merged',
	'split',
	'imported',
	'deleted',
] as const
export type ThemeDeed = (typeof THEME_DEEDS)[number]

/** A theme as it stood, as far as a change touched it. */
export type ThemeState = Partial<Omit<typeof themes.$inferSelect, 'id' | 'municipalityId' | 'archivedAt'>> & {
	isArchived?: boolean
	/** Where a merge or split carried the rows below. */
	toThemeId?: string
	codingIds?: string[]
	memoIds?: string[]
	summaryIds?: string[]
	/** Codings the other theme had already, by the same coder at the same place; they were taken back. */
	doubleIds?: string[]
}

/**
 * History of the codebook, oldest first by `number`. Rows are never changed but for being undone. The theme is no key: what
 * was deleted keeps its history.
 */
export const themeChanges = municipalTable(
	'theme_change',
	{
		number: integer().notNull(),
		themeId: uuid().notNull(),
		deed: text({ enum: THEME_DEEDS }).notNull(),
		/** Changes of one step (a merge, a split, an import) are undone together. */
		stepId: uuid().notNull(),
		before: jsonb().$type<ThemeState>(),
		after: jsonb().$type<ThemeState>(),
		coderId: uuid(),
		changedAt: timestamp({ withTimezone: true }).notNull(),
		undoneAt: timestamp({ withTimezone: true }),
	},
	(change) => [
		unique('theme_change_number').on(change.municipalityId, change.number),
		index('theme_change_by_theme').on(change.municipalityId, change.themeId),
		cites(change, change.coderId, coders),
	],
)

/** What one person did at the coding desk of one transcript, so that undo and redo survive a reload. */
export const codingDeeds = municipalTable(
	'coding_deed',
	{
		transcriptId: uuid().notNull(),
		coderId: uuid().notNull(),
		/** Order of one person's deeds on one transcript. */
		number: integer().notNull(),
		/** What is needed to do it again and to take it back; no words of anybody. */
		deed: jsonb().$type<Deed>().notNull(),
		doneAt: timestamp({ withTimezone: true }).notNull(),
		undoneAt: timestamp({ withTimezone: true }),
	},
	(deed) => [
		unique('coding_deed_number').on(deed.municipalityId, deed.transcriptId, deed.coderId, deed.number),
		cites(deed, deed.transcriptId, transcripts, 'cascade'),
		cites(deed, deed.coderId, coders),
	],
)

/** Passages somebody wants to keep together: the hits of a search, or what a question about themes brought up. */
export const passageSets = municipalTable(
	'passage_set',
	{
		name: text().notNull(),
		/** The address of the search or question it came from, without its beginning. */
		query: text().notNull().default(''),
		coderId: uuid(),
		createdAt: timestamp({ withTimezone: true }).notNull(),
	},
	(set) => [unique('passage_set_name').on(set.municipalityId, set.name), cites(set, set.coderId, coders)],
)

/** `[start, end)` in code points of the contribution's own text; the whole contribution where both are null. */
export const passageSetEntries = municipalTable(
	'passage_set_entry',
	{
		passageSetId: uuid().notNull(),
		voiceId: uuid().notNull(),
		start: integer(),
		end: integer(),
		position: integer().notNull().default(0),
	},
	(entry) => [
		index('passage_set_entry_by_set').on(entry.municipalityId, entry.passageSetId),
		cites(entry, entry.passageSetId, passageSets, 'cascade'),
		cites(entry, entry.voiceId, voices, 'cascade'),
	],
)

/** What one conversation says about one theme, in the team's words. Never public. */
export const caseSummaries = municipalTable(
	'case_summary',
	{
		conversationId: uuid().notNull(),
		themeId: uuid().notNull(),
		text: text().notNull(),
		/** As with codings: a summary somebody else has changed meanwhile is not written over. */
		version: integer().notNull().default(1),
		coderId: uuid(),
		changedAt: timestamp({ withTimezone: true }).notNull(),
	},
	(summary) => [
		unique('case_summary_place').on(summary.municipalityId, summary.conversationId, summary.themeId),
		cites(summary, summary.conversationId, conversations, 'cascade'),
		cites(summary, summary.themeId, themes, 'cascade'),
		cites(summary, summary.coderId, coders),
	],
)
