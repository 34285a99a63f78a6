/** A backup brings everything back but what somebody has taken back since, and opens nothing without the keys. */
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { inInstallation, inMunicipality, runStatement, type Database } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { openSecrets, type Secrets } from '#platform/secrets.ts'
import { files, outboxMails } from '#platform/tables.ts'
import * as platform from '#platform/tables.ts'
import { keepWithdrawalLog } from '#platform/withdrawal-log.ts'
import { appendAudit, verifyAuditLog } from '#people/audit-log.ts'
import { findMunicipality } from '#people/find-municipality.ts'
import { accounts, credentials, sessions } from '#people/account.tables.ts'
import * as account from '#people/account.tables.ts'
import * as people from '#people/tables.ts'
import { randomReceiptCode, receiptLookupOf, sealIds } from '#protecting/receipt-cryptography.ts'
import { findReceipt } from '#listening/find-receipt.ts'
import { receipts } from '#listening/consent.tables.ts'
import { withdrawConsent } from '#listening/withdraw-consent.ts'
import { findLiveEdition } from '../find-edition.ts'
import { findNews } from '../find-news.ts'
import { printReport } from '../print-report.ts'
import { publishedTown, type PublishedTown } from '../sample.ts'
import { searchPublic } from '../search-public.ts'
import { withdrawAgain } from '../withdraw-again.ts'
import { MANIFEST } from './backup-manifest.ts'
import { findBackupTables, LEFT_OUT, type BackupTable } from './backup-tables.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

await import('#listening/reactions.ts')
await import('#focusing/reactions.ts')
await import('../reactions.ts')

const AT = new Date('2026-11-22T10:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'gehoert-backup-'))
after(() => rmSync(folder, { recursive: true }))
const secretsFile = join(folder, 'secrets.json')
keepWithdrawalLog({ withdrawalsFile: join(folder, 'withdrawals.log'), secretsFile })
const secrets = openSecrets(secretsFile)

/** Quellheim with a team, a receipt, a mail that waits and one that was sent, a file. */
async function livedIn(database: Database): Promise<PublishedTown & { code: ReturnType<typeof randomReceiptCode> }> {
	const town = await publishedTown(database)
	await inInstallation(database, async (db) => {
		await db.insert(accounts).values({ id: 'ada', name: 'Ada', email: 'ada@quellheim.example' })
		await db
			.insert(credentials)
			.values({ id: 'c', userId: 'ada', accountId: 'ada', providerId: 'credential', password: 'hash' })
		const soon = new Date(AT.getTime() + 1000)
		await db.insert(sessions).values({ id: 's', userId: 'ada', token: 'SESSIONTOKEN', expiresAt: soon })
	})
	const code = randomReceiptCode()
	const { municipalityId } = town
	await town.inTown(async (db) => {
		await db.insert(receipts).values({
			lookup: receiptLookupOf(secrets, municipalityId, code),
			pepperId: secrets.pepperId,
			sealed: sealIds(secrets, municipalityId, code, [town.voices.B1]),
			issuedWeek: '2026-W47',
		})
		const mail = { recipient: 'a@b.example', subject: 'S', plainText: 'T', html: '<p>T</p>' }
		await db.insert(outboxMails).values([mail, { ...mail, subject: 'sent', state: 'sent', sentAt: AT }])
		const bytes = Buffer.from([0, 1, 2, 255, 10, 13])
		await db.insert(files).values({ name: 'ä "\\\n.bin', mediaType: 'x', bytes, byteLength: bytes.length, sha256: 'f' })
		await appendAudit(db, { by: 'ada', act: 'signed-in', subject: 'account', at: AT })
	})
	return { ...town, code }
}

const database = await freshDatabase()
const town = await livedIn(database)
const path = join(folder, 'all.gehoert-backup')
const written = await writeBackup(database, { path, by: 'command', at: AT })

async function restored(from = path): Promise<Database> {
	const other = await freshDatabase()
	await restoreBackup(other, { path: from })
	return other
}

/** Every row of every table, as the database itself writes it. */
async function everything(of: Database): Promise<Record<string, string[]>> {
	const tables = await inInstallation(of, findBackupTables)
	const rowsOf = async ({ name, columns, isMunicipal }: BackupTable) => {
		const listed = columns.map((column) => `"${column}"`).join(', ')
		const query = sql.raw(`select row_to_json(t)::text as row from (select ${listed} from "${name}") t order by 1`)
		const read = isMunicipal
			? inMunicipality(of, town.municipalityId, (db) => db.execute<{ row: string }>(query))
			: inInstallation(of, (db) => db.execute<{ row: string }>(query))
		return (await read).rows.map(({ row }) => row)
	}
	const found: Record<string, string[]> = {}
	for (const table of tables) found[table.name] = await rowsOf(table)
	return found
}

test('everything comes back as it was, accounts and audit log included, but for sessions and mails already sent', async () => {
	const other = await restored()
	const [before, now] = [await everything(database), await everything(other)]
	const [mail] = now['outbox_mail']!.map((row) => JSON.parse(row) as Record<string, unknown>)
	assert.equal(now['outbox_mail']!.length, 1)
	assert.deepEqual([mail!['state'], mail!['last_error'], mail!['subject']], ['failed', 'restored', 'S'])
	delete before['outbox_mail']
	delete now['outbox_mail']
	assert.deepEqual(now, before)
	const { rows } = await runStatement(other, 'select count(*)::int as n from session')
	assert.equal(rows[0].n, 0)
	const audit = await inMunicipality(other, town.municipalityId, verifyAuditLog)
	assert.equal(audit.brokenAt, null)
	assert.ok(audit.entries >= 2)
	assert.ok(written.municipalities[0]!.parts.some(({ table, rows: n }) => table === 'voice' && n > 1))
})

test('every table of the schema is in the backup, or on the short list of what stays behind', async () => {
	const inBackup = (await inInstallation(database, findBackupTables)).map(({ name }) => name)
	const declared = [platform, account, people]
		.flatMap((stage) => Object.values(stage).filter((value) => value instanceof PgTable))
		.map((table) => getTableConfig(table).name)
	for (const name of declared) assert.equal(inBackup.includes(name), !LEFT_OUT.includes(name), name)
	assert.ok(inBackup.length > 55)
	assert.ok(inBackup.indexOf('voice') > inBackup.indexOf('speaker'))
	assert.ok(inBackup.indexOf('edition_quote') > inBackup.indexOf('edition'))
})

test('a restored receipt opens with its keys, and without them no backup opens any', async () => {
	const other = await restored()
	const open = (keys: Secrets) =>
		inMunicipality(other, town.municipalityId, (db) =>
			findReceipt(db, { municipalityId: town.municipalityId, secrets: keys, code: town.code }),
		)
	assert.deepEqual(await open(secrets), [town.speakers.B1])
	await assert.rejects(open(openSecrets(join(folder, 'foreign.json'))), { code: 'receipt-unknown' })
	const bytes = readFileSync(path).toString('latin1')
	for (const key of [secrets.lookupPepper, secrets.sealPepper, secrets.sessionKey]) assert.ok(!bytes.includes(key))
})

test('what was taken back after the backup does not come back with it: in no page, search, feed or report', async () => {
	await town.inTown((db) => withdrawConsent(db, { speakerId: town.speakers.B1, channel: 'quote', at: AT }))
	const other = await restored()
	const inTown = <Result>(work: Parameters<typeof inMunicipality<Result>>[2]) =>
		inMunicipality(other, town.municipalityId, work)
	assert.match(JSON.stringify(await inTown(findLiveEdition)), /Beerdigung/, 'the backup itself still knows it')

	assert.equal(await withdrawAgain(other, [{ id: town.municipalityId }], AT), 1)
	const live = (await inTown(findLiveEdition))!
	assert.doesNotMatch(JSON.stringify(live), /Beerdigung/)
	const found = await inTown((db) =>
		searchPublic(db, { query: 'Beerdigung', content: live.content, today: '2026-11-22' }),
	)
	assert.deepEqual(found, [])
	assert.doesNotMatch(JSON.stringify(await inTown((db) => findNews(db, '2026-11-22'))), /Beerdigung/)
	const municipality = await inTown(findMunicipality)
	const { bytes } = await printReport(inTown, { municipality, format: 'html' })
	assert.doesNotMatch(new TextDecoder().decode(bytes), /Beerdigung/)
	assert.match(new TextDecoder().decode(bytes), /überarbeitet am/)
})

test('a backup is refused where there is data, when it is newer, cut short, changed or none at all; nothing is left of it', async () => {
	const other = await freshDatabase()
	const refused = async (name: string, bytes: Uint8Array, code: string) => {
		const broken = join(folder, name)
		writeFileSync(broken, bytes)
		await assert.rejects(restoreBackup(other, { path: broken }), { code }, name)
		const { rows } = await runStatement(other, 'select count(*)::int as n from municipality')
		assert.equal(rows[0].n, 0, name)
	}
	const whole = readFileSync(path)
	await refused('none', Buffer.from('no zip'), 'backup-unreadable')
	await refused('short', whole.subarray(0, whole.length - 400), 'backup-unreadable')
	for (const [table, count] of Object.entries({ voice: 3, audit_entry: 1, account: 1 })) {
		const changed = Buffer.from(whole)
		const at = changed.indexOf(`/${table}.jsonl`) + `/${table}.jsonl`.length
		for (let byte = 0; byte < count; byte++) changed[at + 40 + byte]! ^= 0x55
		await refused(`changed-${table}`, changed, 'backup-damaged')
	}
	await assert.rejects(restoreBackup(database, { path }), { code: 'installation-not-empty' })
	await assert.rejects(restoreBackup(other, { path: join(folder, 'nowhere') }), { code: 'file-missing' })
	assert.ok(whole.includes(MANIFEST))
})

test('a backup of a newer version is refused with a sentence that says what to do', async () => {
	const { newestMigration } = await (await import('#platform/database/schema-standing.ts')).findWanted()
	const newer = join(folder, 'newer')
	const { ZipFile } = await import('yazl')
	const zip = new ZipFile()
	const manifest = { ...written, schema: newestMigration + 1 }
	zip.addBuffer(Buffer.from(JSON.stringify(manifest)), MANIFEST)
	zip.end()
	const chunks: Buffer[] = []
	for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
	writeFileSync(newer, Buffer.concat(chunks))
	await assert.rejects(restoreBackup(await freshDatabase(), { path: newer }), { code: 'backup-is-newer' })
})
