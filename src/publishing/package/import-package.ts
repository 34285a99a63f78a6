/** Reads a package into an installation: the same municipality with the same ids, or nothing at all. */
import { createHash } from 'node:crypto'
import { eq, inArray, or } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import {
	enterMunicipality,
	inInstallation,
	type Database,
	type InstallationDatabase,
	type MunicipalityDatabase,
	type MunicipalityId,
} from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { RESERVED_SLUGS } from '#people/slugs.rules.ts'
import { accounts } from '#people/account.tables.ts'
import { municipalities } from '#people/tables.ts'
import type { PackageContent } from './package-content.ts'
import { PACKAGE_TABLES, PACKAGE_TABLE_NAMES, travellingColumns } from './package-tables.ts'

/** Bytes of the files a package carries, by SHA-256. */
export type PackageSources = ReadonlyMap<string, Uint8Array>

/** PostgreSQL takes 65,535 parameters a statement. */
const PARAMETERS_PER_STATEMENT = 20_000

/**
 * Brings in a whole municipality in one transaction.
 *
 * @throws {Problem} `municipality-already-here` when its id or slug is taken, `municipality-second-embedded` when the
 * embedded database already holds another one, `package-source-missing` when the bytes of a file are not there or are
 * others than their hash says, `package-cites-nothing` when a row cites one that is not in the package
 */
export async function importPackage(
	database: Database,
	content: PackageContent,
	sources: PackageSources,
	progress: (done: number, of: number) => void = () => {},
): Promise<MunicipalityId> {
	checkSources(content, sources)
	return inInstallation(database, async (db) => {
		await refuseTaken(database, db, content.municipality)
		await db
			.insert(municipalities)
			.values(fromJsonRow(municipalities, content.municipality) as typeof municipalities.$inferInsert)
		const accountIds = await bringAccounts(db, content.accounts)
		const inside = await enterMunicipality(db, content.municipality.id as MunicipalityId)
		const total = PACKAGE_TABLE_NAMES.reduce((sum, name) => sum + (content.rows[name]?.length ?? 0), 0)
		let done = 0
		for (const name of PACKAGE_TABLE_NAMES) {
			const rows = (content.rows[name] ?? []).map((row) => withOwnAccounts(row, accountIds))
			await insertRows(inside, PACKAGE_TABLES[name], rows, sources)
			done += rows.length
			progress(done, total)
		}
		return content.municipality.id as MunicipalityId
	}).catch((error: unknown) => {
		const { code, table } = ((error as { cause?: unknown }).cause ?? {}) as { code?: string; table?: string }
		if (code === '23503') throw new Problem('invalid', 'package-cites-nothing', { table: table ?? '' })
		throw error
	})
}

function checkSources(content: PackageContent, sources: PackageSources) {
	for (const file of content.rows.files ?? []) {
		const sha256 = String(file['sha256'])
		const bytes = sources.get(sha256)
		const isWhole = bytes && createHash('sha256').update(bytes).digest('hex') === sha256
		if (!isWhole) throw new Problem('invalid', 'package-source-missing', { sha256: sha256.slice(0, 12) })
	}
}

async function refuseTaken(database: Database, db: InstallationDatabase, { id, slug }: PackageContent['municipality']) {
	if (RESERVED_SLUGS.includes(slug)) throw new Problem('invalid', 'slug-reserved', { slug })
	const [taken] = await db
		.select({ slug: municipalities.slug })
		.from(municipalities)
		.where(or(eq(municipalities.id, id), eq(municipalities.slug, slug)))
	if (taken) throw new Problem('conflict', 'municipality-already-here', { slug })
	if (database.engine === 'postgres') return
	const [other] = await db.select({ slug: municipalities.slug }).from(municipalities).limit(1)
	if (other) throw new Problem('conflict', 'municipality-second-embedded', { slug: other.slug })
}

/** An account of the same mail address is the same person: their own id stays and the rows are made to name it. */
async function bringAccounts(
	db: InstallationDatabase,
	brought: PackageContent['accounts'],
): Promise<Map<string, string>> {
	if (brought.length === 0) return new Map()
	const emails = brought.map(({ email }) => email)
	const known = await db
		.select({ id: accounts.id, email: accounts.email })
		.from(accounts)
		.where(inArray(accounts.email, emails))
	const idByEmail = new Map(known.map(({ id, email }) => [email, id]))
	const missing = brought.filter(({ email }) => !idByEmail.has(email))
	if (missing.length > 0) await db.insert(accounts).values(missing)
	return new Map(brought.map(({ id, email }) => [id, idByEmail.get(email) ?? id]))
}

/** Columns that name an account; an account the package does not bring is left out. */
const ACCOUNT_COLUMNS = [
	'accountId',
	'writtenBy',
	'clearedBy',
	'byAccountId',
	'publishedBy',
	'notedBy',
	'specialConfirmedBy',
]

function withOwnAccounts(row: Record<string, unknown>, accountIds: Map<string, string>): Record<string, unknown> {
	const named = ACCOUNT_COLUMNS.filter((column) => typeof row[column] === 'string')
	if (named.length === 0) return row
	return { ...row, ...Object.fromEntries(named.map((column) => [column, accountIds.get(String(row[column])) ?? null])) }
}

async function insertRows(
	db: MunicipalityDatabase,
	table: PgTable,
	rows: Record<string, unknown>[],
	sources: PackageSources,
) {
	const chunk = Math.floor(PARAMETERS_PER_STATEMENT / (Object.keys(travellingColumns(table)).length + 2))
	const ready = parentsFirst(rows).map((row) => fromJsonRow(table, row, sources))
	for (let at = 0; at < ready.length; at += chunk) await db.insert(table).values(ready.slice(at, at + chunk))
}

/** Rows of a tree (roles, themes) after the rows they hang from. */
function parentsFirst(rows: Record<string, unknown>[]): Record<string, unknown>[] {
	if (!rows.some((row) => row['parentId'])) return rows
	const parentOf = new Map(rows.map((row) => [row['id'], row['parentId']]))
	const depthOf = (id: unknown, steps = 0): number =>
		!parentOf.get(id) || steps > 100 ? steps : depthOf(parentOf.get(id), steps + 1)
	return rows.toSorted((one, other) => depthOf(one['id']) - depthOf(other['id']))
}

function fromJsonRow(table: PgTable, row: Record<string, unknown>, sources?: PackageSources): Record<string, unknown> {
	const columns = travellingColumns(table)
	const values = Object.entries(columns).map(([name, column]) => [name, fromJsonValue(column, row[name])])
	const bytes = table === PACKAGE_TABLES.files ? sources?.get(String(row['sha256'])) : undefined
	return { ...Object.fromEntries(values), ...(bytes && { bytes: Buffer.from(bytes) }) }
}

function fromJsonValue(column: AnyPgColumn, value: unknown): unknown {
	if (value === undefined || value === null) return value
	const sqlType = column.getSQLType()
	if (sqlType.startsWith('timestamp')) return new Date(String(value))
	return sqlType === 'bytea' ? Buffer.from(String(value), 'base64') : value
}
