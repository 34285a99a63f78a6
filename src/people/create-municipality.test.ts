import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { announcements } from '#platform/tables.ts'
import { changeAddresses } from './change-addresses.ts'
import { chooseMunicipality } from './chosen-municipality.ts'
import { createMunicipality } from './create-municipality.ts'
import { sampleMunicipality } from './sample.ts'
import { auditEntries, consentTexts, districts, rolePopulations, roles, sectors } from './tables.ts'

const at = new Date('2026-11-22T09:00:00Z')

test('a new municipality begins with its places, six sectors, a role dictionary and consent texts', async () => {
	const database = await freshDatabase()
	const town = await sampleMunicipality(database)
	await inMunicipality(database, town.id, async (db) => {
		assert.equal(await db.$count(districts), 6)
		assert.equal(await db.$count(sectors), 6)
		assert.equal(await db.$count(consentTexts), 6)
		const [villages] = await db.select().from(roles).where(eq(roles.slug, 'village-voice'))
		assert.equal(villages?.population, 3050)
		assert.equal(await db.$count(rolePopulations), 12)
		const [told] = await db.select({ kind: announcements.kind, about: announcements.about }).from(announcements)
		assert.deepEqual(told, { kind: 'municipality-created', about: { language: 'de' } })
	})
	const second = { name: 'Anderswo', districts: [{ name: 'Mitte' }], at }
	const taken = { ...second, slug: 'birkenrode' }
	await assert.rejects(createMunicipality(database, taken), { code: 'municipality-already-here' })
	if (database.engine === 'embedded') {
		await assert.rejects(createMunicipality(database, second), {
			code: 'municipality-second-embedded',
			facts: { slug: 'birkenrode' },
		})
	}
})

test('a town that does not tell its inhabitants gets roles that stand for one person each', async () => {
	const database = await freshDatabase()
	await assert.rejects(createMunicipality(database, { name: ' ', districts: [{ name: 'Mitte' }], at }), {
		code: 'municipality-name-missing',
	})
	await assert.rejects(createMunicipality(database, { name: 'Radstadt', districts: [], at }), {
		code: 'district-missing',
	})
	const twice = [{ name: 'Mitte' }, { name: 'mitte' }]
	await assert.rejects(createMunicipality(database, { name: 'Radstadt', districts: twice, at }), {
		code: 'district-twice',
	})

	const town = await createMunicipality(database, { name: 'Radstadt', districts: [{ name: 'Mitte' }], at })
	assert.equal(town.slug, 'radstadt')
	await inMunicipality(database, town.id, async (db) => {
		const counts = await db.select({ population: roles.population }).from(roles)
		assert.ok(counts.every(({ population }) => population === 1))
	})
})

test('a town whose pages speak English first begins with an English codebook', async () => {
	const database = await freshDatabase()
	const languages = ['en', 'de']
	const town = await createMunicipality(database, { name: 'Ashford', languages, districts: [{ name: 'Centre' }], at })
	await inMunicipality(database, town.id, async (db) => {
		const [told] = await db.select({ about: announcements.about }).from(announcements)
		assert.deepEqual(told?.about, { language: 'en' })
	})
})

test('a town gets its host later, too; that of another town is refused, and who looks up the log sees that it changed', async () => {
	const database = await freshDatabase()
	const town = await createMunicipality(database, { name: 'Radstadt', districts: [{ name: 'Mitte' }], at })
	const change = (wanted: { hosts?: string[]; languages?: string[] }) =>
		changeAddresses(database, { municipalityId: town.id, by: 'command', at, ...wanted })
	const found = async () => {
		const { hosts, languages } = await chooseMunicipality(database, 'radstadt')
		return [hosts, languages]
	}
	await change({ hosts: ['Radstadt.example'], languages: ['en'] })
	assert.deepEqual(await found(), [['radstadt.example'], ['en']])
	await change({ hosts: ['radstadt.example', 'rad.example'] })
	await assert.rejects(change({}), { code: 'nothing-to-change' })
	await assert.rejects(change({ hosts: ['kein host'] }), { code: 'host-invalid' })
	await assert.rejects(change({ languages: ['xx'] }), { code: 'language-unknown' })
	if (database.engine === 'postgres') {
		const other = await createMunicipality(database, { name: 'Anderswo', districts: [{ name: 'Mitte' }], at })
		const taken = { municipalityId: other.id, hosts: ['rad.example'], by: 'command', at }
		await assert.rejects(changeAddresses(database, taken), {
			code: 'host-taken',
			facts: { host: 'rad.example', slug: 'radstadt' },
		})
	}
	await change({ hosts: [] })
	assert.deepEqual(await found(), [[], ['en']])
	await inMunicipality(database, town.id, async (db) => assert.equal(await db.$count(auditEntries), 3))
})
