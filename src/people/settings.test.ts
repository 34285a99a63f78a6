import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { parseMethod } from '#method/method-file.ts'
import { createMunicipality } from './create-municipality.ts'
import { findMunicipality } from './find-municipality.ts'
import { findSettings } from './find-settings.ts'
import { saveDistricts } from './save-districts.ts'
import { saveProfile } from './save-profile.ts'
import { saveRolePopulations } from './save-role-populations.ts'
import { readDistricts, readProfile } from './settings-form.rules.ts'
import { consentTexts, rolePopulations } from './tables.ts'

const at = new Date('2026-11-22T09:00:00Z')
const by = 'renate'

test('once a town tells its inhabitants, the numbers behind its roles follow, but not those it has corrected', async () => {
	const database = await freshDatabase()
	const town = await createMunicipality(database, {
		name: 'Radstadt',
		districts: [{ name: 'Mitte' }, { name: 'Süd' }],
		at,
	})
	await inMunicipality(database, town.id, async (db) => {
		const before = await findSettings(db, 'de')
		const idOf = (label: string) => before.roles.find((role) => role.label === label)!.id
		await saveRolePopulations(db, { populations: new Map([[idOf('Feuerwehr'), 33]]), by, at })
		const changed = before.districts.map(({ id, name }) => ({ id, name, population: name === 'Mitte' ? 8000 : 700 }))
		await saveDistricts(db, { districts: changed, by, at })
		const after = await findSettings(db, 'de')
		const count = (label: string) => after.roles.find((role) => role.label === label)!.population
		assert.equal(count('Stimme aus der Gemeinde'), 8700)
		assert.equal(count('Stimme aus den Ortsteilen'), 700)
		assert.equal(count('Ehrenamt'), 1500)
		assert.equal(count('Feuerwehr'), 33)
		assert.equal(await db.$count(rolePopulations), 4)

		await saveDistricts(db, { districts: [...changed, { name: 'Nord', population: 0 }], by, at })
		const unknown = await findSettings(db, 'de')
		assert.equal(
			unknown.roles.find(({ label }) => label === 'Ehrenamt')?.population,
			1,
			'one unknown makes the whole unknown',
		)
		await assert.rejects(saveDistricts(db, { districts: [{ name: ' ', population: 1 }], by, at }), {
			code: 'district-missing',
		})
		await assert.rejects(saveDistricts(db, { districts: [{ name: 'Ost', population: 1.5 }], by, at }), {
			code: 'population-invalid',
		})
		await assert.rejects(saveRolePopulations(db, { populations: new Map([['x', 3]]), by, at }), {
			code: 'population-invalid',
		})
	})
})

test('a colour nobody could read is refused with its contrast', async () => {
	const database = await freshDatabase()
	const own = { kind: 'town-talk', label: { de: 'Radrunde', en: 'Bike round' }, plural: { de: 'Runden', en: 'Rounds' } }
	const consent = { channel: 'photo', wording: { de: 'Fotos ja.', en: 'Photos yes.', 'de-leicht': 'Fotos: ja.' } }
	const file = { format: 'gehoert-method-1', formats: [own], consentTexts: [consent] }
	const method = parseMethod(JSON.stringify(file), 'de')
	const town = await createMunicipality(database, { name: 'Radstadt', districts: [{ name: 'Mitte' }], method, at })
	const profile = {
		name: 'Radstadt',
		convener: 'Radverein',
		address: ['Markt 1', ''],
		email: 'rad@radstadt.example',
		responsible: '',
		by,
		at,
	}
	await inMunicipality(database, town.id, async (db) => {
		await saveProfile(db, { ...profile, townColour: { light: '#0b6e4f', dark: '#6fd0a8' } })
		assert.deepEqual((await findMunicipality(db)).profile.formats, [own], 'what its method brought stays')
		const texts = await db.select().from(consentTexts)
		assert.deepEqual([texts.length, texts.find(({ channel }) => channel === 'photo')?.wording.de], [6, 'Fotos ja.'])
		const weak = { ...profile, townColour: { light: '#ffff00', dark: '#6fd0a8' } }
		await assert.rejects(saveProfile(db, weak), { code: 'colour-too-weak-light', facts: { ratio: '1.1' } })
		await assert.rejects(saveProfile(db, { ...profile, townColour: { light: '#0b6e4f', dark: '#000000' } }), {
			code: 'colour-too-weak-dark',
		})
		await assert.rejects(saveProfile(db, { ...profile, townColour: { light: 'red', dark: '#6fd0a8' } }), {
			code: 'colour-invalid',
		})
		await assert.rejects(saveProfile(db, { ...profile, convener: '' }), { code: 'convener-missing' })
		await assert.rejects(saveProfile(db, { ...profile, name: '' }), { code: 'municipality-name-missing' })
	})
})

test('whoever picks another colour gets it, and whoever unticks their own gets blue again', () => {
	const read = (fields: Record<string, string>) => {
		const form = new FormData()
		for (const [name, value] of Object.entries(fields)) form.set(name, value)
		return readProfile(form).townColour
	}
	const shown = { 'colour-shown': '#0b5cad #7fb8f5' }
	const picked = { 'colour-light': '#7A1F5C', 'colour-dark': '#7fb8f5' }
	assert.deepEqual(read({ ...shown, ...picked }), { light: '#7a1f5c', dark: '#7fb8f5' })
	assert.equal(read({ ...shown, 'colour-light': '#0b5cad', 'colour-dark': '#7fb8f5' }), undefined)
	assert.equal(read({ 'colour-shown': '#7a1f5c #7fb8f5', ...picked }), undefined)
	assert.deepEqual(read({ ...picked, 'own-colour': 'ja' })?.light, '#7a1f5c')
})

test('numbers may be typed as Germans write them, and an empty row is no district', () => {
	const form = new FormData()
	for (const [name, value] of Object.entries({
		'name-1': 'Mitte',
		'population-1': '1.140',
		'name-2': 'Süd',
		'population-2': '',
		'name-new': ' ',
		'population-new': '9',
	}))
		form.set(name, value)
	assert.deepEqual(readDistricts(form), [
		{ id: '1', name: 'Mitte', population: 1140 },
		{ id: '2', name: 'Süd', population: 0 },
	])
})
