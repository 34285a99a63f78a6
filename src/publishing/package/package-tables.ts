/**
 * What a package carries: every table of a municipality, in an order in which each row's citations are already there.
 * A test compares this list with the schema, so a new table cannot be forgotten.
 */
import { getTableColumns, type Table } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import * as platform from '#platform/tables.ts'
import * as account from '#people/account.tables.ts'
import * as people from '#people/tables.ts'
import * as consent from '#listening/consent.tables.ts'
import * as names from '#listening/names.tables.ts'
import * as listening from '#listening/tables.ts'
import * as agreeing from '#understanding/agreeing.tables.ts'
import * as suggesting from '#understanding/suggesting.tables.ts'
import * as understanding from '#understanding/tables.ts'
import * as weighing from '#understanding/weighing.tables.ts'
import * as focusing from '#focusing/tables.ts'
import * as acting from '#acting/tables.ts'
import * as answering from '#answering/tables.ts'
import * as publishing from '#publishing/tables.ts'

/** Tables by the names they have in `gehoert.json`; the order is the order of insertion. */
export const PACKAGE_TABLES = {
	files: platform.files,
	districts: people.districts,
	sectors: people.sectors,
	roles: people.roles,
	rolePopulations: people.rolePopulations,
	memberships: account.memberships,
	actors: people.actors,
	consentTexts: people.consentTexts,
	auditEntries: people.auditEntries,
	knownNames: people.knownNames,
	retentionRules: people.retentionRules,
	retentionRuns: people.retentionRuns,
	rounds: listening.rounds,
	guideQuestions: listening.guideQuestions,
	conversations: listening.conversations,
	speakers: listening.speakers,
	consents: consent.consents,
	sources: listening.sources,
	transcripts: listening.transcripts,
	voices: listening.voices,
	turns: listening.turns,
	receipts: consent.receipts,
	submissions: consent.submissions,
	contacts: consent.contacts,
	sealedOriginals: names.sealedOriginals,
	pseudonyms: names.pseudonyms,
	nameFindings: names.nameFindings,
	tombstones: consent.tombstones,
	dataRequests: consent.dataRequests,
	themes: understanding.themes,
	coders: understanding.coders,
	codings: understanding.codings,
	memos: understanding.memos,
	themeChanges: understanding.themeChanges,
	codingDeeds: understanding.codingDeeds,
	passageSets: understanding.passageSets,
	passageSetEntries: understanding.passageSetEntries,
	caseSummaries: understanding.caseSummaries,
	suggestingSettings: suggesting.suggestingSettings,
	agreementSamples: agreeing.agreementSamples,
	agreementUnits: agreeing.agreementUnits,
	agreementCoders: agreeing.agreementCoders,
	agreementCodings: agreeing.agreementCodings,
	agreementVerdicts: agreeing.agreementVerdicts,
	focusChoices: focusing.focusChoices,
	focusThemes: focusing.focusThemes,
	focusThemeThemes: focusing.focusThemeThemes,
	focusThemeCodings: focusing.focusThemeCodings,
	dossierParts: focusing.dossierParts,
	paragraphs: focusing.paragraphs,
	paragraphEvidence: focusing.paragraphEvidence,
	quotes: focusing.quotes,
	conditions: focusing.conditions,
	fieldsOfAction: focusing.fieldsOfAction,
	perspectives: focusing.perspectives,
	perspectivePoints: focusing.perspectivePoints,
	pointEvidence: focusing.pointEvidence,
	initiatives: acting.initiatives,
	initiativePartners: acting.initiativePartners,
	initiativeFields: acting.initiativeFields,
	initiativeStates: acting.initiativeStates,
	commitments: acting.commitments,
	answers: answering.answers,
	editions: publishing.editions,
	editionQuotes: publishing.editionQuotes,
	artefacts: publishing.artefacts,
	reportTexts: publishing.reportTexts,
} satisfies Record<string, PgTable>

export type PackageTableName = keyof typeof PACKAGE_TABLES

export const PACKAGE_TABLE_NAMES = Object.keys(PACKAGE_TABLES) as PackageTableName[]

/** Municipal tables that stay behind: passing traffic of this installation. */
export const LEFT_BEHIND = [
	platform.outboxMails,
	platform.announcements,
	account.invitations,
	// The machine learns and proposes again wherever it is asked.
	suggesting.suggestionModels,
	suggesting.suggestions,
	// Counted anew from the codings.
	weighing.codingTallies,
	weighing.talliedThemes,
]

/** A row as a use case would insert it; the municipality is understood. */
export type PackageRow<Name extends PackageTableName> = Omit<
	(typeof PACKAGE_TABLES)[Name]['$inferInsert'],
	'municipalityId'
>

/** The columns of a table that travel: all but the municipality, generated ones, what search makes again, and the bytes of files. */
export function travellingColumns(table: Table): Record<string, AnyPgColumn> {
	const columns = Object.entries(getTableColumns(table)) as [string, AnyPgColumn][]
	return Object.fromEntries(
		columns.filter(
			([name, column]) =>
				name !== 'municipalityId' &&
				!column.generated &&
				column.getSQLType() !== 'tsvector' &&
				!(table === platform.files && name === 'bytes'),
		),
	)
}
