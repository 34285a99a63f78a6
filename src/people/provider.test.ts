/** Against a real OpenID provider (`oidc-provider`), started here on a free port. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { Provider } from 'oidc-provider'
import { eq } from 'drizzle-orm'
import { inInstallation } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { issueToken } from './one-time-tokens.ts'
import { createProvider } from './provider.ts'
import { sampleMunicipality, samplePassword } from './sample.ts'
import { accounts } from './account.tables.ts'

const database = await freshDatabase()
const town = await sampleMunicipality(database)
const at = new Date()
const redirectUri = 'https://gehoert.example/werkstatt/anmelden/anbieter/antwort'
const { editor, analyst, moderator } = town.team

/** Whom the other house knows: login → what it says about their address. */
const PEOPLE: Record<string, { email?: string; email_verified?: boolean }> = {
	editor: { email: editor.email.toUpperCase(), email_verified: true },
	unverified: { email: analyst.email, email_verified: false },
	silent: {},
	stranger: { email: 'niemand@anderswo.example', email_verified: true },
	prepared: { email: moderator.email, email_verified: true },
}

const issuer = await startProvider()
const settings = { issuer, clientId: 'gehoert', clientSecret: 'g&h:eim % +', name: 'Rathaus' }
const provider = createProvider(database, settings)

test('somebody the other house vouches for comes to their own account, and to where they wanted', async () => {
	const { returned, state } = await signInThere('editor')
	assert.deepEqual(await provider.finish({ returned, state, redirectUri, at }), {
		accountId: editor.accountId,
		target: '/werkstatt/runden',
	})
	assert.equal(await provider.finish({ returned, state, redirectUri, at }), null, 'an answer is taken once')
})

test('an address the other house does not vouch for, or nobody has here, opens nothing and makes no account', async () => {
	const before = await inInstallation(database, (db) => db.$count(accounts))
	for (const login of ['unverified', 'silent', 'stranger']) {
		const { returned, state } = await signInThere(login)
		assert.equal(await provider.finish({ returned, state, redirectUri, at }), null, login)
	}
	await samplePassword(database, moderator, 'ein vorbereitetes Passwort')
	const prepared = await signInThere('prepared')
	assert.equal(
		await provider.finish({ ...prepared, redirectUri, at }),
		null,
		'an address that was never confirmed here',
	)
	assert.equal(await inInstallation(database, (db) => db.$count(accounts)), before)
	await inInstallation(database, (db) =>
		db.update(accounts).set({ emailVerified: true }).where(eq(accounts.id, moderator.accountId)),
	)
	const confirmed = await signInThere('prepared')
	assert.equal((await provider.finish({ ...confirmed, redirectUri, at }))?.accountId, moderator.accountId)
})

test('an answer brought to another browser, another state, a token of another kind or a stale one opens nothing', async () => {
	const [first, second] = [await signInThere('editor'), await signInThere('editor')]
	const finish = (returned: URL, state: string, when = at) =>
		provider.finish({ returned, state, redirectUri, at: when })
	assert.equal(await finish(first.returned, second.state), null, 'the cookie of another browser')
	assert.equal(await finish(first.returned, ''), null, 'no cookie')
	const mixed = new URL(first.returned)
	mixed.searchParams.set('state', second.state)
	assert.equal(await finish(mixed, second.state), null, 'a code of another question')
	const link = await inInstallation(database, (db) =>
		issueToken(db, { purpose: 'handed-link', value: editor.accountId, minutes: 5, at }),
	)
	const forged = new URL(first.returned)
	forged.searchParams.set('state', link)
	assert.equal(await finish(forged, link), null, 'a link is no state')
	const other = new URL(first.returned)
	other.searchParams.set('iss', 'https://evil.example')
	assert.equal(await finish(other, first.state), null, 'another house answers')
	const late = await signInThere('editor')
	assert.equal(await finish(late.returned, late.state, new Date(at.getTime() + 11 * 60_000)), null)
})

test('a wrong secret or a silent house is a refusal, not a fall', async () => {
	const wrong = createProvider(database, { ...settings, clientSecret: 'falsch' })
	const { returned, state } = await signInThere('editor', wrong)
	assert.equal(await wrong.finish({ returned, state, redirectUri, at }), null)
	const gone = createProvider(database, { ...settings, issuer: 'http://127.0.0.1:9' })
	await assert.rejects(gone.begin({ redirectUri, target: '/werkstatt', at }), { code: 'provider-silent' })
})

/** What the browser of `login` brings back. */
async function signInThere(login: string, asked = provider) {
	const { address, state } = await asked.begin({ redirectUri, target: '/werkstatt/runden', at })
	const { searchParams } = new URL(address)
	assert.equal(searchParams.get('code_challenge_method'), 'S256')
	assert.ok(searchParams.get('nonce'))
	const jar = new Map<string, string>()
	let next = address
	while (!next.startsWith(redirectUri)) next = await step(next, login, jar)
	return { returned: new URL(next), state }
}

/** Follows one redirect; at the house's own questions, says who it is and yes. */
async function step(address: string, login: string, jar: Map<string, string>): Promise<string> {
	const headers = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }
	const isQuestion = new URL(address).pathname.startsWith('/frage/')
	const request = isQuestion ? { method: 'POST', body: new URLSearchParams({ login }) } : {}
	const answer = await fetch(address, { ...request, headers, redirect: 'manual' })
	for (const line of answer.headers.getSetCookie()) {
		const [name = '', value = ''] = line.split(';')[0]!.split(/=(.*)/)
		if (value) jar.set(name, value)
		else jar.delete(name)
	}
	const location = answer.headers.get('location')
	assert.ok(location, `${answer.status} at ${new URL(address).pathname}: ${await answer.text()}`)
	return new URL(location, address).href
}

async function startProvider(): Promise<string> {
	const server = createServer()
	server.listen(0, '127.0.0.1')
	await once(server, 'listening')
	after(() => {
		server.close()
		server.closeAllConnections()
	})
	const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
	const house = new Provider(address, {
		clients: [{ client_id: 'gehoert', client_secret: 'g&h:eim % +', redirect_uris: [redirectUri] }],
		claims: { openid: ['sub'], email: ['email', 'email_verified'] },
		features: { devInteractions: { enabled: false } },
		interactions: { url: (_context, { uid }) => `/frage/${uid}` },
		pkce: { required: () => true },
		cookies: { keys: ['test'] },
		findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...PEOPLE[id] }) }),
	})
	const pages = house.callback()
	server.on('request', (request, response) => {
		if (request.url?.startsWith('/frage/')) void answerQuestion(house, request, response)
		else void pages(request, response)
	})
	return address
}

async function answerQuestion(house: Provider, request: IncomingMessage, response: ServerResponse) {
	let body = ''
	for await (const chunk of request) body += String(chunk)
	const accountId = new URLSearchParams(body).get('login')!
	const { prompt, params } = await house.interactionDetails(request, response)
	if (prompt.name === 'login')
		return house.interactionFinished(request, response, { login: { accountId } }, { mergeWithLastSubmission: false })
	const grant = new house.Grant({ accountId, clientId: String(params['client_id']) })
	grant.addOIDCScope('openid email')
	const consent = { grantId: await grant.save() }
	return house.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true })
}
