/** Several municipalities in one installation: each under its own host or below its own path. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inInstallation, inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { createMunicipality } from '#people/create-municipality.ts'
import { sampleMunicipality } from '#people/sample.ts'
import { RESERVED_SLUGS } from '#people/slugs.rules.ts'
import { municipalities } from '#people/tables.ts'
import { eq } from 'drizzle-orm'
import routes from '../../src/routes.ts'
import { openTestHouse, pairs } from './house.ts'

const HERE = 'http://localhost:3000'
const database = await freshDatabase()
const severalNeeded = { skip: database.engine === 'embedded' && 'the embedded database holds one municipality' }
const town = await sampleMunicipality(database)
const house = await openTestHouse(database)

test('a single municipality answers at every host, and below its own name too', async () => {
	for (const address of [`${HERE}/impressum`, 'http://192.168.1.7/impressum', `${HERE}/birkenrode/impressum`]) {
		const { status, text } = await house.ask(address)
		assert.equal(status, 200, address)
		assert.match(text, /Birkenrode/)
	}
	const below = await house.ask(`${HERE}/birkenrode`)
	assert.equal(below.status, 200)
})

test('a second municipality on the embedded database is refused with the reason', async () => {
	if (database.engine === 'postgres') return
	await assert.rejects(sampleMunicipality(database, { slug: 'anderswo', name: 'Anderswo' }), {
		code: 'municipality-second-embedded',
		facts: { slug: 'birkenrode' },
	})
})

test('a municipality cannot be called like a page', async () => {
	const wanted = { name: 'Themen', districts: [{ name: 'Mitte' }], at: new Date() }
	await assert.rejects(createMunicipality(database, wanted), { code: 'slug-reserved' })
	const firstParts = (routes as { path?: string }[]).map(({ path = '' }) => path.replace(/^\//, '').split('/')[0]!)
	const api = house.routes.map(({ path }) => path.split('/')[1]!)
	for (const part of new Set([...firstParts, ...api]))
		if (/^[a-z0-9-]+$/.test(part)) assert.ok(RESERVED_SLUGS.includes(part), `${part} is reserved`)
})

test('below a path every link, form, redirect and cookie stays below it', severalNeeded, async () => {
	await sampleMunicipality(database, { slug: 'anderswo', name: 'Anderswo' })
	const at = `${HERE}/birkenrode`
	const home = await house.ask(at)
	assert.equal(home.status, 200)
	assertBelow(home.text, '/birkenrode')
	const spoken = await house.ask(`${at}/mitreden?lang=en`)
	assert.match(spoken.cookies.join(), /language=en; Path=\/birkenrode;/)
	assertBelow(spoken.text, '/birkenrode')

	const closed = await house.ask(`${at}/werkstatt/team?seite=2`)
	assert.equal(closed.status, 302)
	assert.equal(
		closed.headers.get('location'),
		`/birkenrode/werkstatt/anmelden?weiter=${encodeURIComponent('/werkstatt/team?seite=2')}`,
	)
	const token = await house.signIn.createLink(town.team.steward.email)
	const entered = await house.ask(`${at}/werkstatt/anmelden/link/${token}`, { form: {} })
	assert.equal(entered.status, 303)
	assert.match(entered.headers.get('location') ?? '', /^\/birkenrode\/werkstatt/)
	assert.match(entered.cookies.join(), /gehoert\.session=[^;]+;.*Path=\/birkenrode(;|$)/)
	const cookie = pairs(entered.cookies)
	const team = await house.ask(`${at}/werkstatt/team`, { cookie })
	assert.equal(team.status, 200)
	assertBelow(team.text, '/birkenrode')
	const elsewhere = await house.ask(`${HERE}/anderswo/werkstatt/team`, { cookie })
	assert.equal(elsewhere.status, 302, 'a session of one municipality opens nothing in another')
	const invited = await house.ask(`${at}/werkstatt/team/einladen`, {
		cookie,
		form: { way: 'paper', name: 'Nina Neu', part: 'editor' },
	})
	assert.match(invited.text, /localhost:3000\/birkenrode\/werkstatt\/einladung/)
	const codings = `api/v1/codings?transcript=${crypto.randomUUID()}`
	const asProgram = { cookie, headers: { accept: 'application/json' } }
	assert.doesNotMatch((await house.ask(`${at}/${codings}`, asProgram)).text, /sign-in-needed/)
	assert.match((await house.ask(`${HERE}/anderswo/${codings}`, asProgram)).text, /sign-in-needed/)
})

test('a host of its own shows one municipality only, under plain addresses', severalNeeded, async () => {
	await inInstallation(database, (db) =>
		db
			.update(municipalities)
			.set({ hosts: ['birkenrode.example'] })
			.where(eq(municipalities.slug, 'birkenrode')),
	)
	const home = await house.ask('http://birkenrode.example/')
	assert.match(home.text, /href="\/themen"/)
	assert.equal((await house.ask('http://birkenrode.example/anderswo/themen')).status, 404)
	const notice = await house.ask('http://birkenrode.example/.well-known/security.txt')
	assert.match(notice.text, /http:\/\/birkenrode\.example:3000\//)
})

test(
	'where several share an address, its home page lists them and every other page leads on',
	severalNeeded,
	async () => {
		const lobby = await house.ask(`${HERE}/`)
		assert.equal(lobby.status, 200)
		assert.match(lobby.text, /href="http:\/\/birkenrode\.example:3000"[^>]*>Birkenrode/)
		assert.match(lobby.text, /href="\/anderswo"[^>]*>Anderswo/)
		assert.doesNotMatch(lobby.text, /href="\/themen"/)
		const lost = await house.ask(`${HERE}/themen/wege?x=1`)
		assert.equal(lost.status, 404)
		assert.match(lost.text, /href="\/anderswo\/themen\/wege\?x=1"/)
		const program = await house.ask(`${HERE}/api/v1/codings`, { headers: { accept: 'application/json' } })
		assert.equal(program.status, 404)
		assert.match(program.text, /host-unknown/)
		assert.equal((await house.ask(`${HERE}/health`)).status, 200)
		assert.equal((await house.ask(`${HERE}/anderswo/gemeinden`)).status, 404)
	},
)

test('a municipality speaks its own languages, the first of them unasked', severalNeeded, async () => {
	const anderswo = await inInstallation(database, async (db) => {
		const [row] = await db
			.update(municipalities)
			.set({ languages: ['en'] })
			.where(eq(municipalities.slug, 'anderswo'))
			.returning()
		return row!
	})
	const english = await house.ask(`${HERE}/anderswo/impressum?lang=de`)
	assert.match(english.text, /<html lang="en"/)
	assert.doesNotMatch(english.text, /hrefLang="de"/i)
	assert.deepEqual(english.cookies, [])
	await inInstallation(database, (db) =>
		db
			.update(municipalities)
			.set({ languages: ['en', 'de'] })
			.where(eq(municipalities.id, anderswo.id)),
	)
	const both = await house.ask(`${HERE}/anderswo/impressum`)
	assert.match(both.text, /<html lang="en"/)
	assert.match(both.text, /hrefLang="de"/i)
})

test('each municipality has its own colours', severalNeeded, async () => {
	await inMunicipality(database, town.id, (db) =>
		db.update(municipalities).set({ profile: { ...town.profile, townColour: { light: '#0b5d3b', dark: '#9ad8b8' } } }),
	)
	assert.match((await house.ask('http://birkenrode.example/impressum')).text, /--town-light:#0b5d3b/)
	assert.doesNotMatch((await house.ask(`${HERE}/anderswo/impressum`)).text, /--town-light/)
})

/** Every address in the document but files of the build and other sites. */
function assertBelow(html: string, mount: string) {
	const addresses = [...html.matchAll(/\s(?:href|action|src|formaction)="(\/[^"]*)"/gi)].map(([, address]) => address!)
	const strays = addresses.filter(
		(address) => !address.startsWith('/assets/') && !`${address}/`.startsWith(`${mount}/`),
	)
	assert.deepEqual(strays, [])
	assert.ok(addresses.some((address) => address.startsWith(mount)))
}
