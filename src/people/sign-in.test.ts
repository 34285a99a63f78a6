import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inInstallation } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { sampleMunicipality } from './sample.ts'
import { createSignIn } from './sign-in.ts'
import { sessions, verifications } from './tables.ts'

const password = 'drei alte Linden am Markt'
const asking = (cookies: string[]) =>
	new Request('https://gehoert.example/werkstatt', {
		headers: { cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') },
	})

test('a member signs in by a link once, sets a password and signs in with it', async () => {
	const database = await freshDatabase()
	const town = await sampleMunicipality(database)
	const { steward } = town.team
	const signIn = createSignIn(database, { baseUrl: 'https://gehoert.example', sessionKey: 'a'.repeat(64) })

	const token = await signIn.createLink(steward.email)
	const stored = await inInstallation(database, (db) => db.select().from(verifications))
	assert.ok(!JSON.stringify(stored).includes(token), 'the database does not know the token')
	const { cookies, accountId } = (await signIn.withLink(token))!
	assert.equal(accountId, steward.accountId)
	assert.match(cookies.join(), /__Secure-gehoert\.session_token=.*HttpOnly; *Secure|Secure.*HttpOnly/i)
	assert.deepEqual(await signIn.findMember(asking(cookies), town.id), steward)
	assert.equal(await signIn.withLink(token), null, 'a link works once')
	assert.equal(await signIn.withLink('never-was'), null)

	assert.equal(await signIn.withPassword(steward.email, password), null, 'no password yet')
	await signIn.setPassword(steward.accountId, password)
	const again = await signIn.withPassword(steward.email, password)
	assert.ok(again)
	assert.equal(await signIn.withPassword(steward.email, `${password}!`), null)
	assert.equal(await signIn.withPassword('niemand@birkenrode.example', password), null)

	await signIn.setPassword(steward.accountId, 'vier alte Linden am Markt')
	assert.equal(await signIn.withPassword(steward.email, password), null)
})

test('who signs out, whose session is over or who is no member here is nobody', async () => {
	const database = await freshDatabase()
	const town = await sampleMunicipality(database)
	const signIn = createSignIn(database, { baseUrl: 'http://localhost:3000', sessionKey: 'b'.repeat(64) })
	const enter = async () => (await signIn.withLink(await signIn.createLink(town.team.editor.email)))!.cookies

	const first = await enter()
	assert.equal(await signIn.findMember(asking(first), crypto.randomUUID() as never), null, 'another municipality')
	const cleared = await signIn.signOut(asking(first))
	assert.match(cleared.join(), /Max-Age=0/)
	assert.equal(await signIn.findMember(asking(first), town.id), null)

	const second = await enter()
	assert.equal((await signIn.findMember(asking(second), town.id))?.name, town.team.editor.name)
	await inInstallation(database, (db) => db.update(sessions).set({ expiresAt: new Date(Date.now() - 1000) }))
	assert.equal(await signIn.findMember(asking(second), town.id), null)
	assert.equal(await signIn.findMember(new Request('https://gehoert.example/'), town.id), null)
	assert.equal(await signIn.findMember(asking(['gehoert.session_token=%E0%A4%A']), town.id), null)
})
