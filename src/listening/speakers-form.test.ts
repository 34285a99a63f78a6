import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { inMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { files } from '#platform/tables.ts'
import { applyRetention } from '#people/retention.ts'
import { sampleMunicipality } from '#people/sample.ts'
import { auditEntries } from '#people/tables.ts'
import { writeConsentText } from '#people/write-consent-text.ts'
import { consents } from './consent.tables.ts'
import { describeSpeakers } from './describe-speakers.ts'
import { findAgreements } from './find-agreements.ts'
import { findSpeakers } from './find-conversation.ts'
import { openScan } from './keep-scan.ts'
import { keepScans } from './keep-scans.ts'
import { readUploadForm } from './read-upload-form.ts'
import { readSpeakersForm } from './read-speakers-form.ts'
import './retention.ts'
import { SAMPLE_DAY as at, sampleRound } from './sample.ts'

const database = await freshDatabase()
const town = await sampleMunicipality(database)
const inTown = <Result>(work: (db: MunicipalityDatabase) => Promise<Result>) => inMunicipality(database, town.id, work)
const secrets = { pepperId: 'p', lookupPepper: '', sealPepper: '', sessionKey: randomBytes(32).toString('hex') }
const { conversationId } = await inTown(sampleRound)
const speakers = await inTown((db) => findSpeakers(db, conversationId))
const idOf = (code: string) => speakers.find((speaker) => speaker.code === code)!.id
const photo = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#fff' } })
	.png()
	.toBuffer()

/** The form as a browser sends it: ticks by code of speaker and field, as in `{ B1: 'may-analyse under16' }`. */
function formOf(ticks: Record<string, string>, more: Record<string, string | File> = {}): FormData {
	const form = new FormData()
	for (const { id, code } of speakers) {
		form.append('speaker', id)
		for (const tick of (ticks[code] ?? '').split(' ').filter(Boolean)) form.append(`${tick}-${id}`, 'ja')
		if (code === 'I') form.append(`moderator-${id}`, 'ja')
	}
	for (const [name, value] of Object.entries(more))
		form.append(
			name.replace(/-(B\d)$/, (_, code) => `-${idOf(code)}`),
			value,
		)
	return form
}

async function save(form: FormData) {
	const scans = await keepScans(form, { secrets, at }, inTown)
	const described = readSpeakersForm(form, scans)
	const how = { given: 'on-paper' as const, givenOn: '2025-04-09', by: town.team.moderator.accountId, at }
	await inTown((db) => describeSpeakers(db, { conversationId, described, ...how }))
	return inTown((db) => findSpeakers(db, conversationId))
}

test('a volunteer notes who allows what, how and when, with their own name beside it', async () => {
	const saved = await save(
		formOf(
			{ B1: 'may-record may-analyse may-quote', B2: 'may-record may-analyse may-photo' },
			{ 'given-B2': 'by-voice', 'given-on-B2': '2025-04-12' },
		),
	)
	const [b1, b2] = ['B1', 'B2'].map((code) => saved.find((speaker) => speaker.code === code)!)
	assert.deepEqual(b1!.channels.toSorted(), ['analyse', 'quote', 'record'])
	assert.deepEqual(
		b2!.givens.map(({ given, givenOn, notedBy }) => [given, givenOn, notedBy]),
		[['by-voice', '2025-04-12', 'Ben Okafor']],
	)
	await assert.rejects(save(formOf({ B1: 'may-analyse' }, { 'given-on-B1': '31.02.2025' })), { code: 'day-unknown' })
})

test('everybody keeps the wording they agreed to, also when the town writes a new one', async () => {
	await save(formOf({}))
	await save(formOf({ B1: 'may-analyse' }))
	const wording = { de: 'Meine Worte zählen mit.', en: 'My words count.', 'de-leicht': 'Ich zähle mit.' }
	const by = town.team.steward.accountId
	await inTown((db) => writeConsentText(db, { channel: 'analyse', wording, basedOn: 1, by, today: '2025-06-01', at }))
	const later = formOf({ B1: 'may-analyse', B2: 'may-analyse' }, { 'given-on-B2': '2025-06-02' })
	await save(later)
	const agreed = await inTown((db) => findAgreements(db, { conversationId, language: 'de' }))
	const versionOf = (code: string) =>
		agreed.find(({ speakerId, channel }) => speakerId === idOf(code) && channel === 'analyse')!.wording
	assert.equal(versionOf('B1')!.version, 1)
	assert.match(versionOf('B1')!.text, /dabei war, weiß/)
	assert.deepEqual(versionOf('B2'), { version: 2, text: 'Meine Worte zählen mit.' })
})

test('under 16 nothing counts without a parent, and everything that is ticked with one', async () => {
	await assert.rejects(save(formOf({ B1: 'may-analyse under16' })), {
		code: 'guardian-missing',
		facts: { speaker: 'B1' },
	})
	const saved = await save(formOf({ B1: 'may-analyse under16 guardian' }))
	const b1 = saved.find(({ code }) => code === 'B1')!
	assert.deepEqual([b1.isUnder16, b1.byGuardian, b1.channels], [true, true, ['analyse']])
	await save(formOf({ B1: 'may-analyse' }))
})

test('the signed paper is kept with what it allows, opened only by name, and without what the phone wrote into it', async () => {
	const scan = new File([photo], 'IMG_2041 Renate Vogel.png', { type: 'text/html' })
	await save(formOf({ B1: 'may-analyse may-quote' }, { 'scan-B1': scan }))
	const by = town.team.moderator.accountId
	const opened = await inTown((db) => openScan(db, { speakerId: idOf('B1'), by, at }))
	assert.deepEqual([opened.name, opened.mediaType], ['einwilligung.jpg', 'image/jpeg'])
	await inTown(async (db) => {
		const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.act, 'scan-read'))
		assert.deepEqual([entry!.by, entry!.subjectId], [by, idOf('B1')])
		await assert.rejects(openScan(db, { speakerId: idOf('B2'), by, at }), { code: 'scan-unknown' })
	})
	await assert.rejects(save(formOf({ B1: '' }, { 'scan-B1': scan })), { code: 'scan-without-consent' })
})

test('a paper that was chosen is not lost when something else in the form is refused', async () => {
	const drawing = new File(['<svg onload="alert(1)"/>'], 'bogen.png')
	const form = formOf(
		{ B1: 'may-analyse', B2: 'may-analyse' },
		{ 'scan-B1': new File([photo], 'b1.png'), 'scan-B2': drawing },
	)
	const before = await inTown((db) => db.$count(files))
	await assert.rejects(save(form), { code: 'upload-is-drawing' })
	assert.equal(form.get('refused-scan'), idOf('B2'))
	assert.equal(await inTown((db) => db.$count(files)), before + 1)
	const note = String(form.get(`scan-note-${idOf('B1')}`))

	const again = await save(formOf({ B1: 'may-analyse', B2: 'may-analyse' }, { 'scan-note-B1': note }))
	assert.ok(again.find(({ code }) => code === 'B1')!.scanFileId)
	assert.equal(await inTown((db) => db.$count(files)), before + 1)
})

test('a paper whose form was never saved is gone after a day, one that was saved stays, one that was replaced goes', async () => {
	await inTown((db) => db.update(consents).set({ scanFileId: null }))
	const ticks = { B1: 'may-analyse', B2: 'may-analyse' }
	const paper = () => new File([photo], 'b1.png')
	await save(formOf(ticks, { 'scan-B1': paper() }))
	await save(formOf(ticks, { 'scan-B1': paper() }))
	const refused = formOf(ticks, { 'scan-B2': paper(), 'given-on-B1': '31.02.2025' })
	await assert.rejects(save(refused), { code: 'day-unknown' })
	const note = String(refused.get(`scan-note-${idOf('B2')}`))

	const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000)
	const kept = () => inTown((db) => db.$count(files))
	const all = await kept()
	await applyRetention(database, town, later(23))
	assert.equal(await kept(), all)
	await applyRetention(database, town, later(25))
	assert.equal(await kept(), 1)
	const by = town.team.moderator.accountId
	assert.ok(await inTown((db) => openScan(db, { speakerId: idOf('B1'), by, at })))

	const late = formOf(ticks, { 'scan-note-B2': note })
	await assert.rejects(save(late), { code: 'scan-gone' })
	assert.equal(late.get(`scan-note-${idOf('B2')}`), null)
	assert.equal(late.get('refused-scan'), idOf('B2'))
})

test('a note of a scan that somebody made up ties no file to a consent', async () => {
	const [any] = await inTown((db) => db.select({ id: files.id }).from(files).limit(1))
	await save(formOf({ B2: 'may-record' }, { 'scan-note-B2': `${any!.id}.forged-signature-000000` }))
	const saved = await inTown((db) => findSpeakers(db, conversationId))
	assert.equal(saved.find(({ code }) => code === 'B2')!.scanFileId, null)
})

test('a text that is pasted allows nothing by itself, only what whoever brings it says of everybody', async () => {
	const form = new FormData()
	form.set('text', 'A: Der Bus fehlt.')
	assert.deepEqual((await readUploadForm(form)).options.channels, [])
	form.set('all-analyse', 'ja')
	assert.deepEqual((await readUploadForm(form)).options.channels, ['analyse'])
})
