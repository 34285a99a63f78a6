import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { and, eq, sql } from 'drizzle-orm'
import { inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import type { Secrets } from '#platform/secrets.ts'
import { auditEntries } from '#people/tables.ts'
import { randomReceiptCode, openSealedIds } from '#protecting/receipt-cryptography.ts'
import { groupedCode, type ReceiptCode } from '#protecting/receipt-code.ts'
import { findReceipt, readTypedCode } from './find-receipt.ts'
import { linkReceipt } from './link-receipt.ts'
import { drawReceiptCodes, keepReceipts } from './print-receipts.ts'
import { SAMPLE_DAY, sampleRound, sampleTown } from './sample.ts'
import { receipts } from './consent.tables.ts'
import { speakers, voices } from './tables.ts'

const database = await freshDatabase()
const pepper = () => randomBytes(32).toString('hex')
const secrets: Secrets = { pepperId: 'p1', lookupPepper: pepper(), sealPepper: pepper(), sessionKey: pepper() }
const town = { municipalityId: await sampleTown(database), timeZone: 'Europe/Berlin' }
const inTown = <Result>(work: (db: MunicipalityDatabase) => Promise<Result>) =>
	inMunicipality(database, town.municipalityId, work)
await inTown(sampleRound)
const anna = await speakerCalled('B1')

async function speakerCalled(code: string) {
	const [found] = await inTown((db) => db.select({ id: speakers.id }).from(speakers).where(eq(speakers.code, code)))
	return found!.id
}

async function printed(count: number, held: Secrets = secrets): Promise<ReceiptCode[]> {
	const codes = drawReceiptCodes(count)
	await inTown((db) => keepReceipts(db, { ...town, secrets: held, codes, at: SAMPLE_DAY }))
	return codes
}

const open = (code: ReceiptCode, held: Secrets = secrets) =>
	inTown((db) => findReceipt(db, { ...town, secrets: held, code }))
const link = (code: ReceiptCode, speakerId: string, held: Secrets = secrets) =>
	inTown((db) => linkReceipt(db, { ...town, secrets: held, code, speakerId, by: 'anna', at: SAMPLE_DAY }))

test('a receipt drawn on paper opens nothing until it is linked, and then what this one person said', async () => {
	const [code, other] = await printed(2)
	await assert.rejects(open(code!), { code: 'receipt-not-linked' })
	await link(readTypedCode(groupedCode(code!)), anna)
	assert.deepEqual(await open(code!), [anna])
	await assert.rejects(open(other!), { code: 'receipt-not-linked' })
})

test('a receipt is linked once, and an unknown one never; no moderator gets one', async () => {
	const [code, other] = await printed(2)
	await link(code!, anna)
	await assert.rejects(link(code!, await speakerCalled('B2')), { code: 'receipt-linked-already' })
	await assert.rejects(link(randomReceiptCode(), anna), { code: 'receipt-unknown' })
	await assert.rejects(link(other!, await speakerCalled('I')), { code: 'speaker-unknown' })
	await assert.rejects(link(other!, crypto.randomUUID()), { code: 'speaker-unknown' })
	assert.deepEqual(await open(code!), [anna])
})

test('two people who type the same code at the same moment: one of them is linked', async () => {
	const [code] = await printed(1)
	const both = await Promise.allSettled([link(code!, anna), link(code!, await speakerCalled('B2'))])
	assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('who has the database and the secrets, but no code, cannot list whose receipt is whose', async () => {
	const [code, unlinked] = await printed(2)
	await link(code!, anna)
	const rows = await inTown((db) => db.select().from(receipts))
	const dump = JSON.stringify(rows.map((row) => ({ ...row, sealed: Buffer.from(row.sealed).toString('latin1') })))
	for (const secret of [anna, code!, unlinked!]) assert.ok(!dump.includes(secret))
	// Linked or not, the rows look alike.
	assert.equal(new Set(rows.map(({ sealed }) => sealed.length)).size, 1)
	assert.equal(new Set(rows.map(({ issuedWeek }) => issuedWeek)).size, 1)
	for (const { sealed } of rows)
		assert.equal(openSealedIds(secrets, town.municipalityId, randomReceiptCode(), sealed), null)
	// What was noted about the linking names nobody.
	const noted = await inTown((db) =>
		db
			.select()
			.from(auditEntries)
			.where(and(eq(auditEntries.act, 'receipt-linked'))),
	)
	assert.ok(noted.length > 0 && noted.every(({ subjectId }) => subjectId === null))
	// Nor does anything else written in the same transaction.
	const { rows: together } = await inTown((db) =>
		db.execute<{ count: string }>(sql`select count(*) from receipt join speaker on receipt.xmin = speaker.xmin`),
	)
	assert.equal(Number(together[0]!.count), 0)
})

test('who has the database only opens nothing, even with a code from the street', async () => {
	const [code] = await printed(1)
	await link(code!, anna)
	const guessed = { ...secrets, lookupPepper: pepper(), sealPepper: pepper() }
	await assert.rejects(open(code!, guessed), { code: 'receipt-unknown' })
	const [row] = await inTown((db) => db.select().from(receipts).limit(1))
	assert.equal(openSealedIds(guessed, town.municipalityId, code!, row!.sealed), null)
})

test('after the peppers were changed old receipts still open, and from then on need the new ones only', async () => {
	const [code] = await printed(1)
	await link(code!, anna)
	const { sessionKey, ...old } = secrets
	const renewed: Secrets = {
		pepperId: 'p2',
		lookupPepper: pepper(),
		sealPepper: pepper(),
		sessionKey,
		olderPeppers: [old],
	}
	assert.deepEqual(await open(code!, renewed), [anna])
	const [row] = await inTown((db) => db.select().from(receipts).where(eq(receipts.pepperId, 'p2')))
	assert.ok(row)
	assert.deepEqual(await open(code!, { ...renewed, olderPeppers: [] }), [anna])
	await assert.rejects(open(code!), { code: 'receipt-unknown' })
	// A paper receipt of before is linked with the new ones.
	const [unused] = await printed(1)
	await link(unused!, anna, renewed)
	assert.deepEqual(await open(unused!, { ...renewed, olderPeppers: [] }), [anna])
})

test('a receipt whose words were deleted answers like one that never was', async () => {
	const [code] = await printed(1)
	const gone = await speakerCalled('B2')
	await link(code!, gone)
	assert.deepEqual(await open(code!), [gone])
	await inTown((db) => db.delete(voices).where(eq(voices.speakerId, gone)))
	await assert.rejects(open(code!), { code: 'receipt-unknown' })
})
