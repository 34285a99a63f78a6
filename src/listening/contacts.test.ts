import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { findCurrentConsentTexts } from '#people/find-consent-texts.ts'
import { sampleMunicipality } from '#people/sample.ts'
import { auditEntries } from '#people/tables.ts'
import { findContacts, openContact, writeContact } from './contacts.ts'
import { openRound } from './open-round.ts'
import { SAMPLE_DAY as at, sampleRound } from './sample.ts'
import { reachOf } from './speak-form.rules.ts'
import { submitVoice } from './submission-queue.ts'
import type { Submission } from './submission.rules.ts'
import { consents, contacts } from './consent.tables.ts'
import { conversations, speakers } from './tables.ts'
import { withdrawConsent } from './withdraw-consent.ts'

const database = await freshDatabase()
const town = await sampleMunicipality(database)
const pepper = () => randomBytes(32).toString('hex')
const secrets = { pepperId: 'p', lookupPepper: pepper(), sealPepper: pepper(), sessionKey: pepper() }
const inTown = <Result>(work: (db: MunicipalityDatabase) => Promise<Result>) => inMunicipality(database, town.id, work)
await inTown(async (db) => openRound(db, { roundId: (await sampleRound(db)).round.id }))
const by = town.team.moderator.accountId
const opening = { secrets, municipalityId: town.id, by, at }

const SAID: Submission = {
	submissionId: '',
	title: '',
	text: 'Am Bach fehlt eine Bank.',
	stance: null,
	sector: null,
	district: null,
	role: null,
	ageBand: null,
	mayAnalyse: true,
	mayQuote: false,
}

function submit(change: Partial<Submission>) {
	return submitVoice(database, { id: town.id, timeZone: 'Europe/Berlin' }, secrets, {
		...SAID,
		submissionId: randomUUID(),
		...change,
	})
}

test('whoever may be asked again leaves a number that only a member opens, and the opening is noted', async () => {
	await submit({ mayContact: true, contact: ' 0170 1234567,\n KANARIE@example.org ' })
	const [person] = await inTown(findContacts)
	assert.deepEqual([person!.isKept, person!.beginning], [true, 'Am Bach fehlt eine Bank.'])
	await inTown(async (db) => {
		const [kept] = await db.select().from(contacts)
		assert.doesNotMatch(Buffer.from(kept!.sealed).toString('latin1'), /KANARIE|0170/)
		const reach = await openContact(db, { ...opening, speakerId: person!.speakerId })
		assert.equal(reach, '0170 1234567, KANARIE@example.org')
		assert.deepEqual(reachOf(reach), { mail: 'KANARIE@example.org', phone: '01701234567' })
		const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.act, 'contact-read'))
		assert.deepEqual([entry!.by, entry!.subjectId], [by, person!.speakerId])
	})
})

test('the contact is gone the moment somebody takes back that yes, and opens for nobody', async () => {
	const [person] = await inTown(findContacts)
	const { speakerId } = person!
	await inTown((db) => withdrawConsent(db, { speakerId, channel: 'contact', at }))
	await inTown(async (db) => {
		assert.equal(await db.$count(contacts), 0)
		assert.deepEqual(await findContacts(db), [])
		await assert.rejects(openContact(db, { ...opening, speakerId }), { code: 'contact-not-allowed' })
		await assert.rejects(writeContact(db, { ...opening, speakerId, text: '0170' }), { code: 'contact-not-allowed' })
	})
})

test('a number typed without the tick is not kept, and a tick without a number is asked about', async () => {
	await submit({ mayContact: false, contact: '0170 7654321' })
	assert.equal(await inTown((db) => db.$count(contacts)), 0)
	await assert.rejects(submit({ mayContact: true, contact: '  ' }), { code: 'contact-missing' })
	await assert.rejects(submit({ mayContact: true, contact: 'x'.repeat(201) }), { code: 'contact-too-long' })
})

test('who sends the form again without that tick is not contacted any more', async () => {
	const one = { submissionId: randomUUID(), mayContact: true, contact: '0170 1' }
	await submit(one)
	await submit({ ...one, mayContact: false })
	assert.equal(await inTown((db) => db.$count(contacts)), 0)
})

test('under 16 nothing is stored before a parent agrees, and then it counts as their agreement', async () => {
	const before = await inTown((db) => db.$count(conversations))
	await assert.rejects(submit({ isUnder16: true }), { code: 'guardian-must-agree' })
	assert.equal(await inTown((db) => db.$count(conversations)), before)
	await submit({ isUnder16: true, guardianAgrees: true, mayQuote: true, text: 'Der Skateplatz ist kaputt.' })
	await inTown(async (db) => {
		const [child] = await db.select().from(speakers).where(eq(speakers.isUnder16, true))
		const held = await db.select().from(consents).where(eq(consents.speakerId, child!.id))
		assert.deepEqual(held.map(({ channel, byGuardian }) => [channel, byGuardian]).toSorted(), [
			['analyse', true],
			['quote', true],
		])
	})
})

test('the form keeps which wording was shown, and refuses one there never was', async () => {
	const texts = await inTown(findCurrentConsentTexts)
	const idOf = (channel: string) => texts.find((text) => text.channel === channel)!.id
	await submit({ wordings: { analyse: idOf('analyse') }, text: 'Mit Fassung.' })
	await inTown(async (db) => {
		const kept = await db
			.select()
			.from(consents)
			.where(eq(consents.consentTextId, idOf('analyse')))
		assert.ok(kept.some(({ given }) => given === 'on-the-web'))
	})
	for (const made of [randomUUID(), idOf('photo'), 'x'])
		await assert.rejects(submit({ wordings: { analyse: made } }), { code: 'consent-text-unknown' })
})
