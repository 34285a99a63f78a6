import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { changeRetention } from '#people/retention.ts'
import '#people/retention-kinds.ts'
import '#listening/retention.ts'
import { changeSuggestingSettings } from '#understanding/suggesting/suggesting-settings.ts'
import { sampleMunicipality } from '#people/sample.ts'
import { findRecordFacts } from './find-record-facts.ts'
import { RECORD_KINDS, type RecordDocument } from './record-document.ts'
import { RECORD_SLUGS, recordKindOf } from './record-slugs.ts'
import { renderRecordDocx } from './render-record-docx.ts'
import { noticeSections, writeRecord } from './write-record.ts'

const database = await freshDatabase()
const municipality = await sampleMunicipality(database)
const factsOf = (profile: Partial<typeof municipality.profile> = {}) =>
	inMunicipality(database, municipality.id, (db) =>
		findRecordFacts(db, {
			municipality: { ...municipality, profile: { ...municipality.profile, ...profile } },
			today: '2026-02-01',
			language: 'de',
		}),
	)

const wordsOf = (record: RecordDocument) => JSON.stringify(record)

test('every document names the municipality or whoever convenes, and what a person still has to fill in', async () => {
	const facts = await factsOf()
	for (const kind of RECORD_KINDS) {
		const record = writeRecord(kind, facts)
		assert.match(wordsOf(record), /Birkenrode/)
		assert.ok(
			record.sections.some(({ blanks }) => blanks?.length),
			kind,
		)
		assert.equal(recordKindOf(RECORD_SLUGS[kind]), kind)
	}
	assert.equal(recordKindOf('constructor'), undefined)
})

test('what a municipality sets stands in its documents: wordings, periods, officer, how many people a label stands for', async () => {
	await inMunicipality(database, municipality.id, (db) =>
		changeRetention(db, { days: new Map([['sent-mails', 17]]), by: 'anna', at: new Date() }),
	)
	const facts = await factsOf({ dataProtectionOfficer: 'Dr. Silke Amt', supervisoryAuthority: 'LfDI Musterland' })
	const notice = writeRecord('privacy-notice', facts)
	for (const said of ['ohne meinen Namen ausgewertet', '17 Tage', 'Dr. Silke Amt', 'LfDI Musterland'])
		assert.ok(wordsOf(notice).includes(said), said)
	assert.match(wordsOf(writeRecord('impact-note', facts)), /mindestens 10 Menschen/)
	assert.ok(!wordsOf(notice).includes('datenschutzbeauftragte Person, oder'))
})

test('nothing says that no language model reads along where one does, and whole years are said as years', async () => {
	const without = await factsOf()
	assert.match(wordsOf(writeRecord('processing-record', without)), /kein Sprachmodell/)
	assert.match(wordsOf(writeRecord('privacy-notice', without)), /"3 Jahre vom/)
	const settings = {
		isOn: true,
		endpoint: 'https://modell.example/v1',
		endpointModel: 'klein',
		by: 'anna',
		at: new Date(),
	}
	await inMunicipality(database, municipality.id, (db) => changeSuggestingSettings(db, settings))
	const facts = await factsOf()
	for (const kind of ['processing-record', 'privacy-notice'] as const) {
		const said = wordsOf(writeRecord(kind, facts))
		assert.match(said, /Sprachmodell auf dem Server modell\.example/)
		assert.doesNotMatch(said, /kein Sprachmodell/)
	}
})

test('the public page shows a notice for every form, and nothing that is still to be filled in', async () => {
	const sections = noticeSections(await factsOf())
	assert.deepEqual(
		sections.map(({ id }) => id),
		['mitreden', 'gespraech', 'karte', 'einwilligungen', 'fristen'],
	)
	assert.ok(sections.every((section) => !('blanks' in section)))
})

test('each document opens in Word', async () => {
	const bytes = await renderRecordDocx(writeRecord('processing-record', await factsOf()), {
		language: 'de',
		notice: 'Vorlage',
		blank: (what) => what,
	})
	assert.equal(Buffer.from(bytes.subarray(0, 2)).toString(), 'PK')
})
