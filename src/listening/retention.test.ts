import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { files } from '#platform/tables.ts'
import { applyRetention } from '#people/retention.ts'
import './retention.ts'
import { SAMPLE_DAY, sampleRound, sampleTown } from './sample.ts'
import { consents, contacts, dataRequests, submissions } from './consent.tables.ts'
import { sealedOriginals } from './names.tables.ts'
import { conversations, rounds, sources, speakers } from './tables.ts'

const database = await freshDatabase()
const town = { id: await sampleTown(database), timeZone: 'Europe/Berlin' }
const inTown = <Result>(work: (db: MunicipalityDatabase) => Promise<Result>) => inMunicipality(database, town.id, work)
const { conversationId } = await inTown(sampleRound)
const sealed = Buffer.from('versiegelt')

const daysLater = (days: number) => new Date(SAMPLE_DAY.getTime() + days * 86_400_000)

async function keepFile(name: string): Promise<string> {
	const [file] = await inTown((db) =>
		db
			.insert(files)
			.values({ name, mediaType: 'text/plain', bytes: sealed, byteLength: sealed.length, sha256: name })
			.returning({ id: files.id }),
	)
	return file!.id
}

test('originals stay until the names were checked, and half a year longer', async () => {
	const fileId = await keepFile('interview.txt')
	await inTown(async (db) => {
		await db.insert(sealedOriginals).values({ conversationId, version: 1, sealed })
		await db.insert(sources).values({ conversationId, fileId, report: { reader: 'text', warnings: [] } })
	})
	const kept = () =>
		inTown(async (db) => [await db.$count(sealedOriginals), await db.$count(files, eq(files.id, fileId))])
	await applyRetention(database, town, daysLater(2000))
	assert.deepEqual(await kept(), [1, 1])
	await inTown((db) => db.update(conversations).set({ namesCheckedAt: SAMPLE_DAY }))
	await applyRetention(database, town, daysLater(179))
	assert.deepEqual(await kept(), [1, 1])
	await applyRetention(database, town, daysLater(181))
	assert.deepEqual(await kept(), [0, 0])
	assert.equal(await inTown((db) => db.$count(sources)), 1)
})

test('a scan stays while the consent is in force, and three years after it was withdrawn', async () => {
	const fileId = await keepFile('zettel.jpg')
	await inTown((db) => db.update(consents).set({ scanFileId: fileId }).where(eq(consents.channel, 'quote')))
	await applyRetention(database, town, daysLater(4000))
	const kept = () => inTown((db) => db.$count(files, eq(files.id, fileId)))
	assert.equal(await kept(), 1)
	await inTown((db) => db.update(consents).set({ withdrawnAt: SAMPLE_DAY }).where(eq(consents.channel, 'quote')))
	await applyRetention(database, town, daysLater(1094))
	assert.equal(await kept(), 1)
	await applyRetention(database, town, daysLater(1096))
	assert.equal(await kept(), 0)
})

test('a signed paper for two channels stays while one of them is in force', async () => {
	const fileId = await keepFile('zwei.jpg')
	await inTown((db) => db.update(consents).set({ scanFileId: fileId }).where(eq(consents.channel, 'record')))
	const [first] = await inTown((db) =>
		db.select({ id: consents.id }).from(consents).where(eq(consents.channel, 'record')).limit(1),
	)
	await inTown((db) => db.update(consents).set({ withdrawnAt: SAMPLE_DAY }).where(eq(consents.id, first!.id)))
	await applyRetention(database, town, daysLater(1200))
	assert.equal(await inTown((db) => db.$count(files, eq(files.id, fileId))), 1)
})

test('contacts go half a year after their round has ended, and never while it goes on', async () => {
	await inTown(async (db) => {
		const [speaker] = await db.select({ id: speakers.id }).from(speakers).where(eq(speakers.code, 'B1'))
		await db.insert(contacts).values({ speakerId: speaker!.id, sealed })
	})
	const kept = () => inTown((db) => db.$count(contacts))
	await applyRetention(database, town, daysLater(3000))
	assert.equal(await kept(), 1)
	await inTown((db) => db.update(rounds).set({ endsOn: '2025-05-01' }))
	await applyRetention(database, town, new Date('2025-10-28T12:00:00Z'))
	assert.equal(await kept(), 1)
	await applyRetention(database, town, new Date('2025-10-30T12:00:00Z'))
	assert.equal(await kept(), 0)
})

test('checksums of forms go after a month, done requests after three years, open ones never', async () => {
	await inTown(async (db) => {
		await db.insert(submissions).values({ submissionHash: 'abc', submittedWeek: '2025-W52' })
		const asked = { kind: 'correct', via: 'receipt', receivedOn: '2025-01-01' } as const
		await db.insert(dataRequests).values([{ ...asked, doneOn: '2025-01-20' }, asked])
	})
	await applyRetention(database, town, new Date('2026-01-20T12:00:00Z'))
	assert.equal(await inTown((db) => db.$count(submissions)), 1)
	await applyRetention(database, town, new Date('2026-02-10T12:00:00Z'))
	assert.equal(await inTown((db) => db.$count(submissions)), 0)
	assert.equal(await inTown((db) => db.$count(dataRequests)), 2)
	await applyRetention(database, town, new Date('2028-02-10T12:00:00Z'))
	assert.equal(await inTown((db) => db.$count(dataRequests)), 1)
})
