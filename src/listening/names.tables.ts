/** What the names desk keeps: places that may give somebody away, what stands there instead, and the sealed originals. */
import { sql } from 'drizzle-orm'
import { check, integer, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { bytea } from '#platform/database/bytea.ts'
import { cites, municipalTable } from '#platform/database/municipal-table.ts'
import { accounts } from '#people/account.tables.ts'
import { conversations, transcripts } from './tables.ts'

/**
 * A conversation as it was before names were replaced: text, turns and the file it came from, sealed with a key outside
 * the database. Deleted on its own, while the pseudonymised words stay.
 */
export const sealedOriginals = municipalTable(
	'sealed_original',
	{
		conversationId: uuid().notNull(),
		/** The transcript version it was. */
		version: integer().notNull(),
		sealed: bytea().notNull(),
		sealedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
	},
	(original) => [
		unique('sealed_original_version').on(original.municipalityId, original.conversationId, original.version),
		cites(original, original.conversationId, conversations, 'cascade'),
	],
)

/** What stands for a name throughout one conversation: `[Verein 1]`. The name itself is sealed. */
export const pseudonyms = municipalTable(
	'pseudonym',
	{
		conversationId: uuid().notNull(),
		kind: text().notNull(),
		replacement: text().notNull(),
		sealedName: bytea().notNull(),
	},
	(pseudonym) => [
		unique('pseudonym_once').on(pseudonym.municipalityId, pseudonym.conversationId, pseudonym.replacement),
		cites(pseudonym, pseudonym.conversationId, conversations, 'cascade'),
	],
)

/** How sure the machine was; `by-hand` was marked by a person. */
export const CERTAINTIES = ['certain', 'likely', 'cue', 'by-hand'] as const

/** A place in a transcript that may give somebody away, `[start, end)` in code points, and what a person decided. */
export const nameFindings = municipalTable(
	'name_finding',
	{
		transcriptId: uuid().notNull(),
		start: integer().notNull(),
		end: integer().notNull(),
		kind: text().notNull(),
		/** The name without its case ending: findings of the same kind and name are about the same. */
		name: text().notNull().default(''),
		/** What shall stand there, case ending included: suggested, until somebody decides. */
		replacement: text().notNull().default(''),
		certainty: text({ enum: CERTAINTIES }).notNull().default('likely'),
		state: text({ enum: ['open', 'replaced', 'kept'] })
			.notNull()
			.default('open'),
		decidedBy: text().references(() => accounts.id, { onDelete: 'set null' }),
		decidedAt: timestamp({ withTimezone: true }),
	},
	(finding) => [
		unique('name_finding_place').on(finding.municipalityId, finding.transcriptId, finding.start, finding.end),
		cites(finding, finding.transcriptId, transcripts, 'cascade'),
		check('name_finding_is_a_range', sql`${finding.start} >= 0 and ${finding.end} > ${finding.start}`),
	],
)
