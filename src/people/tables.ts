/** Who the municipality is: its places, sectors and roles, who is who in town, what people agree to, and what was done. */
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
import { CONSENT_CHANNELS } from '#method/consent-texts.ts'
import type { TownFormat } from '#method/formats.ts'

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
	/** The ways of listening it uses and what it calls them, where its method says so. */
	formats?: TownFormat[]
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
		channel: text({ enum: CONSENT_CHANNELS }).notNull(),
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
