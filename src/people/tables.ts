/** Who the municipality is: its places, sectors and roles, the people with an account, and who is who in town. */
import { sql } from 'drizzle-orm'
import {
	bigint,
	boolean,
	check,
	date,
	doublePrecision,
	index,
	integer,
	jsonb,
	pgPolicy,
	pgTable,
	text,
	timestamp,
	unique,
	uuid,
} from 'drizzle-orm/pg-core'
import { cites, currentMunicipality, municipalTable } from '#platform/database/municipal-table.ts'

/** A word in the languages of the interface; German is always there. */
export type Wording = { de: string; en?: string; 'de-leicht'?: string }

/** What a municipality shows of itself: on the cover, in the imprint, in its colours. */
export type MunicipalityProfile = {
	/** Who convenes the listening, as printed: an association, a town hall. */
	convener: string
	/** Postal address, mail and responsible person, as the law wants them in an imprint. */
	address: string[]
	email: string
	responsible: string
	/** Whom people may write to about their data, and who supervises; printed in every privacy notice. */
	dataProtectionOfficer?: string
	supervisoryAuthority?: string
	/** Town colour per scheme, `#rrggbb`; contrast is checked when it is set. */
	townColour?: { light: string; dark: string }
	/** The municipality's own guide for new rounds, where its method has one. */
	guide?: { direction: 'helps' | 'hinders' | 'open'; wording: { de: string; en: string } }[]
}

/** One row per municipality of this installation. Its id is the tenant of every other table. */
export const municipalities = pgTable(
	'municipality',
	{
		id: uuid().primaryKey().defaultRandom(),
		slug: text().notNull().unique(),
		name: text().notNull(),
		/** Amtlicher Gemeindeschlüssel, eight digits; unknown for a fictional municipality. */
		officialKey: text(),
		timeZone: text().notNull().default('Europe/Berlin'),
		languages: text()
			.array()
			.notNull()
			.default(sql`'{de,en}'::text[]`),
		hosts: text()
			.array()
			.notNull()
			.default(sql`'{}'::text[]`),
		/** Invented place, people and voices: every page says so. */
		isFictional: boolean().notNull().default(false),
		/** People a public label stands for at least: 10 unless the municipality asks for more, never under 5. */
		minimumPeople: integer().notNull().default(10),
		profile: jsonb().$type<MunicipalityProfile>().notNull(),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
	},
	(municipality) => [
		pgPolicy('municipality_itself', {
			using: sql`id = ${currentMunicipality}`,
			withCheck: sql`id = ${currentMunicipality}`,
		}),
		check('municipality_slug_is_plain', sql`${municipality.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
		check('municipality_protects_small_groups', sql`${municipality.minimumPeople} >= 5`),
	],
)

/** One row per part of town or village. */
export const districts = municipalTable(
	'district',
	{
		slug: text().notNull(),
		name: text().notNull(),
		/** Inhabitants; 0 means unknown, and unknown never allows a finer label. */
		population: integer().notNull().default(0),
		latitude: doublePrecision(),
		longitude: doublePrecision(),
		position: integer().notNull().default(0),
	},
	(district) => [unique('district_slug').on(district.municipalityId, district.slug)],
)

/** One row per sector heard; the method pack's six unless the municipality changed them. */
export const sectors = municipalTable(
	'sector',
	{
		slug: text().notNull(),
		label: jsonb().$type<Wording>().notNull(),
		position: integer().notNull().default(0),
	},
	(sector) => [unique('sector_slug').on(sector.municipalityId, sector.slug)],
)

/** The role dictionary: labels a voice may carry in public, from fine to coarse, with how many people each stands for. */
export const roles = municipalTable(
	'role',
	{
		slug: text().notNull(),
		label: jsonb().$type<Wording>().notNull(),
		/** The next coarser label; null only at the top. */
		parentId: uuid(),
		sectorId: uuid(),
		/** People in the whole municipality the label stands for; unknown counts as 1. */
		population: integer().notNull().default(1),
		position: integer().notNull().default(0),
	},
	(role) => [
		unique('role_slug').on(role.municipalityId, role.slug),
		cites(role, role.parentId, role),
		cites(role, role.sectorId, sectors),
		check('role_stands_for_someone', sql`${role.population} >= 0`),
	],
)

/** How many people a role stands for inside one district. */
export const rolePopulations = municipalTable(
	'role_population',
	{ roleId: uuid().notNull(), districtId: uuid().notNull(), population: integer().notNull() },
	(row) => [
		unique('role_population_once').on(row.municipalityId, row.roleId, row.districtId),
		cites(row, row.roleId, roles, 'cascade'),
		cites(row, row.districtId, districts, 'cascade'),
	],
)

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

/** Who is who in town: people and bodies that own, promise, help or answer. Contact is never public. */
export const actors = municipalTable(
	'actor',
	{
		slug: text().notNull(),
		kind: text({
			enum: ['person', 'association', 'firm', 'school', 'church', 'office', 'council', 'village-council'],
		}).notNull(),
		/** As it stands in public. */
		name: text().notNull(),
		privateContact: text(),
		createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
	},
	(actor) => [unique('actor_slug').on(actor.municipalityId, actor.slug)],
)

/** The wording people agreed to. Rows are never changed: a new wording is a new version. */
export const consentTexts = municipalTable(
	'consent_text',
	{
		channel: text({ enum: ['record', 'analyse', 'quote', 'quote-with-office', 'contact', 'photo'] }).notNull(),
		version: integer().notNull(),
		wording: jsonb().$type<Wording>().notNull(),
		validFrom: date({ mode: 'string' }).notNull(),
	},
	(consent) => [unique('consent_text_version').on(consent.municipalityId, consent.channel, consent.version)],
)

/** Who did what to which row, in order. Append-only; each row's hash covers the one before. Ids, never contents. */
export const auditEntries = municipalTable(
	'audit_entry',
	{
		sequence: bigint({ mode: 'number' }).notNull(),
		at: timestamp({ withTimezone: true }).notNull(),
		/** Account id, `system`, or `command`. */
		by: text().notNull(),
		act: text().notNull(),
		subject: text().notNull(),
		subjectId: uuid(),
		previousHash: text().notNull(),
		hash: text().notNull(),
	},
	(entry) => [
		unique('audit_sequence').on(entry.municipalityId, entry.sequence),
		index('audit_by_subject').on(entry.municipalityId, entry.subjectId),
		index('audit_by_person').on(entry.municipalityId, entry.by),
	],
)

/** Kinds of names a municipality knows of itself, so that they are found in transcripts. */
export const KNOWN_NAME_KINDS = [
	'street',
	'village',
	'association',
	'firm',
	'school',
	'office-holder',
	'surname',
] as const

/** One row per name of the municipality's own: its streets, villages, associations, firms, office holders. Never public. */
export const knownNames = municipalTable(
	'known_name',
	{ kind: text({ enum: KNOWN_NAME_KINDS }).notNull(), name: text().notNull() },
	(known) => [unique('known_name_once').on(known.municipalityId, known.kind, known.name)],
)

/** How long a kind of data is kept, in days; what is older is removed by the daily job. */
export const retentionRules = municipalTable(
	'retention_rule',
	{ kind: text().notNull(), days: integer().notNull() },
	(rule) => [
		unique('retention_rule_once').on(rule.municipalityId, rule.kind),
		check('retention_rule_keeps_a_day', sql`${rule.days} >= 1`),
	],
)

/** What the daily job removed: how many rows of which kind on which day. No contents. */
export const retentionRuns = municipalTable(
	'retention_run',
	{ kind: text().notNull(), ranOn: date({ mode: 'string' }).notNull(), removed: integer().notNull() },
	(run) => [unique('retention_run_once').on(run.municipalityId, run.kind, run.ranOn)],
)
