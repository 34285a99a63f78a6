/** What people allowed, what they hold in their hands, and what they asked or took back. */
import { boolean, date, index, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { bytea } from '#platform/database/bytea.ts'
import { cites, municipalTable } from '#platform/database/municipal-table.ts'
import { files } from '#platform/tables.ts'
import { accounts } from '#people/account.tables.ts'
import { consentTexts } from '#people/tables.ts'
import { speakers } from './tables.ts'
import { CHANNELS } from './vocabulary.ts'

/** One row per speaker and channel. No row means no consent; withdrawing fills `withdrawnAt` and keeps the row. */
export const consents = municipalTable(
	'consent',
	{
		speakerId: uuid().notNull(),
		channel: text({ enum: CHANNELS }).notNull(),
		given: text({ enum: ['on-paper', 'by-voice', 'on-the-web', 'imported'] }).notNull(),
		consentTextId: uuid(),
		givenOn: date({ mode: 'string' }),
		/** A parent or guardian agreed for somebody under 16. */
		byGuardian: boolean().notNull().default(false),
		/** The signed paper, scanned. */
		scanFileId: uuid(),
		/** Who wrote down a consent given by voice or on paper. */
		notedBy: text().references(() => accounts.id, { onDelete: 'set null' }),
		withdrawnAt: timestamp({ withTimezone: true }),
	},
	(consent) => [
		unique('consent_once').on(consent.municipalityId, consent.speakerId, consent.channel),
		cites(consent, consent.speakerId, speakers, 'cascade'),
		cites(consent, consent.consentTextId, consentTexts),
		cites(consent, consent.scanFileId, files),
	],
)

/**
 * One row per receipt handed out. What it opens is sealed with a key only the code yields, so that nobody can list
 * whose receipt is whose. No time but the ISO week, no address, no code. Design: docs/decisions/0004-receipts.md
 */
export const receipts = municipalTable(
	'receipt',
	{
		/** HMAC of the code under the first pepper, hex. */
		lookup: text().notNull(),
		pepperId: text().notNull(),
		/** AES-256-GCM over the ids of the voices, under the key derived from the code and the second pepper. */
		sealed: bytea().notNull(),
		/** ISO week of issue: `2026-W47`. */
		issuedWeek: text().notNull(),
		revokedAt: timestamp({ withTimezone: true }),
	},
	(receipt) => [unique('receipt_lookup').on(receipt.municipalityId, receipt.lookup)],
)

/** Public submissions already taken, so that a repeated one is the same voice. Holds a keyed hash, nothing else. */
export const submissions = municipalTable(
	'submission',
	{ submissionHash: text().notNull(), submittedWeek: text().notNull() },
	(submission) => [unique('submission_once').on(submission.municipalityId, submission.submissionHash)],
)

/** How to reach somebody who allowed it. Kept apart from what they said, sealed with a key outside the database. */
export const contacts = municipalTable(
	'contact',
	{ speakerId: uuid().notNull(), sealed: bytea().notNull() },
	(contact) => [
		unique('contact_once').on(contact.municipalityId, contact.speakerId),
		cites(contact, contact.speakerId, speakers, 'cascade'),
	],
)

export const TOMBSTONE_KINDS = [...CHANNELS, 'erased', 'restricted'] as const

/** What was withdrawn, so that a restored backup withdraws it again: a keyed hash of the speaker's id, nothing else. */
export const tombstones = municipalTable(
	'tombstone',
	{ hash: text().notNull(), kind: text({ enum: TOMBSTONE_KINDS }).notNull(), week: text().notNull() },
	(tombstone) => [unique('tombstone_once').on(tombstone.municipalityId, tombstone.hash, tombstone.kind)],
)

/** What somebody asked about their own data, by receipt, by mail or in person, and when it was done or declined. */
export const dataRequests = municipalTable(
	'data_request',
	{
		kind: text({ enum: ['access', 'correct', 'restrict', 'release', 'erase', 'withdraw'] }).notNull(),
		via: text({ enum: ['receipt', 'mail', 'in-person'] }).notNull(),
		/** Null once the person is erased, and while nobody knows yet who asked. */
		speakerId: uuid(),
		/** What is wanted, in their words. Never public. */
		wish: text().notNull().default(''),
		/** How to find out who asked, noted by the team; emptied when that is known or the request is closed. Never public. */
		about: text().notNull().default(''),
		receivedOn: date({ mode: 'string' }).notNull(),
		doneOn: date({ mode: 'string' }),
		doneBy: text().references(() => accounts.id, { onDelete: 'set null' }),
		/** Why nothing was done (Art. 12 (4) GDPR); empty for what was done. The person may read it. */
		declinedBecause: text().notNull().default(''),
		/** Why it takes up to two months longer (Art. 12 (3) GDPR); empty while the first month counts. The person may read it. */
		extendedBecause: text().notNull().default(''),
	},
	(request) => [index('data_request_open').on(request.municipalityId, request.doneOn)],
)
