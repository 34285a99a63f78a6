import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { inInstallation, inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { confirmIdentity } from './confirm-identity.ts'
import { renewAccess } from './renew-access.ts'
import { sampleMunicipality, samplePassword } from './sample.ts'
import type { Session } from './sessions.ts'
import { createSignIn } from './sign-in.ts'
import {
	beginSecondFactor,
	confirmSecondFactor,
	endSecondFactor,
	findBegunSecret,
	renewRecoveryCodes,
} from './set-up-second-factor.ts'
import { sessions, twoFactors, verifications } from './account.tables.ts'
import { auditEntries } from './tables.ts'
import { stepAt, totpCode } from './totp.ts'

const password = 'drei alte Linden am Markt'
const key = { sessionKey: 'e'.repeat(64) }
const database = await freshDatabase()
const town = await sampleMunicipality(database)
const signIn = createSignIn(database, { baseUrl: 'https://gehoert.example', ...key })
const start = new Date('2026-11-22T09:00:10Z')
/** Half-minutes after the start: every code is used once only. */
const minutes = (count: number) => new Date(start.getTime() + count * 60_000)

const asking = (cookies: string[]) =>
	new Request('https://gehoert.example/', {
		headers: { cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') },
	})

const { analyst, moderator, editor, partner } = town.team
const own = (accountId: string, at: Date) => ({
	municipalityId: town.id,
	session: { id: 'none', accountId, beganAt: at } satisfies Session,
	key,
	at,
})

async function switchedOn(accountId: string, at: Date) {
	const secret = await beginSecondFactor(database, own(accountId, at))
	const codes = await confirmSecondFactor(database, { ...own(accountId, at), typed: totpCode(secret, stepAt(at)) })
	return { secret, codes, code: (when: Date) => totpCode(secret, stepAt(when)) }
}

test('nobody is in before the second factor, whatever the first was', async () => {
	await samplePassword(database, analyst, password)
	const { code } = await switchedOn(analyst.accountId, start)
	const at = minutes(5)
	const here = { municipalityId: town.id, at }
	const ways = {
		password: () => signIn.withPassword({ email: analyst.email, password, ...here }),
		link: async () =>
			signIn.withLink({ token: await signIn.createLink(analyst.email), municipalityId: town.id, at: new Date() }),
		'invitation or another house': () => signIn.asShown({ accountId: analyst.accountId, ...here }),
	}
	for (const [way, enter] of Object.entries(ways)) {
		const halfway = (await enter())!
		assert.equal(halfway.isIn, false, way)
		assert.equal(await signIn.findMember(asking(halfway.cookies), town.id), null, way)
		assert.equal(await signIn.findSession(asking(halfway.cookies)), null, way)
		const begun = await inInstallation(database, (db) => db.$count(sessions, eq(sessions.userId, analyst.accountId)))
		assert.equal(begun, 0, `${way} begins no session yet`)
	}
	const halfway = (await ways.password())!
	const asked = { request: asking(halfway.cookies), ...here }
	assert.equal(await signIn.withSecondFactor({ ...asked, typed: '000000' }), null)
	const inside = (await signIn.withSecondFactor({ ...asked, typed: code(at) }))!
	assert.equal((await signIn.findMember(asking(inside.cookies), town.id))?.name, analyst.name)
	assert.equal(
		await signIn.withSecondFactor({ ...asked, typed: code(minutes(6)) }),
		null,
		'the question is answered once',
	)

	const again = (await ways.password())!
	const later = { request: asking(again.cookies), ...here }
	assert.equal(await signIn.withSecondFactor({ ...later, typed: code(at) }), null, 'a code works once')
	const stranger = { request: asking(['__Host-gehoert.second=' + 'x'.repeat(43)]), ...here, typed: code(minutes(6)) }
	assert.equal(await signIn.withSecondFactor(stranger), null, 'a code alone opens nothing')
	const tooLate = { ...later, at: minutes(16), typed: code(minutes(16)) }
	assert.equal(await signIn.withSecondFactor(tooLate), null, 'the question is open for ten minutes')
})

test('who guesses codes waits after ten, and the right code waits with them', async () => {
	const { code } = await switchedOn(moderator.accountId, start)
	const at = minutes(5)
	const halfway = (await signIn.asShown({ accountId: moderator.accountId, municipalityId: town.id, at }))!
	const asked = { request: asking(halfway.cookies), municipalityId: town.id }
	for (let tries = 0; tries < 10; tries++)
		assert.equal(await signIn.withSecondFactor({ ...asked, at, typed: `${100000 + tries}` }), null)
	await assert.rejects(signIn.withSecondFactor({ ...asked, at, typed: code(at) }), {
		code: 'second-factor-rests',
		facts: { minutes: 15 },
	})
	const another = (await signIn.asShown({ accountId: moderator.accountId, municipalityId: town.id, at }))!
	const elsewhere = { request: asking(another.cookies), municipalityId: town.id, at, typed: code(at) }
	await assert.rejects(
		signIn.withSecondFactor(elsewhere),
		{ code: 'second-factor-rests' },
		'a new question does not help',
	)
	const later = minutes(21)
	const fresh = (await signIn.asShown({ accountId: moderator.accountId, municipalityId: town.id, at: later }))!
	const typed = { request: asking(fresh.cookies), municipalityId: town.id, at: later, typed: code(later) }
	assert.equal((await signIn.withSecondFactor(typed))?.isIn, true)
})

test('a recovery code opens once, however it is typed and however many try at the same moment', async () => {
	const { codes } = await switchedOn(editor.accountId, start)
	assert.equal(new Set(codes).size, 10)
	const stored = await inInstallation(database, (db) => db.select().from(twoFactors))
	assert.ok(
		!codes.some((code) => JSON.stringify(stored).includes(code.replace('-', ''))),
		'the database does not know them',
	)
	const at = minutes(5)
	const enter = async (typed: string) => {
		const halfway = (await signIn.asShown({ accountId: editor.accountId, municipalityId: town.id, at }))!
		return signIn.withSecondFactor({ request: asking(halfway.cookies), municipalityId: town.id, at, typed })
	}
	const typed = ` ${codes[0]!.toLowerCase().replace('-', ' ')}`
	const outcomes = await Promise.all([enter(typed), enter(typed), enter(typed)])
	assert.equal(outcomes.filter((entrance) => entrance?.isIn).length, 1)
	const noted = await inMunicipality(database, town.id, (db) =>
		db.$count(auditEntries, eq(auditEntries.act, 'recovery-code-used')),
	)
	assert.equal(noted, 1)
	const renewed = await renewRecoveryCodes(database, own(editor.accountId, at))
	assert.equal(await enter(codes[1]!), null, 'old codes are worth nothing')
	assert.equal((await enter(renewed[0]!))?.isIn, true)
})

test('switching it on needs a code of the app, and off needs password or code', async () => {
	const at = minutes(5)
	const mine = own(partner.accountId, at)
	await assert.rejects(confirmSecondFactor(database, { ...mine, typed: '123456' }), { code: 'second-factor-not-begun' })
	const secret = await beginSecondFactor(database, mine)
	assert.equal(await findBegunSecret(database, mine), secret)
	await assert.rejects(confirmSecondFactor(database, { ...mine, typed: '12345' }), { code: 'code-wrong' })
	const stillIn = await signIn.asShown({ accountId: partner.accountId, municipalityId: town.id, at })
	assert.equal(stillIn?.isIn, true, 'nothing is asked for before the app has shown a code')
	await confirmSecondFactor(database, { ...mine, typed: totpCode(secret, stepAt(at)) })
	assert.equal(await signIn.findSession(asking(stillIn!.cookies)), null, 'other devices are signed out')
	await assert.rejects(beginSecondFactor(database, mine), { code: 'second-factor-on-already' })

	const confirm = (typed: string, when: Date) =>
		confirmIdentity(database, { session: mine.session, typed, key, at: when })
	await assert.rejects(confirm(password, at), { code: 'confirmation-wrong' })
	await assert.rejects(confirm('', at), { code: 'confirmation-wrong' })
	await confirm(totpCode(secret, stepAt(minutes(7))), minutes(7))
	await endSecondFactor(database, { ...mine, at: minutes(7) })
	const entrance = await signIn.asShown({ accountId: partner.accountId, municipalityId: town.id, at })
	assert.equal(entrance?.isIn, true)
	await assert.rejects(renewRecoveryCodes(database, mine), { code: 'second-factor-off' })
})

test('a steward resets the access of somebody who lost phone and codes, and open questions with it', async () => {
	const at = new Date()
	const halfway = (await signIn.asShown({ accountId: analyst.accountId, municipalityId: town.id, at }))!
	assert.equal(halfway.isIn, false)
	const by = town.team.steward.accountId
	await renewAccess(database, { municipalityId: town.id, accountId: analyst.accountId, by, at })
	assert.equal(await signIn.isHalfway(asking(halfway.cookies)), false)
	const waiting = await inInstallation(database, (db) => db.select({ value: verifications.value }).from(verifications))
	assert.ok(!waiting.some(({ value }) => value === analyst.accountId))
	const token = await signIn.createLink(analyst.email)
	assert.equal((await signIn.withLink({ token, municipalityId: town.id, at }))?.isIn, true)
})
