import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'node:test'
import { inMunicipality, runStatement, type MunicipalityId } from './database/database.ts'
import { freshDatabase } from './database/fresh-database.ts'
import { queueJob, startJobs, workOn } from './jobs.ts'

declare module './jobs.ts' {
	interface Jobs {
		'ring-the-bell': { times: number }
		'stumble-once': Record<string, never>
	}
}

const birkenrode = randomUUID() as MunicipalityId

test('work is done when the change that asked for it is kept, for its own municipality, and never when it is not', async () => {
	const database = await freshDatabase()
	const rung: { municipality: string; times: number }[] = []
	workOn('ring-the-bell', async (_database, municipality, { times }) => void rung.push({ municipality, times }))

	await inMunicipality(database, birkenrode, (db) => queueJob(db, 'ring-the-bell', { times: 1 }))
	await assert.rejects(
		inMunicipality(database, birkenrode, async (db) => {
			await queueJob(db, 'ring-the-bell', { times: 2 })
			throw new Error('taken back')
		}),
	)
	const jobs = await startJobs(database)
	await until(() => rung.length > 0)
	await jobs.stop()
	assert.deepEqual(rung, [{ municipality: birkenrode, times: 1 }])
})

test('a job works for the municipality whose change asked for it, whatever it claims', async () => {
	const database = await freshDatabase()
	const anderswo = randomUUID() as MunicipalityId
	const rung: { municipality: string; about: unknown }[] = []
	workOn('ring-the-bell', async (_database, municipality, about) => void rung.push({ municipality, about }))
	const claim = { times: 1, municipality: anderswo, about: { municipality: anderswo } }
	await inMunicipality(database, birkenrode, (db) => queueJob(db, 'ring-the-bell', claim))
	await inMunicipality(database, anderswo, (db) => queueJob(db, 'ring-the-bell', { times: 2 }, { key: 'same' }))
	await inMunicipality(database, birkenrode, (db) => queueJob(db, 'ring-the-bell', { times: 3 }, { key: 'same' }))
	const jobs = await startJobs(database)
	await until(() => rung.length > 2)
	await jobs.stop()
	assert.deepEqual(
		rung.map(({ municipality }) => municipality).toSorted(),
		[anderswo, birkenrode, birkenrode].toSorted(),
	)
	assert.deepEqual(rung.find(({ municipality }) => municipality === anderswo)?.about, { times: 2 })
})

test('what was asked twice under one key waits once, and what stumbles is tried again', async () => {
	const database = await freshDatabase()
	workOn('stumble-once', () => Promise.reject(new Error('the words of Frau Weiß')))
	await inMunicipality(database, birkenrode, async (db) => {
		await queueJob(db, 'stumble-once', {}, { key: 'one' })
		await queueJob(db, 'stumble-once', {}, { key: 'one' })
	})
	const jobs = await startJobs(database)
	const queued = () => runStatement(database, 'select state, output from pgboss.job')
	await until(async () => (await queued()).rows.some(({ state }) => state === 'retry'))
	const { rows } = await queued()
	await jobs.stop()
	assert.equal(rows.length, 1)
	assert.doesNotMatch(JSON.stringify(rows), /Weiß/, 'the queue keeps nothing of what went wrong')
})

async function until(isReached: () => boolean | Promise<boolean>) {
	for (const deadline = Date.now() + 40_000; !isReached();) {
		if (Date.now() > deadline) throw new Error('waited in vain')
		await sleep(50)
	}
}
