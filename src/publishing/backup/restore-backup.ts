/** Reads a backup into an empty installation: all of it or nothing. */
import { createHash } from 'node:crypto'
import { text as textOf } from 'node:stream/consumers'
import { sql } from 'drizzle-orm'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import {
	enterMunicipality,
	inInstallation,
	type Database,
	type InstallationDatabase,
	type MunicipalityId,
} from '#platform/database/database.ts'
import { findWanted } from '#platform/database/schema-standing.ts'
import { Problem } from '#platform/problem.ts'
import { verifyAuditLog } from '#people/audit-log.ts'
import { MANIFEST, readManifest, type BackupManifest, type BackupPart } from './backup-manifest.ts'
import { findBackupTables, type BackupTable } from './backup-tables.ts'

/** Rows are handed to the database in portions of about this many bytes. */
const PORTION_BYTES = 1024 * 1024

export type RestoreBackup = { path: string; progress?: (done: number, of: number) => void }

/**
 * Restores in one transaction and checks every count, every hash and every audit log. Mails that waited are kept, but not
 * sent: they may have been sent since.
 *
 * @throws {Problem} `backup-unreadable`, `backup-is-newer` than this version of the software, `backup-damaged` with the
 * table, `installation-not-empty`, `municipality-second-embedded`
 */
export async function restoreBackup(
	database: Database,
	{ path, progress = () => {} }: RestoreBackup,
): Promise<BackupManifest> {
	const zip = await openZip(path)
	try {
		const entries = await readDirectory(zip)
		const manifest = await readManifestOf(zip, entries)
		const { newestMigration } = await findWanted()
		if (manifest.schema > newestMigration) throw new Problem('conflict', 'backup-is-newer')
		const [, second] = manifest.municipalities
		if (second && database.engine === 'embedded')
			throw new Problem('conflict', 'municipality-second-embedded', { slug: second.slug })
		const lines = (part: BackupPart) => linesOf(zip, entries.get(part.path), part)
		await inInstallation(database, (db) => restoreRows(db, { manifest, lines, progress }))
		return manifest
	} finally {
		zip.close()
	}
}

type Lines = (part: BackupPart) => AsyncGenerator<string>
type Restoring = { manifest: BackupManifest; lines: Lines; progress: (done: number, of: number) => void }

async function restoreRows(db: InstallationDatabase, { manifest, lines, progress }: Restoring) {
	const { rows } = await db.execute(sql`select from municipality union all select from account limit 1`)
	if (rows.length > 0) throw new Problem('conflict', 'installation-not-empty')
	const tables = await findBackupTables(db)
	const total = [manifest.installation, ...manifest.municipalities.map(({ parts }) => parts)].flat().length
	let done = 0
	const restore = async (parts: BackupPart[]) => {
		for (const [table, part] of inOrder(tables, parts)) {
			await restoreTable(db, table, part, lines(part))
			progress((done += 1), total)
		}
	}
	await restore(manifest.installation)
	for (const { id, parts, audit } of manifest.municipalities) {
		const inside = await enterMunicipality(db, id as MunicipalityId)
		await restore(parts)
		await inside.execute(sql`update outbox_mail set state = 'failed', last_error = 'restored' where state = 'waiting'`)
		const standing = await verifyAuditLog(inside)
		if (standing.entries !== audit.entries || standing.brokenAt !== audit.brokenAt) throw damaged('audit_entry')
	}
}

/** Cited tables first. A table or column this version does not know is none of ours. */
function inOrder(tables: BackupTable[], parts: BackupPart[]): [BackupTable, BackupPart][] {
	const isKnown = ({ table, columns }: BackupPart) => {
		const known = tables.find(({ name }) => name === table)
		return known && columns.every((column) => known.columns.includes(column))
	}
	if (!parts.every(isKnown)) throw new Problem('invalid', 'backup-unreadable')
	return tables.flatMap((table) => {
		const part = parts.find((one) => one.table === table.name)
		return part ? [[table, part] as [BackupTable, BackupPart]] : []
	})
}

async function restoreTable(
	db: InstallationDatabase,
	table: BackupTable,
	part: BackupPart,
	lines: AsyncGenerator<string>,
) {
	const { parentColumn } = table
	if (parentColumn) {
		const rows: string[] = []
		for await (const line of lines) rows.push(line)
		for (const generation of parentsFirst(rows, parentColumn)) await insertLines(db, part, generation)
		return
	}
	let portion: string[] = []
	let bytes = 0
	for await (const line of lines) {
		portion.push(line)
		bytes += line.length
		if (bytes < PORTION_BYTES) continue
		await insertLines(db, part, portion)
		portion = []
		bytes = 0
	}
	await insertLines(db, part, portion)
}

/** Trees (roles, themes) level by level; they are small. */
function* parentsFirst(lines: string[], parentColumn: string): Generator<string[]> {
	let waiting = lines.map((line) => {
		const row = JSON.parse(line) as Record<string, string | null>
		return { line, id: row['id']!, parent: row[parentColumn] }
	})
	while (waiting.length > 0) {
		const ids = new Set(waiting.map(({ id }) => id))
		const ready = waiting.filter(({ parent }) => !parent || !ids.has(parent))
		if (ready.length === 0) throw new Problem('invalid', 'backup-unreadable')
		yield ready.map(({ line }) => line)
		waiting = waiting.filter((row) => !ready.includes(row))
	}
}

async function insertLines(db: InstallationDatabase, { table, columns }: BackupPart, lines: string[]) {
	if (lines.length === 0) return
	const listed = sql.join(
		columns.map((column) => sql.identifier(column)),
		sql`, `,
	)
	const inserting = db.execute(
		sql`insert into ${sql.identifier(table)} (${listed})
			select ${listed} from json_populate_recordset(null::${sql.identifier(table)}, ${`[${lines.join(',')}]`}::json)`,
	)
	await inserting.catch((error: unknown) => {
		const { code } = ((error as { cause?: unknown }).cause ?? {}) as { code?: string }
		throw MADE_NO_SENSE.test(code ?? '') ? damaged(table) : error
	})
}

/** Data exceptions and broken constraints: the lines are not those that were written. */
const MADE_NO_SENSE = /^2[23]/

async function openZip(path: string): Promise<ZipFile> {
	return openPromise(path, { lazyEntries: true, autoClose: false }).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') throw new Problem('not-found', 'file-missing', { name: path })
		throw new Problem('invalid', 'backup-unreadable')
	})
}

async function readDirectory(zip: ZipFile): Promise<Map<string, Entry>> {
	const entries = new Map<string, Entry>()
	try {
		for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
	} catch {
		throw new Problem('invalid', 'backup-unreadable')
	}
	return entries
}

async function readManifestOf(zip: ZipFile, entries: Map<string, Entry>): Promise<BackupManifest> {
	const entry = entries.get(MANIFEST)
	if (!entry) throw new Problem('invalid', 'backup-unreadable')
	const manifest = await zip
		.openReadStreamPromise(entry)
		.then(textOf)
		.catch(() => {
			throw new Problem('invalid', 'backup-unreadable')
		})
	return readManifest(manifest)
}

/** Lines of one entry as they come from the disk. @throws {Problem} `backup-damaged` when they are others than were written */
async function* linesOf(zip: ZipFile, entry: Entry | undefined, part: BackupPart): AsyncGenerator<string> {
	if (!entry) throw damaged(part.table)
	const hash = createHash('sha256')
	let rows = 0
	for await (const line of splitLines(chunksOf(zip, entry, part), (chunk) => hash.update(chunk))) {
		rows += 1
		yield line
	}
	if (rows !== part.rows || hash.digest('hex') !== part.sha256) throw damaged(part.table)
}

async function* chunksOf(zip: ZipFile, entry: Entry, part: BackupPart): AsyncGenerator<Buffer> {
	try {
		for await (const chunk of await zip.openReadStreamPromise(entry)) yield chunk as Buffer
	} catch {
		throw damaged(part.table)
	}
}

async function* splitLines(chunks: AsyncGenerator<Buffer>, seen: (chunk: Buffer) => void): AsyncGenerator<string> {
	const decoder = new TextDecoder()
	let rest: string[] = []
	for await (const chunk of chunks) {
		seen(chunk)
		const [first, ...others] = decoder.decode(chunk, { stream: true }).split('\n')
		rest.push(first!)
		if (others.length === 0) continue
		yield rest.join('')
		yield* others.slice(0, -1)
		rest = [others.at(-1)!]
	}
	if (rest.join('') !== '') yield rest.join('')
}

function damaged(table: string) {
	return new Problem('invalid', 'backup-damaged', { table })
}
