/** Who can sign in, with what, and for which municipality they work. */
import { boolean, index, integer, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core'
import { municipalTable } from '#platform/database/municipal-table.ts'

/** One row per person who can sign in, whatever municipalities they work for. */
export const accounts = pgTable('account', {
	id: text().primaryKey(),
	name: text().notNull(),
	email: text().notNull().unique(),
	/** Whoever reads the mails of this address has shown so; a link handed over by somebody else does not count. */
	emailVerified: boolean().notNull().default(false),
	image: text(),
	/** Asks for a second factor after the first. */
	twoFactorEnabled: boolean().notNull().default(false),
	createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
	updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})

/** One row per signed-in browser: nothing of where it is or what it is. */
export const sessions = pgTable('session', {
	id: text().primaryKey(),
	userId: text()
		.notNull()
		.references(() => accounts.id, { onDelete: 'cascade' }),
	/** SHA-256 of the token in the cookie, base64url: this table opens no session. */
	token: text().notNull().unique(),
	expiresAt: timestamp({ withTimezone: true }).notNull(),
	/** Never filled. */
	ipAddress: text(),
	userAgent: text(),
	createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
	updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})

/** A password, as its hash. */
export const credentials = pgTable('credential', {
	id: text().primaryKey(),
	userId: text()
		.notNull()
		.references(() => accounts.id, { onDelete: 'cascade' }),
	accountId: text().notNull(),
	providerId: text().notNull(),
	accessToken: text(),
	refreshToken: text(),
	idToken: text(),
	accessTokenExpiresAt: timestamp({ withTimezone: true }),
	refreshTokenExpiresAt: timestamp({ withTimezone: true }),
	scope: text(),
	password: text(),
	createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
	updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})

/** One row per token given out and not yet used; `identifier` is its purpose and its hash. */
export const verifications = pgTable('verification', {
	id: text().primaryKey(),
	identifier: text().notNull(),
	value: text().notNull(),
	expiresAt: timestamp({ withTimezone: true }).notNull(),
	createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
	updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})

/** A second factor: the sealed secret of an authenticator app, and keyed hashes of the recovery codes not yet used. */
export const twoFactors = pgTable(
	'two_factor',
	{
		id: text().primaryKey(),
		userId: text()
			.notNull()
			.references(() => accounts.id, { onDelete: 'cascade' }),
		secret: text().notNull(),
		backupCodes: text().notNull(),
		verified: boolean().notNull().default(false),
		failedVerificationCount: integer().notNull().default(0),
		lockedUntil: timestamp({ withTimezone: true }),
		/** Half-minute (since 1970) of the last code that was accepted: no code works twice. */
		lastStep: integer(),
	},
	(factor) => [index('two_factor_by_account').on(factor.userId)],
)

/** A passkey: the public half of a key that lives on somebody's device. */
export const passkeys = pgTable(
	'passkey',
	{
		id: text().primaryKey(),
		name: text(),
		publicKey: text().notNull(),
		userId: text()
			.notNull()
			.references(() => accounts.id, { onDelete: 'cascade' }),
		credentialID: text('credential_id').notNull(),
		counter: integer().notNull(),
		deviceType: text().notNull(),
		backedUp: boolean().notNull(),
		transports: text(),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
		aaguid: text(),
	},
	(passkey) => [unique('passkey_credential').on(passkey.credentialID), index('passkey_by_account').on(passkey.userId)],
)

/** Somebody asked to join the team, by mail or by a printed code that works once. */
export const invitations = municipalTable(
	'invitation',
	{
		/** SHA-256 of the code, hex; the code itself is on paper or in the mail only. */
		codeHash: text().notNull(),
		name: text().notNull(),
		/** Empty for a printed code: whoever holds it enters their own. */
		email: text(),
		part: text({ enum: ['steward', 'analyst', 'moderator', 'editor', 'partner'] }).notNull(),
		invitedBy: text().references(() => accounts.id, { onDelete: 'set null' }),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
		expiresAt: timestamp({ withTimezone: true }).notNull(),
		usedAt: timestamp({ withTimezone: true }),
	},
	(invitation) => [unique('invitation_code').on(invitation.municipalityId, invitation.codeHash)],
)

/** What an account may do in this municipality. */
export const memberships = municipalTable(
	'membership',
	{
		accountId: text()
			.notNull()
			.references(() => accounts.id, { onDelete: 'cascade' }),
		part: text({ enum: ['steward', 'analyst', 'moderator', 'editor', 'partner'] }).notNull(),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
	},
	(membership) => [unique('membership_once').on(membership.municipalityId, membership.accountId)],
)
