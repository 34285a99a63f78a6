import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import type { PoolClient } from 'pg'
import { inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import type { Secrets } from '#platform/secrets.ts'
import { randomReceiptCode, receiptLookupOf } from '#protecting/receipt-cryptography.ts'
import { CODE_BITS, readReceiptCode, type ReceiptCode } from '#protecting/receipt-code.ts'
import { findReceipt } from './find-receipt.ts'
import { linkReceipt } from './link-receipt.ts'
import { nearMissOf } from './receipt.sample.ts'
import { drawReceiptCodes, keepReceipts } from './print-receipts.ts'
import { SAMPLE_DAY, sampleRound, sampleTown } from './sample.ts'
import { receipts } from './consent.tables.ts'
import { speakers, voices } from './tables.ts'

const database = await freshDatabase()
const pepper = () => randomBytes(32).toString('hex')
const secrets: Secrets = { pepperId: 'p1', lookupPepper: pepper(), sealPepper: pepper(), sessionKey: pepper() }
const town = { municipalityId: await sampleTown(database), timeZone: 'Europe/Berlin', secrets }
const inTown = <Result>(work: (db: MunicipalityDatabase) => Promise<Result>) =>
	inMunicipality(database, town.municipalityId, work)
const open = (code: ReceiptCode) => inTown((db) => findReceipt(db, { ...town, code }))

await inTown(sampleRound)
const [living, revoked, deleted] = drawReceiptCodes(3)
await inTown((db) => keepReceipts(db, { ...town, codes: [living!, revoked!, deleted!], at: SAMPLE_DAY }))
const people = new Map(
	(await inTown((db) => db.select({ code: speakers.code, id: speakers.id }).from(speakers))).map(({ code, id }) => [
		code,
		id,
	]),
)
const link = (code: ReceiptCode, who: string) =>
	inTown((db) => linkReceipt(db, { ...town, code, speakerId: people.get(who)!, by: 'anna', at: SAMPLE_DAY }))
await link(living!, 'B1')
await link(revoked!, 'B1')
await link(deleted!, 'B2')
await inTown((db) =>
	db
		.update(receipts)
		.set({ revokedAt: SAMPLE_DAY })
		.where(eq(receipts.lookup, receiptLookupOf(secrets, town.municipalityId, revoked!))),
)
await inTown((db) => db.delete(voices).where(eq(voices.speakerId, people.get('B2')!)))

/** The statements that go to the database while `work` runs, without their values. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
	const said: string[] = []
	const { pool } = database
	const heard: PoolClient[] = []
	pool.on('acquire', (client) => {
		const query = client.query.bind(client) as (...args: unknown[]) => unknown
		heard.push(client)
		client.query = ((...args: [string | { text: string }, ...unknown[]]) => {
			said.push(typeof args[0] === 'string' ? args[0] : args[0].text)
			return query(...args)
		}) as typeof client.query
	})
	await work()
	pool.removeAllListeners('acquire')
	// What stood over the client's own method goes; that of its class is back.
	for (const client of heard) Reflect.deleteProperty(client, 'query')
	return said
}

test('unknown, nearly right, revoked and deleted codes get the same answer for the same work', async () => {
	const works: string[][] = []
	for (const code of [randomReceiptCode(), nearMissOf(living!), revoked!, deleted!])
		works.push(
			await statementsOf(() => assert.rejects(open(code), { code: 'receipt-unknown', kind: 'not-found', facts: {} })),
		)
	assert.ok(works[0]!.length >= 3)
	for (const work of works) assert.deepEqual(work, works[0])
	assert.deepEqual(await open(living!), [people.get('B1')])
})

test('a code nearly right is a code like any other: typos never come that far', () => {
	const near = nearMissOf(living!)
	assert.equal(readReceiptCode(near), near)
	assert.notEqual(near, living)
})

test('ten thousand drawn codes open nothing, and there are 2⁹⁵ to draw from', async () => {
	assert.equal(CODE_BITS, 95)
	const lookups = Array.from({ length: 10_000 }, () =>
		receiptLookupOf(secrets, town.municipalityId, randomReceiptCode()),
	)
	assert.equal(new Set(lookups).size, lookups.length)
	const known = new Set(
		(await inTown((db) => db.select({ lookup: receipts.lookup }).from(receipts))).map((row) => row.lookup),
	)
	assert.equal(lookups.filter((lookup) => known.has(lookup)).length, 0)
	// A million receipts and ten thousand tries a second, which no server of ours would even answer: a try hits once in …
	const years = 2 ** CODE_BITS / 1e6 / 1e4 / (365 * 86_400)
	assert.ok(years > 1e11, `${years} years`)
})
