import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { sampleMunicipality } from '#people/sample.ts'
import { municipalities } from '#people/tables.ts'
import { findRounds } from './find-rounds.ts'
import { importFile } from './import-file.ts'
import { conversations } from './tables.ts'

test('a file brought in by command begins its round when there is none, and joins it the next time', async () => {
	const database = await freshDatabase()
	const { id } = await sampleMunicipality(database)
	const wanted = {
		file: { name: 'brief.txt', bytes: new TextEncoder().encode('Die Bank am Brunnen fehlt.') },
		round: 'herbst',
		options: {
			format: 'written' as const,
			title: undefined,
			heldOn: undefined,
			district: undefined,
			channels: ['analyse' as const],
		},
		at: new Date('2026-11-22T10:00:00Z'),
		besideServer: false,
	}
	await assert.rejects(importFile(database, id, wanted), { code: 'round-unknown' })
	const first = await importFile(database, id, { ...wanted, beginsRound: true })
	const again = await importFile(database, id, { ...wanted, beginsRound: true })
	assert.deepEqual([first.added, again.added, again.unchanged], [1, 0, 1])
	assert.deepEqual(
		(await inMunicipality(database, id, findRounds)).map(({ slug }) => slug),
		['herbst'],
	)
	const broken = {
		...wanted,
		round: 'winter',
		beginsRound: true,
		file: { name: 'brief.txt', bytes: new Uint8Array([0, 1, 2]) },
	}
	await assert.rejects(importFile(database, id, broken))
	assert.equal((await inMunicipality(database, id, findRounds)).length, 1, 'a refused file begins no round')

	// Where nobody gives interviews, a text that says nothing of itself is none.
	await inMunicipality(database, id, async (db) => {
		const [town] = await db.select({ profile: municipalities.profile }).from(municipalities)
		const name = { de: 'Dorfrunde', en: 'Village round' }
		const formats = [{ kind: 'town-talk' as const, label: name, plural: name }]
		await db.update(municipalities).set({ profile: { ...town!.profile, formats } })
	})
	const talk = { name: 'talk.txt', bytes: new TextEncoder().encode('A: Der Laden fehlt.\n\nB: Und der Bus.') }
	const brought = await importFile(database, id, { ...wanted, file: talk, options: { channels: ['analyse'] } })
	await inMunicipality(database, id, async (db) => {
		const [kept] = await db.select().from(conversations).where(eq(conversations.id, brought.ids[0]!))
		assert.equal(kept?.format, 'town-talk')
	})
})
