/** What was withdrawn stays withdrawn, also where a database from before comes back. */
import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, test } from 'node:test'
import { and, eq, isNull } from 'drizzle-orm'
import { inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { renewPeppers } from '#platform/secrets.ts'
import { keepWithdrawalLog } from '#platform/withdrawal-log.ts'
import { applyWithdrawals } from './apply-withdrawals.ts'
import { giveConsents } from './give-consents.ts'
import { eraseSpeaker } from './erase-speaker.ts'
import { sampleRound, sampleTown } from './sample.ts'
import { consents, tombstones } from './consent.tables.ts'
import { speakers } from './tables.ts'
import { type Channel } from './vocabulary.ts'
import { liftTombstones } from './tombstones.ts'
import { withdrawConsent } from './withdraw-consent.ts'

await import('./reactions.ts')

const folder = mkdtempSync(join(tmpdir(), 'gehoert-withdrawals-'))
after(() => rmSync(folder, { recursive: true }))
let files = 0
let path = ''
beforeEach(() => {
	path = join(folder, `withdrawals-${(files += 1)}.log`)
	keepWithdrawalLog({ withdrawalsFile: path, secretsFile: join(folder, 'secrets.json') })
})

const AT = new Date('2026-11-18T10:00:00Z')
const database = await freshDatabase()
const townId = await sampleTown(database)
const inTown = <Result>(work: (db: MunicipalityDatabase) => Promise<Result>) => inMunicipality(database, townId, work)
await inTown(sampleRound)
const [speaker] = await inTown((db) => db.select({ id: speakers.id }).from(speakers).where(eq(speakers.code, 'B1')))
const speakerId = speaker!.id

/** The database of before: nobody has withdrawn anything, and it knows of no tombstone. */
async function restoreOldBackup() {
	await inTown(async (db) => {
		await db.delete(tombstones)
		await db.update(consents).set({ withdrawnAt: null })
	})
}
beforeEach(restoreOldBackup)

const allowed = (channel: Channel) =>
	inTown(async (db) => {
		const own = and(eq(consents.speakerId, speakerId), eq(consents.channel, channel), isNull(consents.withdrawnAt))
		return (await db.$count(consents, own)) > 0
	})
const withdraw = (channel: Channel) => inTown((db) => withdrawConsent(db, { speakerId, channel, at: AT }))
const lines = () => readFileSync(path, 'utf8').split('\n').filter(Boolean)

test('a withdrawal is on the disk, outside the database, before it is confirmed, and tells nobody who it was', async () => {
	await withdraw('analyse')
	assert.equal(lines().length, 2)
	for (const line of lines()) assert.match(line, /^v1 withdrawn [0-9a-f]{64} (analyse|quote) \d{4}-W\d\d$/)
	assert.ok(!readFileSync(path, 'utf8').includes(speakerId))
	assert.equal(statSync(path).mode & 0o777, 0o600)
	assert.equal(await inTown((db) => db.$count(tombstones)), 2)
})

test('a database from before the withdrawal withdraws it again, once', async () => {
	await withdraw('quote')
	await restoreOldBackup()
	assert.equal(await allowed('quote'), true)
	assert.equal(await applyWithdrawals(database, [townId], AT), 1)
	assert.equal(await allowed('quote'), false)
	assert.equal(await allowed('analyse'), true)
	const written = lines().length
	assert.equal(await applyWithdrawals(database, [townId], AT), 0)
	assert.equal(lines().length, written)
})

test('a withdrawal whose change was lost after it was written down is carried out at the next start', async () => {
	await assert.rejects(
		inTown(async (db) => {
			await withdrawConsent(db, { speakerId, channel: 'quote', at: AT })
			throw new Error('the power failed')
		}),
	)
	assert.equal(await allowed('quote'), true)
	await applyWithdrawals(database, [townId], AT)
	assert.equal(await allowed('quote'), false)
})

test('whoever allows it again is not withdrawn by a restored backup, and may withdraw once more', async () => {
	const giveAgain = () =>
		inTown((db) => giveConsents(db, [{ speakerId, channel: 'quote', given: 'on-paper', givenOn: '2026-11-20' }]))
	await withdraw('quote')
	await giveAgain()
	await inTown((db) => liftTombstones(db, { speakerId, kind: 'quote' }))
	assert.match(lines().at(-1)!, /^v1 lifted /)
	await restoreOldBackup()
	assert.equal(await applyWithdrawals(database, [townId], AT), 0)
	assert.equal(await allowed('quote'), true)

	await withdraw('quote')
	await restoreOldBackup()
	assert.equal(await applyWithdrawals(database, [townId], AT), 1)
	assert.equal(await allowed('quote'), false)
})

test('a consent that was given again but not kept lifts nothing', async () => {
	await withdraw('quote')
	await inTown((db) => liftTombstones(db, { speakerId, kind: 'quote' }))
	assert.doesNotMatch(readFileSync(path, 'utf8'), /lifted/)
})

test('a line cut short by a power cut spoils neither the lines before nor the next one', async () => {
	await withdraw('quote')
	appendFileSync(path, '\nv1 withdrawn 0123')
	await withdraw('analyse')
	await restoreOldBackup()
	await applyWithdrawals(database, [townId], AT)
	assert.deepEqual([await allowed('analyse'), await allowed('quote')], [false, false])
})

test('a lost log is written again from the database', async () => {
	await withdraw('quote')
	const before = lines()
	rmSync(path)
	await applyWithdrawals(database, [townId], AT)
	assert.deepEqual(lines(), before)
})

test('a withdrawal from before the keys were changed is carried out as well', async () => {
	await withdraw('quote')
	await restoreOldBackup()
	renewPeppers(join(folder, 'secrets.json'))
	assert.equal(await applyWithdrawals(database, [townId], AT), 1)
	assert.equal(await allowed('quote'), false)
})

test('whoever was erased is erased again from a database of before', async () => {
	const other = await inTown(async (db) => {
		const [one] = await db.select().from(speakers).where(eq(speakers.code, 'B2'))
		return { speakerId: one!.id, conversationId: one!.conversationId }
	})
	await inTown((db) => eraseSpeaker(db, { speakerId: other.speakerId, at: AT }))
	assert.equal(await inTown((db) => db.$count(speakers, eq(speakers.id, other.speakerId))), 0)
	await inTown(async (db) => {
		await db.delete(tombstones)
		await db.insert(speakers).values({ id: other.speakerId, conversationId: other.conversationId, code: 'B2' })
		await giveConsents(db, [{ speakerId: other.speakerId, channel: 'analyse', given: 'on-paper', givenOn: null }])
	})
	assert.equal(await applyWithdrawals(database, [townId], AT), 1)
	assert.equal(await inTown((db) => db.$count(speakers, eq(speakers.id, other.speakerId))), 0)
	assert.equal(await applyWithdrawals(database, [townId], AT), 0)
})

test('tombstones of another town, or under other keys, withdraw nothing here', async () => {
	await withdraw('quote')
	await restoreOldBackup()
	keepWithdrawalLog({ withdrawalsFile: path, secretsFile: join(folder, 'other-secrets.json') })
	assert.equal(await applyWithdrawals(database, [townId], AT), 0)
	assert.equal(await allowed('quote'), true)
})
