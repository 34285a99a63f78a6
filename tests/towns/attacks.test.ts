/** What somebody tries from outside: other sites' forms, odd addresses, false words about where they come from. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { inMunicipality } from '#platform/database/database.ts'
import { asOwner, freshDatabase } from '#platform/database/fresh-database.ts'
import { sampleTeam } from '#people/sample.ts'
import { listRoutes } from '#people/route-rights.rules.ts'
import { memberships } from '#people/account.tables.ts'
import { voices } from '#listening/tables.ts'
import { ROUTE_RIGHTS } from '../../src/route-rights.ts'
import { loadDemo } from '../../demo/load-demo.ts'
import { openTestHouse, type Asked, type House } from './house.ts'

const HERE = 'http://localhost:3000'
const database = await freshDatabase()
const id = await loadDemo(database, new Date('2026-11-22T09:00:00Z'), 'soon')
await asOwner(database, 'analyze')
const team = await sampleTeam(database, id, 'birkenrode')
const house = await openTestHouse(database)
const secure = await openTestHouse(database, { BASE_URL: 'https://birkenrode.example' })
const proxied = await openTestHouse(database, { TRUST_PROXY: '10.0.0.5,10.1.0.0/16' })
const steward = await house.enter(team.steward.email)

const fill = (path: string) =>
	path
		.replace('/*', '/x')
		.replace(/:\w*[iI]d\b/g, '0b9c6a52-7f0e-4f5e-9d3b-2f6b8c1d4e5f')
		.replace(/:\w+/g, 'x')

test('a form of another site changes nothing, at any address', async () => {
	const writes = listRoutes(ROUTE_RIGHTS).filter(({ method }) => method !== 'GET')
	const foreign: [string, Asked][] = [
		['from another site', { headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' } }],
		['from a neighbouring host', { headers: { 'sec-fetch-site': 'same-site', origin: 'http://evil.localhost:3000' } }],
		['by an old browser', { headers: { origin: 'https://evil.example' } }],
		['from nowhere', { headers: { origin: 'null' } }],
		['over plain http', { headers: { origin: 'https://localhost:3000' } }],
		['without a word', {}],
	]
	for (const { method, path } of writes)
		for (const [how, asked] of foreign) {
			const form = { intent: 'add', email: 'a@evil.example', name: 'Eva', part: 'steward' }
			const answer = await house.ask(HERE + fill(path), { method, cookie: steward, form, isOwnForm: false, ...asked })
			assert.equal(answer.status, 403, `${method} ${path} ${how}`)
		}
	const before = await inMunicipality(database, id, (db) => db.$count(memberships))
	assert.equal(before, 5)
})

test('words sent as plain text are no JSON, and JSON from another site is refused', async () => {
	const coding = JSON.stringify({ transcriptId: crypto.randomUUID() })
	const send = (headers: Record<string, string>) =>
		house.ask(`${HERE}/api/v1/codings`, { method: 'POST', cookie: steward, json: coding, isOwnForm: false, headers })
	assert.equal((await send({ 'content-type': 'text/plain', origin: HERE })).status, 422)
	assert.equal((await send({ 'content-type': 'text/plain', origin: 'https://evil.example' })).status, 403)
	assert.equal((await send({ 'content-type': 'application/json', origin: 'https://evil.example' })).status, 403)
	assert.equal((await send({ 'content-type': 'application/json', origin: 'null' })).status, 403)
	assert.equal((await send({ 'content-type': 'application/x-www-form-urlencoded' })).status, 403)
	assert.notEqual(
		(await send({ 'content-type': 'application/json' })).status,
		403,
		'a program says nothing of where it is',
	)
})

test('our own forms arrive behind a proxy that speaks HTTPS, by old browsers too', async () => {
	const at = 'http://birkenrode.example'
	const own = { headers: { origin: 'https://birkenrode.example' }, isOwnForm: false, form: { text: '', form: '' } }
	assert.notEqual((await secure.ask(`${at}/mitreden`, own)).status, 403)
	const plain = { ...own, headers: { origin: 'http://birkenrode.example' } }
	assert.equal((await secure.ask(`${at}/mitreden`, plain)).status, 403, 'the page was not ours: ours are HTTPS')

	const forwarded = (address: string, headers: Record<string, string>) =>
		proxied.ask(`${at}/mitreden`, { ...own, address, headers: { ...own.headers, ...headers } })
	assert.notEqual((await forwarded('10.1.2.3', { 'x-forwarded-proto': 'https' })).status, 403)
	assert.notEqual((await forwarded('127.0.0.1', { 'x-forwarded-proto': 'https' })).status, 403)
	assert.equal((await forwarded('203.0.113.9', { 'x-forwarded-proto': 'https' })).status, 403, 'anybody can write that')
})

test('who guesses passwords cannot pretend to be somebody new each time, nor pretend to be a proxy', async () => {
	const guess = (from: House, address: string, forwarded: string, at: number) =>
		from.ask(`${HERE}/werkstatt/anmelden`, {
			address,
			headers: { 'x-forwarded-for': forwarded },
			form: { email: `nobody-${at}@birkenrode.example`, password: 'drei alte Linden am Markt' },
		})
	const direct: number[] = []
	for (let at = 0; at < 70; at++) direct.push((await guess(house, '203.0.113.7', `198.51.${at}.1`, at)).status)
	assert.ok(direct.includes(429), 'a stranger’s word about others counts for nothing')
	const prepended: number[] = []
	for (let at = 0; at < 70; at++)
		prepended.push((await guess(house, '127.0.0.1', `198.51.${at}.1, 203.0.113.8`, at)).status)
	assert.ok(prepended.includes(429), 'of what the proxy passes on only its own last word counts')
	assert.notEqual((await guess(house, '203.0.120.1', '', 99)).status, 429, 'others are not locked out')
})

test('a false host leads nobody astray: links are made from the settings', async () => {
	const lies: Record<string, string>[] = [{ host: 'evil.example' }, { 'x-forwarded-host': 'evil.example' }]
	for (const headers of lies) {
		const added = await house.ask('http://evil.example/werkstatt/team', {
			cookie: steward,
			headers,
			form: { intent: 'link', account: team.partner.accountId },
		})
		assert.match(added.text, /http:\/\/localhost:3000\/werkstatt\/anmelden\/link\//)
		assert.doesNotMatch(added.text, /evil\.example\/werkstatt\/anmelden/)
	}
})

test('an address that could be read in two ways is read in none', async () => {
	const odd = [
		...['//werkstatt/team', '/werkstatt//team', '/werkstatt%2fteam', '/werkstatt%2Fteam', '/%77erkstatt%5cteam'],
		...['/x/..%5cwerkstatt/team', '/x/%2e%2e/werkstatt/team', '/werkstatt/team;jsessionid=1', '/werkstatt/team%00'],
		...[
			'/werkstatt/team%3bx',
			'/assets/..%2f..%2fserver/index.js',
			'/assets/%2e%2e/%2e%2e/package.json',
			'/.;/werkstatt/team',
		],
	]
	for (const path of odd) {
		const { status, text, headers } = await house.ask(HERE + path)
		assert.ok(status === 404 || headers.get('location')?.startsWith('/werkstatt/anmelden'), `${path}: ${status}`)
		assert.doesNotMatch(text, /steward@birkenrode|Renate Vogel|"dependencies"/, path)
	}
})

test('no spelling of a closed address opens it', async () => {
	const closed = ['/werkstatt/team', '/werkstatt/runden', '/werkstatt/einstellungen', '/werkstatt/suche']
	const spellings = closed.flatMap((path) => [
		...[path.toUpperCase(), `${path}/`, `${path}?x=/themen`, `${path}.data`, `${path}.data?_routes=root`],
		...[
			`${path}/.data`,
			`${path}.json`,
			`${path}.css`,
			`${path}/style.css`,
			path.replace('w', '%77'),
			`${path}?_data=routes`,
		],
		...[`${path}.data?_routes=people%2Fpages%2Fteam`, `${path}?index`, `${path}.html`, `/./${path.slice(1)}`],
	])
	for (const spelling of [
		...spellings,
		'/__manifest?p=/werkstatt/team',
		'/__manifest?paths=/werkstatt/team',
		'/_root.data',
	]) {
		const { status, text, headers } = await house.ask(HERE + spelling)
		const isSentAway = headers.get('location')?.startsWith('/werkstatt/anmelden') || /anmelden\?weiter=/.test(text)
		assert.ok(isSentAway || status === 404 || !/steward@|Dietmar Kolb/.test(text), `${spelling}: ${status}`)
		assert.doesNotMatch(text, /steward@birkenrode|Dietmar Kolb/, spelling)
		assert.ok(status < 500, `${spelling}: ${status}`)
	}
})

test('nobody slips in a municipality, a part, a state or a consent that was not theirs to give', async () => {
	const foreign = '0b9c6a52-7f0e-4f5e-9d3b-2f6b8c1d4e5f'
	const extra = {
		municipalityId: foreign,
		municipality_id: foreign,
		state: 'published',
		createdAt: '2001-01-01',
		by: 'system',
	}
	const partner = await house.enter(team.partner.email)
	await house.ask(`${HERE}/werkstatt/passwort`, {
		cookie: partner,
		form: { name: 'Dietmar', email: team.partner.email, password: 'kurz', part: 'steward', role: 'steward', ...extra },
	})
	const [part] = await inMunicipality(database, id, (db) =>
		db.select({ part: memberships.part }).from(memberships).where(eq(memberships.accountId, team.partner.accountId)),
	)
	assert.equal(part?.part, 'partner')
	const page = await house.ask(`${HERE}/mitreden`)
	const form = /name="form" value="([^"]+)"/.exec(page.text)![1]!
	const words = 'Am Bahnhof fehlt seit Jahren eine Bank, auf der man warten kann.'
	const before = await inMunicipality(database, id, (db) => db.$count(voices))
	await house.ask(`${HERE}/mitreden`, {
		form: {
			...extra,
			form,
			text: words,
			analyse: 'ja',
			'quote-with-office': 'ja',
			isWithdrawn: 'no',
			speakerId: foreign,
			id: foreign,
		},
	})
	assert.equal(await inMunicipality(database, id, (db) => db.$count(voices)), before + 1)
	const strays = await asOwner(
		database,
		`select 1 from voice where municipality_id = '${foreign}' or id = '${foreign}'`,
	)
	assert.deepEqual(strays, [])
	const coding = await house.ask(`${HERE}/api/v1/codings`, {
		cookie: steward,
		json: { transcriptId: foreign, themeId: foreign, start: 0, end: 3, ...extra, coderId: foreign, quote: 'x' },
	})
	assert.ok(coding.status >= 400 && coding.status < 500)
})

test('what is not for everybody is kept by no cache, and no page of the team is stored under another name', async () => {
	for (const { method, path, rights } of listRoutes(ROUTE_RIGHTS)) {
		if (method !== 'GET') continue
		const answer = await house.ask(HERE + fill(path), { cookie: steward })
		const cache = answer.headers.get('cache-control') ?? ''
		const isPublic = rights.public === 'yes' && !path.startsWith('/werkstatt')
		if (!isPublic) assert.match(cache, /no-store/, path)
		if (/no-store|private/.test(cache)) continue
		const stranger = await house.ask(HERE + fill(path), { cookie: 'language=en' })
		const isOne = Buffer.compare(stranger.bytes, answer.bytes) === 0
		assert.ok(
			isOne || /cookie/i.test(answer.headers.get('vary') ?? ''),
			`${path} is one for everybody, or says it is not`,
		)
	}
	for (const path of ['/werkstatt/team.css', '/werkstatt/team/x.js', '/beleg.css', '/werkstatt/team.data'])
		assert.match(
			(await house.ask(HERE + path, { cookie: steward })).headers.get('cache-control') ?? '',
			/no-store/,
			path,
		)
})

test('every page allows the scripts of this one answer only, and no frame around it', async () => {
	const nonces = new Set<string>()
	for (let time = 0; time < 20; time++) {
		const { headers, text } = await house.ask(`${HERE}/${time % 2 ? '' : 'gibt-es-nicht'}`)
		const policy = headers.get('content-security-policy') ?? ''
		nonces.add(/'nonce-([^']+)'/.exec(policy)![1]!)
		assert.match(policy, /default-src 'none'/)
		assert.match(policy, /frame-ancestors 'none'/)
		assert.match(policy, /base-uri 'none'/)
		assert.doesNotMatch(policy, /script-src[^;]*unsafe/)
		assert.equal(headers.get('x-frame-options'), 'DENY')
		assert.doesNotMatch(text, /<script|<style|\son\w+="|javascript:/i)
	}
	assert.equal(nonces.size, 20)
})

test('without script, too, what is specially protected is marked while coding, and no made-up mark is kept', async () => {
	const [here] = await asOwner<{ slug: string; position: number; theme: string }>(
		database,
		`select c.slug, t.position, (select id from theme where archived_at is null order by id limit 1) as theme
		from turn t join transcript on transcript.id = t.transcript_id join conversation c on c.id = transcript.conversation_id
		join consent on consent.speaker_id = t.speaker_id and consent.channel = 'analyse' and consent.withdrawn_at is null
		where t.voice_id is not null order by c.slug, t.position limit 1`,
	)
	const address = `${HERE}/werkstatt/gespraeche/${here!.slug}/codieren`
	const form = { act: 'code', turn: String(here!.position), theme: here!.theme, stance: 'neutral' }
	for (const [special, intensity] of [
		['health', '2'],
		['made-up', '3'],
	] as const) {
		await asOwner(database, 'delete from coding where theme_id = $1', [here!.theme])
		const answer = await house.ask(address, { cookie: steward, form: { ...form, intensity, special } })
		assert.equal(answer.status, 303)
		const kept = await asOwner(database, 'select special_category, intensity from coding where theme_id = $1', [
			here!.theme,
		])
		assert.deepEqual(kept, [{ special_category: special === 'health' ? special : null, intensity: Number(intensity) }])
	}
})

test('what people say cannot end the script of a tool', async () => {
	const spoken = `</script><script>alert(1)</script><!-- ]]> \u2028 "><img src=x onerror=alert(1)>`
	await asOwner(database, `update conversation set title = $1 where municipality_id = $2`, [spoken, id])
	const [conversation] = await asOwner<{ slug: string }>(
		database,
		'select slug from conversation order by slug limit 1',
	)
	const desk = await house.ask(`${HERE}/werkstatt/gespraeche/${conversation!.slug}/codieren`, { cookie: steward })
	assert.equal(desk.status, 200)
	const nonce = /'nonce-([^']+)'/.exec(desk.headers.get('content-security-policy')!)![1]!
	const scripts = [...desk.text.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes!)
	assert.ok(scripts.length > 0)
	for (const attributes of scripts) assert.ok(attributes.includes(`nonce="${nonce}"`), attributes)
	assert.doesNotMatch(desk.text, /<script>alert|<img src=x/)
})
