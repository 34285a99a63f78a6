import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { addKnownNames } from '#people/add-known-names.ts'
import { sampleMunicipality } from '#people/sample.ts'
import { findGazetteer } from './find-gazetteer.ts'
import { findNames } from './find-names.rules.ts'

test('what a town says of itself is found in its texts: its streets, its associations, its people in office', async () => {
	const database = await freshDatabase()
	const { id } = await sampleMunicipality(database)
	await inMunicipality(database, id, async (db) => {
		const text = 'Frag in der Zehntscheune, am Steg wohnt Apfel, und die Zunft tagt in Birkenrode.'
		const found = async () =>
			findNames(text, await findGazetteer(db)).map(({ kind, text: words, isOwn }) => [kind, words, isOwn ?? false])
		assert.deepEqual(await found(), [])

		const names = [
			{ kind: 'firm' as const, name: 'Zehntscheune' },
			{ kind: 'street' as const, name: 'Am Steg' },
			{ kind: 'office-holder' as const, name: 'Wehrführer Dirk Apfel' },
			{ kind: 'association' as const, name: 'Zunft' },
		]
		await addKnownNames(db, { names, by: 'renate', at: new Date('2026-11-22T09:00:00Z') })
		assert.deepEqual(await found(), [
			['firm', 'Zehntscheune', true],
			['street', 'am Steg', true],
			['person', 'Apfel', false],
			['association', 'Zunft', true],
		])
	})
})
