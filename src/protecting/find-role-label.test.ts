import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { createMunicipality } from '#people/create-municipality.ts'
import { sampleMunicipality } from '#people/sample.ts'
import { findRoleDictionary, findRoleLabel, requireSafeLabel } from './find-role-label.ts'

test('the dictionary of a town decides which label may stand', async () => {
	const database = await freshDatabase()
	const town = await sampleMunicipality(database)
	await inMunicipality(database, town.id, async (db) => {
		assert.equal((await findRoleLabel(db, { label: 'Kommunalpolitik' })).allowed, true)
		assert.equal((await findRoleLabel(db, { label: 'Stadträtin, Neubürgerin' })).suggestion, 'Kommunalpolitik')
		assert.equal((await findRoleLabel(db, { label: 'Bürgerin', district: 'Oberlohe' })).allowed, true)
		const english = await findRoleDictionary(db, 'en')
		assert.throws(() => requireSafeLabel(english, { label: 'Pfarrerin' }), {
			code: 'label-too-fine',
			facts: { label: 'Pfarrerin', minimum: 10, suggestion: 'Church' },
		})
		assert.equal(requireSafeLabel(english, { label: 'Church' }).population, 95)
	})
})

test('a town that does not know its inhabitants is told to enter them first', async () => {
	const database = await freshDatabase()
	const town = await createMunicipality(database, { name: 'Radstadt', districts: [{ name: 'Mitte' }], at: new Date() })
	await inMunicipality(database, town.id, async (db) => {
		const dictionary = await findRoleDictionary(db)
		assert.throws(() => requireSafeLabel(dictionary, { label: 'Ehrenamt' }), { code: 'label-needs-inhabitants' })
	})
})
