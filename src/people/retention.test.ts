import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inInstallation, inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { outboxMails } from '#platform/tables.ts'
import { queueWhatIsDue } from './jobs.ts'
import './retention-kinds.ts'
import { applyRetention, changeRetention, findRetentionRules, retain, type Town } from './retention.ts'
import { findRetentionLog } from './find-retention-log.ts'
import { sampleMunicipality } from './sample.ts'
import { auditEntries } from './tables.ts'

const database = await freshDatabase()
const town: Town = { id: (await sampleMunicipality(database)).id, timeZone: 'Europe/Berlin' }
const inTown = <Result>(work: (db: MunicipalityDatabase) => Promise<Result>) => inMunicipality(database, town.id, work)
const day = (iso: string) => new Date(`${iso}T10:00:00Z`)

async function mailSentOn(iso: string) {
	const mail = { recipient: 'anna@beispiel.example', subject: 'Danke', plainText: 'Danke', html: '<p>Danke</p>' }
	await inTown((db) => db.insert(outboxMails).values({ ...mail, state: 'sent', createdAt: day(iso), sentAt: day(iso) }))
}

const mails = () => inTown((db) => db.$count(outboxMails))

test('what is older than its rule goes, what is younger stays, and the log says how many', async () => {
	await mailSentOn('2026-01-01')
	await mailSentOn('2026-01-20')
	await applyRetention(database, town, day('2026-02-01'))
	assert.equal(await mails(), 1)
	const log = await inTown(findRetentionLog)
	assert.deepEqual(
		log.map(({ kind, ranOn, removed }) => [kind, ranOn, removed]),
		[
			['all', '2026-02-01', 1],
			['sent-mails', '2026-02-01', 1],
		],
	)
})

test('running twice on one day removes nothing twice', async () => {
	await applyRetention(database, town, day('2026-02-01'))
	const log = await inTown(findRetentionLog)
	assert.equal(log.find(({ kind }) => kind === 'sent-mails')!.removed, 1)
	assert.equal(await mails(), 1)
})

test('a municipality decides for how long, within reason, and that is noted', async () => {
	const by = 'anna'
	await inTown((db) => changeRetention(db, { days: new Map([['sent-mails', 7]]), by, at: day('2026-02-02') }))
	const rules = await inTown(findRetentionRules)
	assert.equal(rules.find(({ kind }) => kind === 'sent-mails')!.days, 7)
	await applyRetention(database, town, day('2026-02-02'))
	assert.equal(await mails(), 0)
	for (const [kind, days, code] of [
		['sent-mails', 0, 'retention-days-invalid'],
		['sent-mails', 1.5, 'retention-days-invalid'],
		['sent-mails', 99_999, 'retention-days-invalid'],
		['retention-runs', 3, 'retention-days-invalid'],
		['everything', 3, 'retention-kind-unknown'],
	] as const)
		await assert.rejects(
			inTown((db) => changeRetention(db, { days: new Map([[kind, days]]), by, at: day('2026-02-02') })),
			{ code },
		)
	const noted = await inTown((db) => db.select({ act: auditEntries.act }).from(auditEntries))
	assert.ok(noted.some(({ act }) => act === 'retention-changed'))
})

test('one rule that fails does not keep the others from being applied', async () => {
	await mailSentOn('2026-01-01')
	let fails = true
	retain({
		kind: 'broken',
		defaultDays: 1,
		label: () => 'broken',
		since: () => 'ever',
		remove: () => (fails ? Promise.reject(new Error('no')) : Promise.resolve(0)),
	})
	await assert.rejects(applyRetention(database, town, day('2026-02-03')), /no/)
	assert.equal(await mails(), 0)
	fails = false
	await applyRetention(database, town, day('2026-02-03'))
})

test('every day the job is due once in every municipality, however often the server looks', async () => {
	const at = day('2026-02-04')
	assert.equal(await queueWhatIsDue(database, at), 1)
	await queueWhatIsDue(database, at)
	const waiting = await inInstallation(database, (db) =>
		db.execute(`select 1 from pgboss.job where name = 'retention' and state = 'created'`),
	)
	assert.equal(waiting.rows.length, 1)
	await applyRetention(database, town, at)
	assert.equal(await queueWhatIsDue(database, at), 0)
	assert.equal(await queueWhatIsDue(database, day('2026-02-05')), 1)
})
