import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import type { Secrets } from '#platform/secrets.ts'
import { sealBytes } from '#protecting/sealed-bytes.ts'
import { noteDataRequest } from '#listening/note-data-request.ts'
import { contacts } from '#listening/consent.tables.ts'
import { conversations, speakers } from '#listening/tables.ts'
import { coders, memos } from '#understanding/tables.ts'
import { answers } from '#answering/tables.ts'
import { publishedTown, PRINTED } from '../sample.ts'
import { findOwnData } from './find-own-data.ts'

const pepper = () => randomBytes(32).toString('hex')
const secrets: Secrets = { pepperId: 'p1', lookupPepper: pepper(), sealPepper: pepper(), sessionKey: pepper() }

const town = await publishedTown(await freshDatabase())
const { speakers: people, municipalityId, inTown } = town
const municipality = { id: municipalityId, name: 'Quellheim', profile: { convener: 'Zukunft Quellheim e. V.' } }

await inTown(async (db) => {
	const [coder] = await db.update(coders).set({ name: 'Codiererin Carla' }).returning({ id: coders.id })
	await db.insert(memos).values({ codingId: town.codings.shop, coderId: coder!.id, text: 'Klingt nach Frau Merz.' })
	await db.update(conversations).set({ title: 'Café bei Frau Merz', moderators: ['Moderatorin Mona'] })
	await db.update(speakers).set({ pseudonym: 'Lerche' }).where(eq(speakers.id, people.B1))
	await db.insert(contacts).values({
		speakerId: people.B1,
		sealed: sealBytes(secrets, municipalityId, 'contact', Buffer.from('0176 55443322')),
	})
	await db.insert(answers).values([
		{
			voiceId: town.voices.B1,
			kind: 'heard',
			because: 'Danke für den Laden.',
			byOffice: 'Rathaus',
			answeredOn: '2026-01-01',
		},
		{
			voiceId: town.voices.B2,
			kind: 'heard',
			because: 'Danke für den Bus.',
			byOffice: 'Rathaus',
			answeredOn: '2026-01-01',
		},
	])
	const asked = { kind: 'correct', via: 'receipt', receivedOn: '2026-01-02' } as const
	await noteDataRequest(db, { ...asked, speakerId: people.B1, wish: 'Der Laden hieß anders.' })
	await noteDataRequest(db, { ...asked, speakerId: people.B2, wish: 'Der Bus fährt dreimal.' })
})

const dataOf = (speakerId: string) =>
	inTown((db) =>
		findOwnData(db, { municipality, secrets, speakerIds: [speakerId], today: '2026-02-01', language: 'de' }),
	)

test('one click gives a person everything kept of them', async () => {
	const [own] = (await dataOf(people.B1)).conversations
	assert.equal(own!.about.pseudonym, 'Lerche')
	assert.equal(own!.contact, '0176 55443322')
	assert.equal(own!.voices.length, 1)
	const [voice] = own!.voices
	assert.ok(voice!.text.includes(PRINTED))
	assert.deepEqual(
		voice!.understood.map(({ stance }) => stance),
		['hinders', 'helps'],
	)
	assert.deepEqual(
		voice!.quotes.map(({ label, under }) => [label, under]),
		[['Engagierte', 'Versorgung']],
	)
	assert.deepEqual(
		voice!.answers.map(({ because }) => because),
		['Danke für den Laden.'],
	)
	assert.ok(own!.consents.some(({ channel, withdrawnOn }) => channel === 'quote' && withdrawnOn === null))
	assert.deepEqual(
		own!.requests.map(({ wish, doneOn }) => [wish, doneOn]),
		[['Der Laden hieß anders.', null]],
	)
})

test('nothing in it is about anybody else: no other words, no coder, no memo, no moderator, no title of the team’s', async () => {
	const said = JSON.stringify(await dataOf(people.B1))
	for (const foreign of [
		'Der Bus fährt',
		'Protokoll',
		'Danke für den Bus',
		'Carla',
		'Merz',
		'Mona',
		people.B2,
		town.voices.B2,
		town.codings.bus,
	])
		assert.ok(!said.includes(foreign), foreign)
	const other = JSON.stringify(await dataOf(people.B2))
	for (const foreign of [PRINTED, 'Lerche', '0176', 'hieß anders']) assert.ok(!other.includes(foreign), foreign)
})

test('nobody gets data of somebody who is not here', async () => {
	await assert.rejects(dataOf(crypto.randomUUID()), { code: 'speaker-unknown' })
})
