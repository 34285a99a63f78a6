import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { PACK_CONSENT_TEXTS } from '#method/consent-texts.ts'
import { findConsentTexts, findCurrentConsentTexts } from './find-consent-texts.ts'
import { sampleMunicipality } from './sample.ts'
import { auditEntries, consentTexts } from './tables.ts'
import { writeConsentText, type WriteConsentText } from './write-consent-text.ts'

const database = await freshDatabase()
const town = await sampleMunicipality(database)
const inTown = <Result>(work: (db: MunicipalityDatabase) => Promise<Result>) => inMunicipality(database, town.id, work)

const WANTED: WriteConsentText = {
	channel: 'photo',
	wording: { de: 'Fotos  von mir sind erlaubt.', en: 'Photos of me are fine.', 'de-leicht': 'Fotos sind in Ordnung.' },
	basedOn: 1,
	by: town.team.steward.accountId,
	today: '2026-11-22',
	at: new Date('2026-11-22T10:00:00Z'),
}
const write = (change: Partial<WriteConsentText> = {}) => inTown((db) => writeConsentText(db, { ...WANTED, ...change }))

test('a town begins with a wording for every channel, in three languages, that says withdrawing and being known are honest', () =>
	inTown(async (db) => {
		const found = await findCurrentConsentTexts(db)
		assert.equal(found.length, 6)
		for (const { wording, version } of found) {
			assert.equal(version, 1)
			assert.ok(wording.de && wording.en && wording['de-leicht'])
		}
		assert.match(found.find(({ channel }) => channel === 'analyse')!.wording.de, /dabei war, weiß/)
		assert.ok(
			PACK_CONSENT_TEXTS.every(({ wording }) => Math.max(...Object.values(wording).map((one) => one.length)) < 400),
		)
	}))

test('a new wording is a new version, and the old one stays readable as it was', async () => {
	const before = await inTown((db) => findConsentTexts(db))
	assert.deepEqual(await write(), { version: 2 })
	await inTown(async (db) => {
		const photo = (await findConsentTexts(db)).filter(({ channel }) => channel === 'photo')
		assert.deepEqual(
			photo.map(({ version, validFrom }) => [version, validFrom]),
			[
				[2, '2026-11-22'],
				[1, '2025-03-03'],
			],
		)
		assert.equal(photo[0]!.wording.de, 'Fotos von mir sind erlaubt.')
		assert.deepEqual(
			photo[1],
			before.find(({ channel }) => channel === 'photo'),
		)
		const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.act, 'consent-text-written'))
		assert.equal(entry!.subjectId, photo[0]!.id)
	})
})

test('a wording is written in every language, not too long, and not the same again', async () => {
	const current = await inTown(async (db) =>
		(await findCurrentConsentTexts(db)).find(({ channel }) => channel === 'photo')!,
	)
	const now = { basedOn: current.version }
	await assert.rejects(write({ ...now, wording: { ...WANTED.wording, en: ' ' } }), { code: 'consent-text-missing' })
	await assert.rejects(write({ ...now, wording: { ...WANTED.wording, de: 'x'.repeat(901) } }), {
		code: 'consent-text-too-long',
	})
	await assert.rejects(write({ ...now, wording: current.wording as WriteConsentText['wording'] }), {
		code: 'consent-text-same',
	})
	await assert.rejects(write({ basedOn: 0 }), { code: 'consent-text-changed' })
})

test('nobody changes or removes a wording that people agreed to, not even by a mistake in the software', async () => {
	const isDenied = (error: { cause?: { code?: string } }) => error.cause?.code === '42501'
	await assert.rejects(
		inTown((db) => db.update(consentTexts).set({ wording: { de: 'Alles ist erlaubt.' } })),
		isDenied,
	)
	await assert.rejects(
		inTown((db) => db.delete(consentTexts)),
		isDenied,
	)
})
