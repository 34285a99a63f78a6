/** A million guesses, and how long each kind of wrong code takes. Slow: `npm run prove`. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { inArray } from 'drizzle-orm'
import { inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import type { Secrets } from '#platform/secrets.ts'
import { randomReceiptCode, receiptLookupOf } from '#protecting/receipt-cryptography.ts'
import type { ReceiptCode } from '#protecting/receipt-code.ts'
import { findReceipt } from './find-receipt.ts'
import { linkReceipt } from './link-receipt.ts'
import { nearMissOf } from './receipt.sample.ts'
import { drawReceiptCodes, keepReceipts } from './print-receipts.ts'
import { SAMPLE_DAY, sampleRound, sampleTown } from './sample.ts'
import { receipts } from './consent.tables.ts'
import { speakers } from './tables.ts'

const GUESSES = 1_000_000
const RECEIPTS = 10_000
const TRIES = 400

const database = await freshDatabase()
const pepper = () => randomBytes(32).toString('hex')
const secrets: Secrets = { pepperId: 'p1', lookupPepper: pepper(), sealPepper: pepper(), sessionKey: pepper() }
const town = { municipalityId: await sampleTown(database), timeZone: 'Europe/Berlin', secrets }
const inTown = <Result>(work: (db: MunicipalityDatabase) => Promise<Result>) =>
	inMunicipality(database, town.municipalityId, work)

await inTown(sampleRound)
const issued: ReceiptCode[] = []
while (issued.length < RECEIPTS) {
	const codes = drawReceiptCodes(400)
	await inTown((db) => keepReceipts(db, { ...town, codes, at: SAMPLE_DAY }))
	issued.push(...codes)
}

test(`${GUESSES} random codes open none of ${RECEIPTS} receipts`, async () => {
	let hits = 0
	const began = performance.now()
	for (let done = 0; done < GUESSES; done += 10_000) {
		const lookups = Array.from({ length: 10_000 }, () =>
			receiptLookupOf(secrets, town.municipalityId, randomReceiptCode()),
		)
		hits += await inTown((db) => db.$count(receipts, inArray(receipts.lookup, lookups)))
	}
	const seconds = ((performance.now() - began) / 1000).toFixed(1)
	process.stdout.write(
		`| guesses | receipts | hits | seconds |\n| ${GUESSES} | ${issued.length} | ${hits} | ${seconds} |\n`,
	)
	assert.equal(hits, 0)
})

test('near misses, unknown and revoked codes differ by less than 5 ms in the median', async () => {
	const [person] = await inTown((db) => db.select({ id: speakers.id }).from(speakers).limit(1))
	const living = issued.slice(0, TRIES)
	const revoked = issued.slice(TRIES, TRIES * 2)
	await inTown((db) =>
		db
			.update(receipts)
			.set({ revokedAt: SAMPLE_DAY })
			.where(
				inArray(
					receipts.lookup,
					revoked.map((code) => receiptLookupOf(secrets, town.municipalityId, code)),
				),
			),
	)
	await inTown((db) =>
		linkReceipt(db, { ...town, code: living[0]!, speakerId: person!.id, by: 'anna', at: SAMPLE_DAY }).catch(() => null),
	)
	const kinds: Record<string, (at: number) => ReceiptCode> = {
		'near miss': (at) => nearMissOf(living[at]!),
		unknown: () => randomReceiptCode(),
		revoked: (at) => revoked[at]!,
	}
	const took: Record<string, number[]> = { 'near miss': [], unknown: [], revoked: [] }
	for (let at = 0; at < TRIES; at++)
		for (const [kind, codeOf] of Object.entries(kinds)) {
			const code = codeOf(at)
			const began = performance.now()
			await assert.rejects(
				inTown((db) => findReceipt(db, { ...town, code })),
				{ code: 'receipt-unknown' },
			)
			took[kind]!.push(performance.now() - began)
		}
	const medians = Object.entries(took).map(([kind, all]) => [kind, median(all)] as const)
	process.stdout.write(
		`| kind | median ms |\n${medians.map(([kind, ms]) => `| ${kind} | ${ms.toFixed(2)} |`).join('\n')}\n`,
	)
	const all = medians.map(([, ms]) => ms)
	assert.ok(Math.max(...all) - Math.min(...all) < 5)
})

function median(values: number[]): number {
	return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!
}
