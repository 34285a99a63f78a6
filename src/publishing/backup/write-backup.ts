/** Writes the whole installation into one file: every row of every municipality, and the team's accounts. No secrets. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { asc, sql, type SQL } from 'drizzle-orm'
import { ZipFile } from 'yazl'
import {
	enterMunicipality,
	inInstallation,
	inMunicipality,
	type Database,
	type InstallationDatabase,
	type MunicipalityId,
} from '#platform/database/database.ts'
import { findWanted } from '#platform/database/schema-standing.ts'
import { appendAudit, verifyAuditLog } from '#people/audit-log.ts'
import { municipalities } from '#people/tables.ts'
import { BACKUP_FORMAT, MANIFEST, type BackupManifest, type BackupPart } from './backup-manifest.ts'
import { findBackupTables, type BackupTable } from './backup-tables.ts'

/** Rows read at a time; a row with bytes may be 32 MB large. */
const ROWS = 2000
const ROWS_WITH_BYTES = 2

const NO_TIME = new Date(Date.UTC(2000, 0, 1))

export type WriteBackup = { path: string; by: string; at: Date; progress?: (done: number, of: number) => void }

/**
 * Writes to `path`; a file that was there is replaced only when the new one is complete and on the disk. All of it is of
 * one moment, whatever is written meanwhile, and rows pass through one handful at a time.
 */
export async function writeBackup(
	database: Database,
	{ path, by, at, progress = () => {} }: WriteBackup,
): Promise<BackupManifest> {
	for (const { id } of await findTowns(database))
		await inMunicipality(database, id, (db) =>
			appendAudit(db, { by, act: 'backup-written', subject: 'installation', at }),
		)
	const { newestMigration: schema } = await findWanted()
	const partial = `${path}.partial`
	const manifest: BackupManifest = {
		format: BACKUP_FORMAT,
		schema,
		writtenAt: at.toISOString(),
		installation: [],
		municipalities: [],
	}
	try {
		await inInstallation(database, async (db) => {
			await db.execute(sql`set transaction isolation level repeatable read, read only`)
			await db.execute(sql`set local timezone to 'UTC'`)
			await writeZip(db, { manifest, path: partial, progress })
		})
		await syncFile(partial)
		await rename(partial, path)
	} catch (error) {
		await rm(partial, { force: true })
		throw error
	}
	return manifest
}

type Town = { id: MunicipalityId; slug: string }

async function findTowns(database: Database): Promise<Town[]> {
	return inInstallation(database, townsOf)
}

async function townsOf(db: InstallationDatabase): Promise<Town[]> {
	const rows = await db
		.select({ id: municipalities.id, slug: municipalities.slug })
		.from(municipalities)
		.orderBy(asc(municipalities.slug))
	return rows as Town[]
}

type WriteZip = { manifest: BackupManifest; path: string; progress: (done: number, of: number) => void }

/** The zip asks for one entry after the other, so that only one cursor is open at a time. */
async function writeZip(db: InstallationDatabase, { manifest, path, progress }: WriteZip) {
	const tables = await findBackupTables(db)
	const towns = await townsOf(db)
	const zip = new ZipFile()
	// A failed query must fail the file: otherwise the zip would wait for the rest for ever.
	zip.on('error', (error: Error) => (zip.outputStream as Readable).destroy(error))
	const total = tables.length * Math.max(1, towns.length)
	let done = 0
	const add = (table: BackupTable, path: string, begin: () => Promise<void>, parts: BackupPart[]) => {
		const part: BackupPart = { path, table: table.name, columns: table.columns, rows: 0, sha256: '' }
		parts.push(part)
		addStream(zip, path, async function* () {
			await begin()
			yield* linesOf(db, table, part)
			progress((done += 1), total)
		})
	}
	for (const table of tables.filter(({ isMunicipal }) => !isMunicipal))
		add(table, `installation/${table.name}.jsonl`, async () => {}, manifest.installation)
	for (const { id, slug } of towns) {
		const parts: BackupPart[] = []
		const audit = { entries: 0, brokenAt: null as number | null }
		manifest.municipalities.push({ id, slug, parts, audit })
		const enter = async () => {
			await enterMunicipality(db, id)
		}
		for (const table of tables.filter(({ isMunicipal }) => isMunicipal))
			add(table, `municipalities/${id}/${table.name}.jsonl`, enter, parts)
		addStream(zip, `municipalities/${id}/checked`, async function* () {
			Object.assign(audit, await verifyAuditLog(await enterMunicipality(db, id)))
			yield Buffer.from(`${audit.brokenAt === null}\n`)
		})
	}
	addStream(zip, MANIFEST, async function* () {
		yield Buffer.from(`${JSON.stringify(manifest, null, '\t')}\n`)
	})
	zip.end()
	await pipeline(zip.outputStream, createWriteStream(path, { mode: 0o600 }))
}

function addStream(zip: ZipFile, path: string, chunks: () => AsyncGenerator<Buffer>) {
	zip.addReadStreamLazy(path, { mtime: NO_TIME, compressionLevel: 3 }, (ready) => {
		ready(null as never, Readable.from(chunks()))
	})
}

/** The rows of one table as lines of JSON, ordered by random ids: their order tells nothing. Fills in `part`. */
async function* linesOf(db: InstallationDatabase, table: BackupTable, part: BackupPart): AsyncGenerator<Buffer> {
	const hash = createHash('sha256')
	await db.execute(sql`declare backup_rows no scroll cursor for ${rowsOf(table)}`)
	for (;;) {
		const { rows } = await db.execute<{ line: string }>(
			sql.raw(`fetch ${table.hasBytes ? ROWS_WITH_BYTES : ROWS} from backup_rows`),
		)
		if (rows.length === 0) break
		const chunk = Buffer.from(rows.map(({ line }) => `${line}\n`).join(''))
		hash.update(chunk)
		part.rows += rows.length
		yield chunk
	}
	await db.execute(sql`close backup_rows`)
	part.sha256 = hash.digest('hex')
}

function rowsOf({ name, columns, isMunicipal }: BackupTable): SQL {
	const listed = sql.join(
		columns.map((column) => sql.identifier(column)),
		sql`, `,
	)
	// The embedded database's user sees past row-level security: the municipality is asked for by name.
	const own = isMunicipal ? sql`where municipality_id = current_setting('gehoert.municipality')::uuid` : sql``
	const unsent = name === 'outbox_mail' ? sql`and state <> 'sent'` : sql``
	return sql`select row_to_json(saved_row)::text as line
		from (select ${listed} from ${sql.identifier(name)} ${own} ${unsent} order by ${sql.identifier(columns.includes('id') ? 'id' : columns[0]!)}) as saved_row`
}

async function syncFile(path: string) {
	const file = await open(path, 'r+')
	await file.sync()
	await file.close()
}
