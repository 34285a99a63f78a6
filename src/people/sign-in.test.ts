import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { inInstallation, inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { endAllSessions } from './end-sessions.ts'
import { changePart } from './change-part.ts'
import { removeMember } from './remove-member.ts'
import { sampleMunicipality, samplePassword } from './sample.ts'
import { setOwnAccess } from './set-own-access.ts'
import { createSignIn } from './sign-in.ts'
import { accounts, sessions, verifications } from './account.tables.ts'

const password = 'drei alte Linden am Markt'
const baseUrl = 'https://gehoert.example'
const sessionKey = 'a'.repeat(64)
const at = new Date()

const database = await freshDatabase()
const town = await sampleMunicipality(database)
const signIn = createSignIn(database, { baseUrl, sessionKey })
const here = { municipalityId: town.id, at }

const asking = (cookies: string[]) =>
	new Request(`${baseUrl}/werkstatt`, {
		headers: { cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') },
	})

test('a member signs in by a link once, or by a password, and nobody else does', async () => {
	const { steward } = town.team
	const token = await signIn.createLink(steward.email)
	const stored = await inInstallation(database, (db) => db.select().from(verifications))
	assert.ok(!JSON.stringify(stored).includes(token), 'the database does not know the token')
	const { cookies, accountId } = (await signIn.withLink({ token, ...here }))!
	assert.equal(accountId, steward.accountId)
	assert.deepEqual(await signIn.findMember(asking(cookies), town.id), steward)
	assert.equal(await signIn.withLink({ token, ...here }), null, 'a link works once')
	assert.equal(await signIn.withLink({ token: 'never-was', ...here }), null)

	const typed = { email: steward.email, password, ...here }
	assert.equal(await signIn.withPassword(typed), null, 'no password yet')
	await samplePassword(database, steward, password)
	assert.equal((await signIn.withPassword(typed))?.isIn, true)
	assert.equal(await signIn.withPassword({ ...typed, password: `${password}!` }), null)
	assert.equal(await signIn.withPassword({ ...typed, email: 'niemand@birkenrode.example' }), null)
})

test('of two who use one link at the same moment only one comes in', async () => {
	const token = await signIn.createLink(town.team.editor.email)
	const tries = await Promise.all([1, 2, 3, 4].map(() => signIn.withLink({ token, ...here })))
	assert.equal(tries.filter(Boolean).length, 1)
})

test('a cookie that was there before signing in is worth nothing afterwards', async () => {
	const planted = ['__Host-gehoert.session=' + 'A'.repeat(43)]
	const enter = async () =>
		(await signIn.withLink({ token: await signIn.createLink(town.team.editor.email), ...here }))!
	const [first, second] = [await enter(), await enter()]
	assert.notEqual(first.cookies[0], second.cookies[0])
	assert.equal(await signIn.findMember(asking(planted), town.id), null)
	const [kept] = await inInstallation(database, (db) =>
		db.select().from(sessions).where(eq(sessions.userId, town.team.editor.accountId)),
	)
	assert.ok(!first.cookies[0]!.includes(kept!.token), 'the database holds no token that opens anything')
	assert.deepEqual([kept!.ipAddress, kept!.userAgent], [null, null], 'nothing of the device or the place is kept')
})

test('the cookie of a session stays with this host, away from scripts, and on encrypted ways', async () => {
	const { cookies } = (await signIn.withLink({ token: await signIn.createLink(town.team.editor.email), ...here }))!
	assert.match(
		cookies[0]!,
		/^__Host-gehoert\.session=[\w-]{43}; Path=\/; Max-Age=1209600; HttpOnly; SameSite=Lax; Secure$/,
	)
	const plain = createSignIn(database, { baseUrl: 'http://localhost:3000', sessionKey })
	const local = (await plain.withLink({ token: await plain.createLink(town.team.editor.email), ...here }))!
	assert.match(local.cookies[0]!, /^gehoert\.session=[\w-]{43}; Path=\/; Max-Age=1209600; HttpOnly; SameSite=Lax$/)
})

test('who signs out, whose session is over or who is no member here is nobody', async () => {
	const enter = async () =>
		(await signIn.withLink({ token: await signIn.createLink(town.team.editor.email), ...here }))!.cookies
	const first = await enter()
	assert.equal(await signIn.findMember(asking(first), crypto.randomUUID() as never), null, 'another municipality')
	const cleared = await signIn.signOut(asking(first))
	assert.match(cleared.join(), /Max-Age=0/)
	assert.equal(await signIn.findMember(asking(first), town.id), null)

	const second = await enter()
	assert.equal((await signIn.findMember(asking(second), town.id))?.name, town.team.editor.name)
	await inInstallation(database, (db) => db.update(sessions).set({ expiresAt: new Date(Date.now() - 1000) }))
	assert.equal(await signIn.findMember(asking(second), town.id), null)
	assert.equal(await signIn.findMember(new Request(`${baseUrl}/`), town.id), null)
	assert.equal(await signIn.findMember(asking(['__Host-gehoert.session=%E0%A4%A']), town.id), null)
	const outsider = { municipalityId: crypto.randomUUID() as typeof town.id, at }
	await samplePassword(database, town.team.editor, password)
	const typed = { email: town.team.editor.email, password, ...outsider }
	assert.equal(await signIn.withPassword(typed), null, 'an account without a place in the team')
})

test('sessions end with a new password, another part, leaving the team, and at a word', async () => {
	const { partner: editor, steward } = town.team
	const enter = async () => (await signIn.withLink({ token: await signIn.createLink(editor.email), ...here }))!.cookies
	const isIn = async (cookies: string[]) => (await signIn.findMember(asking(cookies), town.id)) !== null
	const within = <Result>(work: Parameters<typeof inMunicipality<Result>>[2]) => inMunicipality(database, town.id, work)

	const [elsewhere, own] = [await enter(), await enter()]
	const session = (await signIn.findSession(asking(own)))!
	await setOwnAccess(database, { municipalityId: town.id, session, name: 'Dietmar', email: editor.email, password, at })
	const renewed = await signIn.renew(session)
	assert.deepEqual([await isIn(elsewhere), await isIn(own), await isIn(renewed)], [false, false, true])

	const token = await signIn.createLink(editor.email)
	await within((db) => changePart(db, { accountId: editor.accountId, part: 'moderator', by: steward.accountId, at }))
	assert.equal(await isIn(renewed), false)
	const again = (await signIn.withLink({ token, ...here }))!.cookies
	await endAllSessions(database, { municipalityId: town.id, session: (await signIn.findSession(asking(again)))!, at })
	assert.equal(await isIn(again), false)

	const last = await enter()
	await within((db) => removeMember(db, { accountId: editor.accountId, by: editor.accountId, at }))
	assert.equal(await isIn(last), false)
	assert.equal(await inInstallation(database, (db) => db.$count(sessions, eq(sessions.userId, editor.accountId))), 0)
	await inInstallation(database, (db) => db.delete(accounts).where(eq(accounts.id, editor.accountId)))
	assert.equal(await isIn(last), false, 'not even when the account is gone')
})

test('a wrong password costs the same work, whether or not somebody has this address', async () => {
	const { steward, analyst } = town.team
	await samplePassword(database, steward, password)
	const [spent, asked] = [{} as Record<string, number[]>, {} as Record<string, number>]
	const emails = { member: steward.email, 'without a password': analyst.email, nobody: 'niemand@birkenrode.example' }
	await signIn.withPassword({ email: 'warm@up.example', password, ...here })
	for (let round = 0; round < 5; round++)
		for (const [who, email] of Object.entries(emails)) {
			const count = countQueries()
			const began = performance.now()
			assert.equal(await signIn.withPassword({ email, password: 'falsch falsch falsch', ...here }), null)
			spent[who] = [...(spent[who] ?? []), performance.now() - began]
			asked[who] = count()
		}
	assert.equal(new Set(Object.values(asked)).size, 1, `the same questions to the database: ${JSON.stringify(asked)}`)
	const medians = Object.values(spent).map((times) => times.toSorted((one, other) => one - other)[2]!)
	// A hash takes tens of milliseconds, everything else one or two: without it the ratio would be beyond ten.
	assert.ok(Math.max(...medians) < 3 * Math.min(...medians), `medians in ms: ${medians.map(Math.round).join(' ')}`)
})

test('this is everything sign-in can do', () => {
	assert.deepEqual(Object.keys(signIn).toSorted(), [
		'asShown',
		'createLink',
		'findMember',
		'findSession',
		'isHalfway',
		'renew',
		'signOut',
		'withLink',
		'withPasskey',
		'withPassword',
		'withSecondFactor',
	])
})

/** Counts what is asked of the database from now on. */
function countQueries(): () => number {
	let count = 0
	const connect = database.pool.connect.bind(database.pool)
	database.pool.connect = (async () => {
		const client = await connect()
		const query = client.query.bind(client)
		client.query = ((...args: Parameters<typeof query>) => (count++, query(...args))) as typeof client.query
		const release = client.release.bind(client)
		client.release = (broken) => {
			client.query = query
			client.release = release
			release(broken)
		}
		return client
	}) as typeof database.pool.connect
	return () => {
		database.pool.connect = connect
		return count
	}
}
