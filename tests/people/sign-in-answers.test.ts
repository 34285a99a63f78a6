/** What the doors of the house answer over HTTP: to members, strangers, foreign sites and mail scanners. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { outboxMails } from '#platform/tables.ts'
import { invite } from '#people/invite.ts'
import { sampleMunicipality, samplePassword } from '#people/sample.ts'
import { openTestHouse, pairs, type Answer } from '../towns/house.ts'

const database = await freshDatabase()
const town = await sampleMunicipality(database)
const base = 'https://gehoert.example'
/** Another house that vouches for members, and is silent. */
const otherHouse = { OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'gehoert', OIDC_CLIENT_SECRET: 'geheim' }
const house = await openTestHouse(database, { BASE_URL: base, SMTP_URL: 'smtp://127.0.0.1:9', ...otherHouse })
const { steward, editor } = town.team
const password = 'drei alte Linden am Markt'
await samplePassword(database, steward, password)

let visitors = 0
/** Every question from another network, so that no limit answers instead. */
const ask = (
	path: string,
	form?: Record<string, string>,
	more: { cookie?: string; isOwnForm?: boolean; host?: string } = {},
) =>
	house.ask(`${more.host ?? base}${path}`, {
		form,
		cookie: more.cookie,
		isOwnForm: more.isOwnForm ?? true,
		address: `10.0.${++visitors}.1`,
	})
const mails = () => inMunicipality(database, town.id, (db) => db.select().from(outboxMails))

/** What tells two answers apart: not the nonce, nor what was typed. */
const seen = ({ status, headers, text }: Answer, typed: string) => ({
	status,
	location: headers.get('location'),
	cookies: headers.getSetCookie().length,
	text: text
		.replaceAll(typed, '…')
		.replaceAll(encodeURIComponent(typed), '…')
		.replace(/nonce="[^"]*"/g, ''),
})

test('a wrong password, an unknown address and an account without a password are answered alike', async () => {
	const answers = []
	for (const email of [steward.email, 'niemand@birkenrode.example', editor.email]) {
		const answer = await ask('/werkstatt/anmelden', { email, password: 'falsch falsch falsch' })
		assert.ok(!answer.text.includes('falsch falsch'), 'no password comes back')
		answers.push(seen(answer, email))
	}
	assert.equal(answers[0]!.status, 403)
	assert.deepEqual(answers[1], answers[0])
	assert.deepEqual(answers[2], answers[0])
})

test('when the other house is silent, people are led to the other ways in, and keep where they wanted to go', async () => {
	const begun = await ask('/werkstatt/anmelden/anbieter?weiter=/werkstatt/runden')
	const back = begun.headers.get('location')!
	assert.deepEqual([begun.status, back], [302, '/werkstatt/anmelden?anbieter=still&weiter=%2Fwerkstatt%2Frunden'])
	const { text } = await ask(back)
	assert.match(text, /127\.0\.0\.1 antwortet gerade nicht/)
	assert.match(text, /name="weiter" value="\/werkstatt\/runden"/)
})

test('whoever asks for a link by mail hears the same, before anything is looked up', async () => {
	const answers = []
	for (const email of [steward.email, 'niemand@birkenrode.example', editor.email])
		answers.push(seen(await ask('/werkstatt/anmelden/link', { email }), email))
	assert.deepEqual([answers[0]!.status, answers[0]!.location], [303, '/werkstatt/anmelden/link?gesendet'])
	assert.deepEqual(answers[1], answers[0])
	assert.deepEqual(answers[2], answers[0])
})

test('a link in a mail leads to our own address, whatever host the request names, and waits for a click', async () => {
	await ask('/werkstatt/anmelden/link', { email: editor.email }, { host: 'https://evil.example' })
	await setTimeout(200)
	const mail = (await mails()).at(-1)!
	assert.ok(!mail.plainText.includes('evil.example'))
	const link = /https:\/\/gehoert\.example(\/werkstatt\/anmelden\/link\/\S+)/.exec(mail.plainText)![1]!
	for (let scanner = 0; scanner < 3; scanner++) assert.equal((await ask(link)).status, 200)
	const inside = await ask(link, { weiter: '' })
	assert.equal(inside.status, 303)
	assert.match(inside.cookies[0]!, /^__Host-gehoert\.session=/)
	assert.equal((await ask('/werkstatt', undefined, { cookie: pairs(inside.cookies) })).status, 200)
	assert.equal((await ask(link, { weiter: '' })).status, 403)
})

test('without a mail server no link is written down anywhere, and the page says whom to ask', async () => {
	const quiet = await openTestHouse(database, { BASE_URL: base })
	const before = (await mails()).length
	assert.ok((await quiet.ask(`${base}/werkstatt/anmelden/link`)).text.includes('Von hier gehen keine Mails hinaus'))
	const refused = await quiet.ask(`${base}/werkstatt/anmelden/link`, { form: { email: steward.email } })
	assert.equal(refused.status, 503)
	await setTimeout(100)
	assert.equal((await mails()).length, before)
})

test('codes of invitations that are unknown, and those that were open once, are answered alike', async () => {
	const wanted = { name: 'Berta', part: 'editor' as const, by: steward.accountId }
	const longAgo = new Date(Date.now() - 30 * 86_400_000)
	const { code } = await inMunicipality(database, town.id, (db) => invite(db, { ...wanted, at: longAgo }))
	const answers = []
	for (const typed of [code, '0000000000000000'])
		answers.push(seen(await ask('/werkstatt/einladung', { code: typed }), typed))
	assert.equal(answers[0]!.status, 404)
	assert.deepEqual(answers[1], answers[0])
	assert.equal((await ask(`/werkstatt/einladung/${code}`)).status, 404)
})

test('a form sent from another site opens and changes nothing', async () => {
	const doors = [
		'anmelden',
		'anmelden/link',
		'anmelden/link/x',
		'anmelden/passkey',
		'anmelden/zweiter-schritt',
		'einladung',
		'einladung/x',
		'zugang',
		'zugang/passkey',
		'zugang/zweiter-schritt',
		'passwort',
		'abmelden',
		'team',
		'team/einladen',
	]
	const cookie = await house.enter(steward.email)
	for (const door of doors) {
		const answer = await ask(`/werkstatt/${door}`, { email: steward.email, password }, { isOwnForm: false, cookie })
		assert.equal(answer.status, 403, door)
		assert.deepEqual(answer.cookies, [], door)
	}
})

test('who is halfway in sees the workshop’s door, not the workshop', async () => {
	const cookie = `__Host-gehoert.second=${'x'.repeat(43)}; __Host-gehoert.session=${'y'.repeat(43)}`
	for (const path of ['/werkstatt', '/werkstatt/team', '/werkstatt/zugang', '/werkstatt.data'])
		assert.ok((await ask(path, undefined, { cookie })).status !== 200, path)
	assert.equal(
		(await ask('/werkstatt/anmelden/zweiter-schritt', undefined, { cookie })).headers.get('location'),
		'/werkstatt/anmelden',
	)
})

test('after signing in nobody is sent to another site', async () => {
	for (const weiter of [
		'//evil.example',
		'/\\evil.example',
		'javascript:alert(1)',
		'/%09/evil.example',
		'https://evil.example',
	]) {
		const answer = await ask('/werkstatt/anmelden', { email: steward.email, password, weiter })
		const target = new URL(answer.headers.get('location')!, base)
		assert.equal(target.origin, base, weiter)
	}
})

test('the sign-in library has no web addresses of its own here', async () => {
	const known = [
		'',
		'/',
		'/sign-in/email',
		'/sign-up/email',
		'/sign-in/magic-link',
		'/magic-link/verify?token=x',
		'/get-session',
		'/list-sessions',
		'/update-user',
		'/change-email',
		'/delete-user',
		'/reset-password',
		'/forget-password',
		'/callback/oidc',
		'/two-factor/disable',
		'/two-factor/verify-totp',
		'/passkey/register',
		'/error',
		'/ok',
		'/reference',
	]
	for (const path of known) {
		assert.equal((await ask(`/api/auth${path}`)).status, 404, path)
		const written = await ask(`/api/auth${path}`, { email: steward.email, password })
		assert.deepEqual([[404, 405].includes(written.status), written.cookies], [true, []], path)
	}
	const used = globSync('src/**/*.{ts,tsx}').flatMap((file) =>
		[...readFileSync(file, 'utf8').matchAll(/['"](better-auth[^'"]*)['"]/g)].map((match) => match[1]!),
	)
	assert.deepEqual([...new Set(used)].toSorted(), ['better-auth/crypto', 'better-auth/oauth2'])
})
