/** Who writes or calls instead of using the receipt is found by what they remember, and their words go as quickly. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { inInstallation } from '#platform/database/database.ts'
import { accounts } from '#people/account.tables.ts'
import { auditEntries } from '#people/tables.ts'
import { dataRequests } from '#listening/consent.tables.ts'
import { findLiveEdition } from '../find-edition.ts'
import { publishedTown } from '../sample.ts'
import { findNamedPeople, findSomebody } from '../find-somebody.ts'
import { findWhatStands } from './find-what-stands.ts'
import { withdrawForPerson } from './withdraw-for-person.ts'

await import('#understanding/reactions.ts')
await import('#focusing/reactions.ts')
await import('../reactions.ts')

const database = await freshDatabase()
const town = await publishedTown(database)
const { B1, B2 } = town.speakers
await inInstallation(database, (db) =>
	db.insert(accounts).values({ id: 'ada', name: 'Ada', email: 'ada@quellheim.example' }),
)

const find = async (words: string) => (await town.inTown((db) => findSomebody(db, words))).map(({ id }) => id)
const stands = (speakerId: string) => town.inTown((db) => findWhatStands(db, speakerId))
const withdraw = (channels: string[], speakerId: string = B1) =>
	town.inTown((db) =>
		withdrawForPerson(db, { speakerId, channels, via: 'mail', by: 'ada', today: '2025-12-02', at: new Date() }),
	)

test('a person is found by their words, their conversation, their code or the label under the quote', async () => {
	assert.deepEqual(await find('Beerdigung'), [B1])
	assert.deepEqual(await find('Laden erfahren'), [B1])
	assert.deepEqual(await find('b2'), [B2])
	assert.ok((await find('Engagierte')).includes(B1))
	for (const remembered of ['Erzählcafé', '8.5.2025', '2025-05-08'])
		for (const id of [B1, B2]) assert.ok((await find(remembered)).includes(id), remembered)
	assert.deepEqual(await find('Marmelade'), [])
	assert.deepEqual(await find('%'), [])
	assert.deepEqual(
		(await town.inTown((db) => findNamedPeople(db, [B2]))).map(({ code }) => code),
		['B2'],
	)
})

test('the team sees what somebody said, allows, and where it is printed', async () => {
	const { said, consents, printed, person } = await stands(B1)
	assert.match(said[0]!.text, /Beerdigung/)
	assert.ok(consents.every(({ withdrawnAt }) => withdrawnAt === null))
	assert.equal(person.isPrinted, true)
	const [quote] = printed
	assert.deepEqual([quote!.edition.number, quote!.isLive, quote!.theme], [1, true, 'Versorgung'])
	assert.deepEqual((await stands(B2)).printed, [])
	await assert.rejects(stands('not-an-id'), { code: 'speaker-unknown' })
	await assert.rejects(stands(town.roundId), { code: 'speaker-unknown' })
})

test('nothing is taken back by mistake: not nothing, not something unknown, not from nobody', async () => {
	await assert.rejects(withdraw([]), { code: 'channels-missing' })
	await assert.rejects(withdraw(['everything']), { code: 'channel-unknown' })
	await assert.rejects(withdraw(['quote'], town.roundId), { code: 'speaker-unknown' })
	assert.match(JSON.stringify(await town.inTown(findLiveEdition)), /Beerdigung/)
})

test('what the team takes back for somebody is gone, noted as a request and in the audit log', async () => {
	await withdraw(['quote'])
	assert.doesNotMatch(JSON.stringify(await town.inTown(findLiveEdition)), /Beerdigung/)
	const { printed, consents } = await stands(B1)
	assert.deepEqual(printed, [])
	assert.deepEqual(
		consents.map(({ channel, withdrawnAt }) => [channel, withdrawnAt !== null]),
		[
			['analyse', false],
			['quote', true],
		],
	)
	await town.inTown(async (db) => {
		const [request] = await db.select().from(dataRequests)
		assert.deepEqual(
			[request!.kind, request!.via, request!.speakerId, request!.doneOn, request!.doneBy],
			['withdraw', 'mail', B1, '2025-12-02', 'ada'],
		)
		const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.act, 'voice-withdrawn'))
		assert.deepEqual([entry!.by, entry!.subjectId], ['ada', B1])
	})
	assert.deepEqual(await find('Beerdigung'), [B1], 'who took something back may still ask')
})
