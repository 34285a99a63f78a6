import assert from 'node:assert/strict'
import { test } from 'node:test'
import { and, eq } from 'drizzle-orm'
import { inInstallation } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import '#listening/reactions.ts'
import '#focusing/reactions.ts'
import '#understanding/reactions.ts'
import { extendDataRequest } from '#listening/extend-data-request.ts'
import { findDoneRequests, findOpenRequests } from '#listening/find-data-requests.ts'
import { findOwnConsents } from '#listening/find-own-consents.ts'
import { assignDataRequest, finishDataRequest } from '#listening/finish-data-request.ts'
import { isRestricted } from '#listening/is-restricted.ts'
import { consents, dataRequests } from '#listening/consent.tables.ts'
import { noteDataRequest } from '#listening/note-data-request.ts'
import { noteRequestForLater, type NoteRequestForLater } from '#listening/note-request-for-later.ts'
import { speakers, voices } from '#listening/tables.ts'
import { quotes } from '#focusing/tables.ts'
import { accounts } from '#people/account.tables.ts'
import { auditEntries, consentTexts } from '#people/tables.ts'
import { changeOwn } from './change-own.ts'
import { eraseOwn } from './erase-own.ts'
import { publishedTown } from './sample.ts'

const database = await freshDatabase()
const town = await publishedTown(database)
const { speakers: people, inTown } = town
const today = '2026-02-01'
const at = new Date('2026-02-01T09:00:00Z')

function change(speakerId: string, fields: Record<string, string>) {
	const form = new FormData()
	for (const [name, value] of Object.entries(fields)) form.set(name, value)
	return inTown((db) => changeOwn(db, { speakerIds: [speakerId], form, today, at }))
}

await inInstallation(database, (db) =>
	db.insert(accounts).values({ id: 'anna', name: 'Anna Lindner', email: 'anna@beispiel.example' }),
)

const consentsOf = (speakerId: string) => inTown((db) => findOwnConsents(db, { speakerId, language: 'de' }))
const stateOf = async (speakerId: string, channel: string) =>
	(await consentsOf(speakerId)).find((consent) => consent.channel === channel)

await inTown((db) =>
	db.insert(consentTexts).values([
		{ channel: 'quote', version: 1, wording: { de: 'Alte Fassung' }, validFrom: '2025-01-01' },
		{ channel: 'quote', version: 2, wording: { de: 'Neue Fassung' }, validFrom: '2026-01-01' },
	]),
)
await inTown((db) => db.update(consents).set({ givenOn: '2025-05-08' }))

test('taking back is one press, and the quote is gone with it', async () => {
	assert.equal((await stateOf(people.B1, 'quote'))!.wording, 'Alte Fassung')
	assert.equal((await stateOf(people.B1, 'quote'))!.version, null, 'nobody noted which version was read')
	assert.equal(await change(people.B1, { intent: 'withdraw', channel: 'quote' }), 'withdraw')
	const quote = await stateOf(people.B1, 'quote')
	assert.equal(quote!.withdrawnOn, today)
	assert.equal(quote!.wording, 'Alte Fassung', 'what they had agreed to stays readable')
	assert.equal(await inTown((db) => db.$count(quotes, eq(quotes.id, town.quoteId))), 0)
})

test('allowing again counts in the wording of today', async () => {
	assert.equal((await stateOf(people.B1, 'quote'))!.wordingAgain, 'Neue Fassung')
	await change(people.B1, { intent: 'give', channel: 'quote' })
	const quote = await stateOf(people.B1, 'quote')
	assert.deepEqual([quote!.withdrawnOn, quote!.given, quote!.givenOn], [null, 'on-the-web', today])
	assert.equal(quote!.wording, 'Neue Fassung')
})

test('everybody reads which version they agreed to, and that a newer one does not bind them', async () => {
	await inTown((db) =>
		db
			.insert(consentTexts)
			.values({ channel: 'quote', version: 3, wording: { de: 'Neueste Fassung' }, validFrom: '2026-01-15' }),
	)
	const quote = await stateOf(people.B1, 'quote')
	assert.deepEqual([quote!.wording, quote!.version], ['Neue Fassung', { number: 2, validFrom: '2026-01-01' }])
	assert.equal(quote!.hasNewerWording, true)
	await change(people.B1, { intent: 'withdraw', channel: 'quote' })
	const withdrawn = await stateOf(people.B1, 'quote')
	assert.deepEqual([withdrawn!.wording, withdrawn!.version?.number], ['Neue Fassung', 2])
	assert.deepEqual([withdrawn!.wordingAgain, withdrawn!.versionAgain?.number], ['Neueste Fassung', 3])
	await change(people.B1, { intent: 'give', channel: 'quote' })
	assert.deepEqual((await stateOf(people.B1, 'quote'))!.version?.number, 3)
	assert.equal((await stateOf(people.B1, 'quote'))!.hasNewerWording, false)
})

test('a receipt found on the street allows nothing that was never allowed, and nothing with a name', async () => {
	await assert.rejects(change(people.B2, { intent: 'give', channel: 'quote-with-office' }), {
		code: 'consent-not-by-receipt',
	})
	await assert.rejects(change(people.B2, { intent: 'give', channel: 'photo' }), { code: 'consent-not-by-receipt' })
	await inTown((db) =>
		db
			.insert(consents)
			.values({ speakerId: people.B2, channel: 'quote-with-office', given: 'on-paper', withdrawnAt: at })
			.onConflictDoNothing(),
	)
	await assert.rejects(change(people.B2, { intent: 'give', channel: 'quote-with-office' }), {
		code: 'consent-not-by-receipt',
	})
	assert.equal((await stateOf(people.B2, 'quote-with-office'))!.wordingAgain, null)
})

test('who may no longer be analysed is not quoted either, and gives both back one after the other', async () => {
	await change(people.B1, { intent: 'withdraw', channel: 'analyse' })
	assert.equal((await stateOf(people.B1, 'quote'))!.withdrawnOn, today)
	await assert.rejects(change(people.B1, { intent: 'give', channel: 'quote' }), { code: 'consent-not-by-receipt' })
	await change(people.B1, { intent: 'give', channel: 'analyse' })
	await change(people.B1, { intent: 'give', channel: 'quote' })
	assert.equal((await stateOf(people.B1, 'quote'))!.withdrawnOn, null)
})

test('under 16 a parent has to agree again, the receipt is not enough', async () => {
	await change(people.B1, { intent: 'withdraw', channel: 'quote' })
	await inTown((db) => db.update(speakers).set({ isUnder16: true }).where(eq(speakers.id, people.B1)))
	await assert.rejects(change(people.B1, { intent: 'give', channel: 'quote' }), { code: 'consent-not-by-receipt' })
	await inTown((db) => db.update(speakers).set({ isUnder16: false }).where(eq(speakers.id, people.B1)))
})

test('a correction waits for the team with a day by which it must be answered, and is done once', async () => {
	await change(people.B1, { intent: 'correct', wish: 'Es war 2019, nicht 2021.' })
	const [open] = await inTown(findOpenRequests)
	assert.deepEqual([open!.kind, open!.wish, open!.dueOn], ['correct', 'Es war 2019, nicht 2021.', '2026-03-01'])
	const finish = () => inTown((db) => finishDataRequest(db, { requestId: open!.id, by: 'anna', day: today, at }))
	await finish()
	assert.deepEqual(await inTown(findOpenRequests), [])
	await assert.rejects(finish(), { code: 'data-request-unknown' })
	await assert.rejects(change(people.B1, { intent: 'correct', wish: ' ' }), { code: 'wish-empty' })
	await assert.rejects(change(people.B1, { intent: 'correct', wish: 'x'.repeat(4001) }), { code: 'wish-too-long' })
	for (let asked = 0; asked < 10; asked++) await change(people.B1, { intent: 'correct', wish: 'Noch etwas.' })
	await assert.rejects(change(people.B1, { intent: 'correct', wish: 'x' }), { code: 'too-many-requests-open' })
})

test('what came by letter is noted for later with its day, and what is done about it answers it', async () => {
	const noted = { via: 'mail', receivedOn: '2026-01-20', by: 'anna', today, at } as const
	const note = (more: Partial<NoteRequestForLater>) =>
		inTown((db) => noteRequestForLater(db, { ...noted, kind: 'restrict', speakerId: people.B2, ...more }))
	const ofB2 = async () => (await inTown(findOpenRequests)).filter(({ speaker }) => speaker?.id === people.B2)
	await note({})
	const [waiting] = await ofB2()
	assert.deepEqual([waiting!.kind, waiting!.via, waiting!.dueOn], ['restrict', 'mail', '2026-02-20'])
	const done = { via: 'mail', receivedOn: today, doneOn: today, doneBy: 'anna' } as const
	await inTown((db) => noteDataRequest(db, { ...done, kind: 'restrict', speakerId: people.B2 }))
	assert.deepEqual(await ofB2(), [])
	const kept = (await inTown(findDoneRequests)).filter(({ speaker }) => speaker?.id === people.B2)
	assert.deepEqual(
		kept.map(({ receivedOn, doneOn }) => [receivedOn, doneOn]),
		[['2026-01-20', today]],
	)
	await assert.rejects(note({ kind: 'sing' }), { code: 'request-kind-missing' })
	await assert.rejects(note({ kind: 'correct' }), { code: 'wish-empty' })
	await assert.rejects(note({ receivedOn: 'gestern' }), { code: 'day-unknown' })
	await assert.rejects(note({ receivedOn: '2026-02-02' }), { code: 'received-in-future' })
	await assert.rejects(note({ speakerId: town.roundId }), { code: 'speaker-unknown' })
})

test('a letter of somebody not found yet waits with what leads to them, and is declined only with a reason', async () => {
	const letter = { via: 'mail', receivedOn: today, by: 'anna', today, at, speakerId: null } as const
	const note = (about: string) =>
		inTown((db) => noteRequestForLater(db, { ...letter, kind: 'access', about, wish: 'Was haben Sie von mir?' }))
	const open = async () => (await inTown(findOpenRequests)).find(({ speaker }) => speaker === null)
	const finish = (requestId: string, declinedBecause: string) =>
		inTown((db) => finishDataRequest(db, { requestId, by: 'anna', day: today, at, declinedBecause }))
	await note('Brief Nr. 12')
	const unknown = (await open())!
	assert.equal(unknown.about, 'Brief Nr. 12')
	await assert.rejects(finish(unknown.id, ' '), { code: 'because-missing' })
	await finish(unknown.id, 'Niemand mit diesen Worten gefunden.')
	const [declined] = (await inTown(findDoneRequests)).filter(({ id }) => id === unknown.id)
	assert.equal(declined!.declinedBecause, 'Niemand mit diesen Worten gefunden.')
	assert.deepEqual([declined!.wish, declined!.about], ['', ''], 'words that belong to nobody known are not kept')

	await note('Brief Nr. 13')
	const { id: requestId } = (await open())!
	const assign = () => inTown((db) => assignDataRequest(db, { requestId, speakerId: people.B2, by: 'anna', at }))
	await assign()
	await assert.rejects(assign(), { code: 'data-request-unknown' })
	const [found] = (await inTown(findOpenRequests)).filter(({ id }) => id === requestId)
	assert.deepEqual([found!.speaker?.id, found!.wish, found!.about], [people.B2, 'Was haben Sie von mir?', ''])
	const acts = await inTown((db) => db.select({ act: auditEntries.act }).from(auditEntries))
	for (const act of ['noted', 'assigned', 'declined'])
		assert.ok(
			acts.some((entry) => entry.act === `data-request-${act}`),
			act,
		)
})

test('restricting keeps the words unused until they are released', async () => {
	await change(people.B1, { intent: 'restrict' })
	assert.equal(await inTown((db) => isRestricted(db, [people.B1])), true)
	assert.equal(await inTown((db) => isRestricted(db, [people.B2])), false)
	await change(people.B1, { intent: 'release' })
	assert.equal(await inTown((db) => isRestricted(db, [people.B1])), false)
})

test('what the page does not offer is refused', async () => {
	await assert.rejects(change(people.B1, { intent: 'erase' }), { code: 'own-change-unknown' })
	await assert.rejects(change(people.B1, { intent: 'withdraw', channel: 'everything' }), { code: 'channel-unknown' })
})

test('erasing leaves nothing of the person, and a note that somebody asked for it, without saying who', async () => {
	const open = await inTown(findOpenRequests)
	assert.ok(open.some(({ speaker }) => speaker?.id === people.B1))
	await inTown((db) => eraseOwn(db, { speakerIds: [people.B1], via: 'receipt', today, at }))
	const waiting = await inTown(findOpenRequests)
	assert.ok(
		waiting.every(({ speaker }) => speaker !== null),
		'nothing waits any more of somebody who is gone',
	)
	assert.equal(await inTown((db) => db.$count(voices, eq(voices.speakerId, people.B1))), 0)
	assert.equal(await inTown((db) => db.$count(dataRequests, eq(dataRequests.speakerId, people.B1))), 0)
	const noted = await inTown((db) =>
		db
			.select()
			.from(dataRequests)
			.where(and(eq(dataRequests.kind, 'erase'))),
	)
	assert.deepEqual(
		noted.map(({ speakerId, wish, doneOn }) => [speakerId, wish, doneOn]),
		[[null, '', today]],
	)
})

test('a request may take two months longer, once, within its first month and with a reason the person can read', async () => {
	const letter = { via: 'mail', receivedOn: '2026-01-15', by: 'anna', today, at, speakerId: null } as const
	await inTown((db) => noteRequestForLater(db, { ...letter, kind: 'access', about: 'Brief Nr. 14' }))
	const found = async () => (await inTown(findOpenRequests)).find(({ receivedOn }) => receivedOn === '2026-01-15')!
	const { id: requestId, dueOn } = await found()
	assert.equal(dueOn, '2026-02-15')
	const extend = (because: string, day = '2026-02-15') =>
		inTown((db) => extendDataRequest(db, { requestId, because, by: 'anna', day, at }))
	await assert.rejects(extend(' '), { code: 'extension-because-missing' })
	await assert.rejects(extend('Viele Blätter', '2026-02-16'), { code: 'extension-too-late' })
	await extend('Die Karten liegen noch im Archiv.')
	assert.equal((await found()).dueOn, '2026-04-15')
	await assert.rejects(extend('Noch länger'), { code: 'request-already-extended' })
	assert.equal((await found()).extendedBecause, 'Die Karten liegen noch im Archiv.')
	await inTown((db) => finishDataRequest(db, { requestId, by: 'anna', day: today, at }))
	await assert.rejects(extend('Nach dem Ende'), { code: 'data-request-unknown' })
})
