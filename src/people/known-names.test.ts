import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { addKnownNames } from './add-known-names.ts'
import { findOwnNames } from './find-own-names.ts'
import { readNameLines } from './known-names.rules.ts'
import { readKnownNames } from './read-known-names.ts'
import { removeKnownNames } from './remove-known-names.ts'
import { sampleMunicipality } from './sample.ts'

const at = new Date('2026-11-22T09:00:00Z')
const by = 'renate'

test('a town adds the names of its own once each, finds them in order, and takes them away again', async () => {
	const database = await freshDatabase()
	const { id } = await sampleMunicipality(database)
	await inMunicipality(database, id, async (db) => {
		const names = readNameLines('- Wollinweg\n2. Am Ährenfeld\n\nWollinweg\n  Am   Anger ').map((name) => ({
			kind: 'street' as const,
			name,
		}))
		assert.equal(await addKnownNames(db, { names, by, at }), 3)
		assert.equal(await addKnownNames(db, { names, by, at }), 0)
		const streets = (await findOwnNames(db)).find(({ kind }) => kind === 'street')!.names
		assert.deepEqual(
			streets.map(({ name }) => name),
			['Am Ährenfeld', 'Am Anger', 'Wollinweg'],
		)

		assert.equal(await removeKnownNames(db, { ids: [streets[2]!.id], by, at }), 1)
		await assert.rejects(removeKnownNames(db, { ids: [streets[2]!.id], by, at }), { code: 'known-names-none-chosen' })
		await assert.rejects(removeKnownNames(db, { ids: ['1; drop table known_name'], by, at }), {
			code: 'known-names-none-chosen',
		})
		await assert.rejects(addKnownNames(db, { names: [], by, at }), { code: 'known-names-missing' })
		const long = { kind: 'surname' as const, name: 'W'.repeat(121) }
		await assert.rejects(addKnownNames(db, { names: [long], by, at }), { code: 'known-name-too-long' })
		const many = Array.from({ length: 5001 }, (_, number) => ({ kind: 'surname' as const, name: `Wollin ${number}` }))
		await assert.rejects(addKnownNames(db, { names: many, by, at }), { code: 'known-names-too-many' })
	})
})

test('a table of names is read with or without a head, in German or English, and says which line it does not understand', () => {
	const bytes = (text: string) => new TextEncoder().encode(text)
	assert.deepEqual(
		readKnownNames(bytes('Art;Name\nStraße;Am Anger\nverein;"TSV Oberlohe; Abteilung Turnen"\n'), null),
		[
			{ kind: 'street', name: 'Am Anger' },
			{ kind: 'association', name: 'TSV Oberlohe; Abteilung Turnen' },
		],
	)
	assert.deepEqual(readKnownNames(bytes('\ufeffWollin\nWollin\nQuitzow\n'), 'surname'), [
		{ kind: 'surname', name: 'Wollin' },
		{ kind: 'surname', name: 'Quitzow' },
	])
	assert.throws(() => readKnownNames(bytes('street,Am Anger\nGasthof,Linde'), null), { code: 'known-kind-unknown' })
	assert.throws(() => readKnownNames(bytes('Wollin'), null), { code: 'known-kind-unknown' })
	assert.throws(() => readKnownNames(new Uint8Array([0x4d, 0xfc, 0x6c]), 'surname'), { code: 'known-names-unreadable' })
})
