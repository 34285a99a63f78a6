import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { inInstallation, inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { sendWaitingMails } from '#platform/mail.ts'
import { outboxMails } from '#platform/tables.ts'
import { confirmByMail, mailConfirmation, mailSignInLink } from './mail-links.ts'
import { issueToken, type TokenPurpose } from './one-time-tokens.ts'
import { sampleMunicipality, samplePassword } from './sample.ts'
import { createSignIn } from './sign-in.ts'
import { accounts } from './account.tables.ts'

const database = await freshDatabase()
const town = await sampleMunicipality(database)
const settings = { baseUrl: 'https://gehoert.example', smtpUrl: 'smtp://mail.example' }
const place = { municipality: town, settings }
const signIn = createSignIn(database, { baseUrl: settings.baseUrl, sessionKey: 'f'.repeat(64) })
const at = new Date()
const here = { municipalityId: town.id, at }
const { analyst, moderator, editor, partner } = town.team
const within = <Result>(work: Parameters<typeof inMunicipality<Result>>[2]) => inMunicipality(database, town.id, work)
const mails = () => within((db) => db.select().from(outboxMails).orderBy(outboxMails.createdAt))
const tokenOf = (text: string) => /\/(?:link|adresse)\/([\w-]{43})/.exec(text)![1]!
const asking = (cookies: string[]) =>
	new Request(settings.baseUrl, { headers: { cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') } })

async function mailed(email: string, when = at): Promise<string | null> {
	const before = (await mails()).length
	await mailSignInLink(database, place, email, when)
	const after = await mails()
	return after.length > before ? tokenOf(after.at(-1)!.plainText) : null
}

test('a mailed link signs in once; of two at the same moment one comes in; a newer link ends the older', async () => {
	const token = (await mailed(analyst.email))!
	const [mail] = await mails()
	assert.equal(mail!.recipient, analyst.email)
	assert.ok(mail!.plainText.includes(`https://gehoert.example/werkstatt/anmelden/link/${token}`))
	assert.ok(mail!.html.includes(`href="https://gehoert.example/werkstatt/anmelden/link/${token}"`))
	const tries = await Promise.all([1, 2, 3].map(() => signIn.withLink({ token, ...here })))
	assert.equal(tries.filter(Boolean).length, 1)
	const [older, newer] = [(await mailed(analyst.email))!, (await mailed(analyst.email))!]
	assert.equal(await signIn.withLink({ token: older, ...here }), null)
	const late = new Date(at.getTime() + 16 * 60_000)
	assert.equal(
		await signIn.withLink({ token: newer, municipalityId: town.id, at: late }),
		null,
		'it is open for minutes',
	)
})

test('whoever has no place here gets no mail, and nothing tells them so', async () => {
	assert.equal(await mailed('niemand@birkenrode.example'), null)
	await inInstallation(database, (db) =>
		db.insert(accounts).values({ id: 'elsewhere', name: 'E', email: 'e@anderswo.example' }),
	)
	assert.equal(await mailed('e@anderswo.example'), null)
	const bare = { municipality: town, settings: { baseUrl: settings.baseUrl, smtpUrl: undefined } }
	await assert.rejects(mailSignInLink(database, bare, analyst.email, at), { code: 'mail-server-missing' })
})

test('an account prepared under a stranger’s address waits in vain for their mails', async () => {
	await samplePassword(database, editor, 'ein vorbereitetes Passwort')
	assert.equal(await mailed(editor.email), null, 'the address was never confirmed, and there is a password')
	const session = (await signIn.findSession(asking((await entered(editor.email)).cookies)))!
	await mailConfirmation(database, place, { session, email: editor.email, at })
	const token = tokenOf((await mails()).at(-1)!.plainText)
	const strangers = (await signIn.findSession(asking((await entered(partner.email)).cookies)))!
	await assert.rejects(confirmByMail(database, { municipality: town, session: strangers, token, at }), {
		code: 'link-used',
	})
	await confirmByMail(database, { municipality: town, session, token, at })
	await assert.rejects(confirmByMail(database, { municipality: town, session, token, at }), { code: 'link-used' })
	assert.ok(await mailed(editor.email))
})

test('who proves an address by mail shuts out whoever came in by a link handed over before', async () => {
	const { cookies } = await entered(moderator.email)
	const handed = await signIn.createLink(moderator.email)
	const token = (await mailed(moderator.email))!
	assert.ok(await signIn.withLink({ token, ...here }))
	assert.equal(await signIn.findMember(asking(cookies), town.id), null)
	assert.equal(await signIn.withLink({ token: handed, ...here }), null)
})

test('a mailed link opens nothing once the account has another address', async () => {
	const token = (await mailed(analyst.email))!
	await inInstallation(database, (db) =>
		db.update(accounts).set({ email: 'neu@birkenrode.example' }).where(eq(accounts.id, analyst.accountId)),
	)
	assert.equal(await signIn.withLink({ token, ...here }), null)
})

test('no token opens what another was made for', async () => {
	const purposes: TokenPurpose[] = ['second-factor', 'passkey-entry', 'passkey-new', 'provider', 'confirm-address']
	for (const purpose of purposes) {
		const token = await inInstallation(database, (db) =>
			issueToken(db, { purpose, value: partner.accountId, minutes: 5, at }),
		)
		assert.equal(await signIn.withLink({ token, ...here }), null, purpose)
	}
	const link = await signIn.createLink(partner.email)
	const request = asking([`__Host-gehoert.second=${link}`])
	assert.equal(await signIn.isHalfway(request), false)
	assert.ok(await signIn.withLink({ token: link, ...here }))
})

test('a mail that has left is kept without its text', async () => {
	await sendWaitingMails(database, town.id, {
		transport: { sendMail: async () => ({}) } as never,
		from: 'a@b.example',
		at: new Date(),
	})
	const left = (await mails()).filter(({ state }) => state === 'sent')
	assert.ok(left.length > 0)
	assert.ok(left.every(({ plainText, html }) => plainText === '' && html === ''))
})

async function entered(email: string) {
	return (await signIn.withLink({ token: await signIn.createLink(email), ...here }))!
}
