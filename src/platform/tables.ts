/** What the machinery itself keeps for a municipality: files, mails to send, and what was announced between stages. */
import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { bytea } from './database/bytea.ts'
import { municipalTable } from './database/municipal-table.ts'

/** One row per stored file, bytes included: what is in the database is in every backup. Rows are never changed. */
export const files = municipalTable(
	'file',
	{
		name: text().notNull(),
		mediaType: text().notNull(),
		bytes: bytea().notNull(),
		byteLength: integer().notNull(),
		/** SHA-256 in lower-case hex. */
		sha256: text().notNull(),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
	},
	(file) => [index('file_by_sha256').on(file.municipalityId, file.sha256)],
)

/** One row per mail; written with the change that causes it, sent afterwards. One recipient each. */
export const outboxMails = municipalTable(
	'outbox_mail',
	{
		recipient: text().notNull(),
		subject: text().notNull(),
		plainText: text().notNull(),
		html: text().notNull(),
		state: text({ enum: ['waiting', 'sent', 'failed'] })
			.notNull()
			.default('waiting'),
		attempts: integer().notNull().default(0),
		/** What the mail server said last, without the recipient. */
		lastError: text(),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
		sentAt: timestamp({ withTimezone: true }),
	},
	(mail) => [
		index('outbox_mail_waiting').on(mail.municipalityId, mail.state),
		check('outbox_mail_sent_has_time', sql`(${mail.state} = 'sent') = (${mail.sentAt} is not null)`),
	],
)

/** One row per thing one stage told the later ones; written in the transaction of the change. Ids only, no contents. */
export const announcements = municipalTable(
	'announcement',
	{
		kind: text().notNull(),
		about: jsonb().$type<Record<string, unknown>>().notNull(),
		announcedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
	},
	(announcement) => [index('announcement_by_time').on(announcement.municipalityId, announcement.announcedAt)],
)

/** Facts about the installation as a whole, such as the number of the schema. Not a municipality's. */
export const installationFacts = pgTable(
	'installation_fact',
	{
		id: uuid().primaryKey().defaultRandom(),
		name: text().notNull(),
		value: text().notNull(),
	},
	(fact) => [unique('installation_fact_name').on(fact.name)],
)
