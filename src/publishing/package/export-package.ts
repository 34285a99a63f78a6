/** Writes everything a municipality owns into one `.gehoert` file: a zip of `gehoert.json` and `sources/`. */
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { asc, eq, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { ZipFile } from 'yazl'
import {
	inInstallation,
	inMunicipality,
	type Database,
	type MunicipalityDatabase,
	type MunicipalityId,
} from '#platform/database/database.ts'
import { files } from '#platform/tables.ts'
import { accounts, memberships } from '#people/account.tables.ts'
import { municipalities } from '#people/tables.ts'
import { PACKAGE_FORMAT, type PackageContent } from './package-content.ts'
import { PACKAGE_TABLES, PACKAGE_TABLE_NAMES, travellingColumns } from './package-tables.ts'

/** Zip entries carry this time, so that the same content gives the same file. */
const NO_TIME = new Date(Date.UTC(2000, 0, 1))

/**
 * Writes the package to `path`; a file that was there is replaced only when the new one is complete.
 * The whole package is of one moment, whatever is written meanwhile.
 */
export async function exportPackage(database: Database, municipalityId: MunicipalityId, path: string) {
	const team = await findTeamAccounts(database, municipalityId)
	const partial = `${path}.partial`
	try {
		await inMunicipality(database, municipalityId, async (db) => {
			await db.execute(sql`set transaction isolation level repeatable read`)
			const content = await readPackageContent(db, municipalityId, team)
			await writeZip(db, content, partial)
		})
		await rename(partial, path)
	} catch (error) {
		await rm(partial, { force: true })
		throw error
	}
}

/** Everything but the bytes of files, rows ordered by id: the same municipality gives the same content. */
export async function readPackageContent(
	db: MunicipalityDatabase,
	municipalityId: MunicipalityId,
	team: PackageContent['accounts'],
): Promise<PackageContent> {
	const [municipality] = await db.select().from(municipalities).where(eq(municipalities.id, municipalityId))
	if (!municipality) throw new Error('readPackageContent: the transaction sees no municipality')
	const rows: PackageContent['rows'] = {}
	for (const name of PACKAGE_TABLE_NAMES) {
		const columns = travellingColumns(PACKAGE_TABLES[name])
		const found = await db
			.select(columns)
			.from(PACKAGE_TABLES[name] as PgTable)
			.orderBy(asc(columns['id']!))
		if (found.length > 0) rows[name] = found.map(toJsonRow)
	}
	return {
		format: PACKAGE_FORMAT,
		municipality: toJsonRow(municipality) as PackageContent['municipality'],
		accounts: team,
		rows,
	}
}

/** Mail addresses are outside the sight of a municipality's transaction, so they are read on their own. */
export function findTeamAccounts(
	database: Database,
	municipalityId: MunicipalityId,
): Promise<PackageContent['accounts']> {
	return inInstallation(database, (db) =>
		db
			.select({ id: accounts.id, name: accounts.name, email: accounts.email })
			.from(accounts)
			.innerJoin(memberships, eq(memberships.accountId, accounts.id))
			.where(eq(memberships.municipalityId, municipalityId))
			.orderBy(asc(accounts.id)),
	)
}

async function writeZip(db: MunicipalityDatabase, content: PackageContent, path: string) {
	const zip = new ZipFile()
	const written = pipeline(zip.outputStream, createWriteStream(path))
	zip.addBuffer(Buffer.from(`${JSON.stringify(content, null, '\t')}\n`), 'gehoert.json', { mtime: NO_TIME })
	const hashes = new Set((content.rows.files ?? []).map((file) => String(file['sha256'])))
	for (const sha256 of [...hashes].toSorted()) {
		const [file] = await db.select({ bytes: files.bytes }).from(files).where(eq(files.sha256, sha256)).limit(1)
		zip.addBuffer(Buffer.from(file!.bytes), `sources/${sha256}`, { mtime: NO_TIME })
	}
	zip.end()
	await written
}

function toJsonRow(row: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toJsonValue(value)]))
}

function toJsonValue(value: unknown): unknown {
	if (value instanceof Date) return value.toISOString()
	return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value
}
