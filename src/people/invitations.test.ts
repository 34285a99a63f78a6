import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { inInstallation, inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { outboxMails } from '#platform/tables.ts'
import { acceptInvitation, type AcceptInvitation } from './accept-invitation.ts'
import { changePart } from './change-part.ts'
import { findTeam } from './find-team.ts'
import { findInvitation, findOpenInvitations, invite, revokeInvitation } from './invite.ts'
import { mailInvitation } from './mail-links.ts'
import { sampleMunicipality, samplePassword } from './sample.ts'
import { accounts, invitations } from './account.tables.ts'

const database = await freshDatabase()
const town = await sampleMunicipality(database)
const at = new Date('2026-11-22T09:00:00Z')
const days = (count: number) => new Date(at.getTime() + count * 86_400_000)
const by = town.team.steward.accountId
const password = 'vier grüne Birken im Wind'
const within = <Result>(work: Parameters<typeof inMunicipality<Result>>[2]) => inMunicipality(database, town.id, work)
const onPaper = (name = 'Berta Kühn') => within((db) => invite(db, { name, part: 'moderator', by, at }))
const byMail = (email: string) => within((db) => invite(db, { name: 'Wer auch immer', email, part: 'editor', by, at }))
const accept = (code: string, wanted: Partial<AcceptInvitation> = {}) =>
	acceptInvitation(database, { municipalityId: town.id, code, name: 'Berta Kühn', email: '', password, at, ...wanted })
const accountOf = async (id: string) =>
	(await inInstallation(database, (db) => db.select().from(accounts).where(eq(accounts.id, id))))[0]!

test('a printed invitation takes one person into the team, in the part it names, once', async () => {
	const { code, expiresAt } = await onPaper()
	assert.match(code, /^[0-9A-HJKMNP-TV-Z]{16}$/)
	assert.deepEqual(expiresAt, days(14))
	const stored = await within((db) => db.select().from(invitations))
	assert.ok(!JSON.stringify(stored).includes(code), 'the database does not know the code')
	const typed = `${code.slice(0, 4)} ${code.slice(4, 8)}-${code.slice(8).toLowerCase()}`
	const email = 'Berta@birkenrode.example'
	const outcomes = await Promise.allSettled([
		accept(typed, { email }),
		accept(code, { email: 'b2@birkenrode.example' }),
	])
	assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
	const joined = (await findTeam(database, town.id)).filter(({ name }) => name === 'Berta Kühn')
	assert.deepEqual(
		joined.map(({ part }) => part),
		['moderator'],
	)
	await assert.rejects(accept(code, { email: 'c@birkenrode.example' }), { code: 'invitation-not-open' })
	const made = await inInstallation(database, (db) => db.$count(accounts, eq(accounts.name, 'Berta Kühn')))
	assert.equal(made, 1, 'who came too late leaves no account behind')
})

test('unknown, used, expired and revoked invitations are all the same', async () => {
	const { code } = await onPaper('Zu spät')
	const old = await within((db) => findInvitation(db, code, days(13)))
	await assert.rejects(
		within((db) => findInvitation(db, code, days(15))),
		{ code: 'invitation-not-open' },
	)
	await assert.rejects(accept(code, { email: 'x@birkenrode.example', at: days(15) }), { code: 'invitation-not-open' })
	await within((db) => revokeInvitation(db, { invitationId: old.id, by, at }))
	await assert.rejects(accept(code, { email: 'x@birkenrode.example' }), { code: 'invitation-not-open' })
	await assert.rejects(accept('0000000000000000', { email: 'x@birkenrode.example' }), { code: 'invitation-not-open' })
	for (const invitationId of [old.id, 'not an id'])
		await assert.rejects(
			within((db) => revokeInvitation(db, { invitationId, by, at })),
			{ code: 'invitation-not-open' },
		)
})

test('a mailed invitation is for the address it was sent to, whoever opens it', async () => {
	const invitation = await byMail('Dora@birkenrode.example')
	const settings = { baseUrl: 'https://gehoert.example', smtpUrl: 'smtp://mail.example' }
	await within((db) => mailInvitation(db, { municipality: town, settings }, invitation, 'Renate <b>Vogel</b>'))
	const [mail] = await within((db) => db.select().from(outboxMails))
	assert.equal(mail!.recipient, 'dora@birkenrode.example')
	assert.ok(mail!.plainText.includes(`https://gehoert.example/werkstatt/einladung/${invitation.code}`))
	assert.ok(!mail!.html.includes('<b>'), 'a name is text')
	const accountId = await accept(invitation.code, { email: 'angreifer@evil.example', name: 'Dora' })
	const account = await accountOf(accountId)
	assert.deepEqual([account.email, account.emailVerified], ['dora@birkenrode.example', true])
	const bare = { municipality: town, settings: { ...settings, smtpUrl: undefined } }
	await assert.rejects(
		within((db) => mailInvitation(db, bare, invitation, 'R')),
		{ code: 'mail-server-missing' },
	)
})

test('inviting an address twice leaves one invitation open, and tells nothing about accounts', async () => {
	const first = await byMail('emil@birkenrode.example')
	const second = await byMail('emil@birkenrode.example')
	await assert.rejects(accept(first.code, { name: 'Emil' }), { code: 'invitation-not-open' })
	const known = await byMail(town.team.partner.email)
	assert.deepEqual(Object.keys(known), Object.keys(second))
	await assert.rejects(accept(known.code), { code: 'already-member' })
	assert.ok(await accept(second.code, { name: 'Emil' }))
})

test('an account that is there already joins by its own password, and by nothing else', async () => {
	await inInstallation(database, (db) =>
		db.insert(accounts).values({ id: 'fritz', name: 'Fritz', email: 'fritz@anderswo.example' }),
	)
	await samplePassword(database, { accountId: 'fritz' }, 'ein anderes langes Passwort')
	const { code } = await onPaper('Fritz')
	const typed = { email: 'fritz@anderswo.example', name: 'Fritz' }
	await assert.rejects(accept(code, typed), { code: 'invitation-not-for-you' })
	assert.equal(await accept(code, { ...typed, password: 'ein anderes langes Passwort' }), 'fritz')
	assert.equal((await accountOf('fritz')).emailVerified, false, 'paper says nothing about an address')
})

test('an account prepared under a stranger’s address does not get their invitation', async () => {
	await inInstallation(database, (db) =>
		db.insert(accounts).values({ id: 'trap', name: 'Falle', email: 'mayor@anderswo.example' }),
	)
	await samplePassword(database, { accountId: 'trap' }, 'das kennt der Angreifer')
	const { code } = await byMail('mayor@anderswo.example')
	await assert.rejects(accept(code, { name: 'Bürgermeisterin' }), { code: 'invitation-not-for-you' })
	assert.ok(!(await findTeam(database, town.id)).some(({ accountId }) => accountId === 'trap'))
})

test('nobody chooses their part, their account or their municipality by what they send along', async () => {
	const { code } = await onPaper('Gerd')
	const greedy = { email: 'gerd@birkenrode.example', name: 'Gerd', part: 'steward', accountId: by, emailVerified: true }
	const accountId = await accept(code, greedy as Partial<AcceptInvitation>)
	const gerd = (await findTeam(database, town.id)).find((member) => member.accountId === accountId)
	assert.equal(gerd?.part, 'moderator')
	assert.equal((await accountOf(accountId)).emailVerified, false)
})

test('invitations of somebody who leads the team no longer are worth nothing', async () => {
	const accountId = town.team.editor.accountId
	await within((db) => changePart(db, { accountId, part: 'steward', by, at }))
	const { code } = await within((db) => invite(db, { name: 'Für mich', part: 'steward', by: accountId, at }))
	await within((db) => changePart(db, { accountId, part: 'editor', by, at }))
	await assert.rejects(accept(code, { email: 'h@birkenrode.example' }), { code: 'invitation-not-open' })
	assert.ok(!(await within((db) => findOpenInvitations(db, at))).some(({ name }) => name === 'Für mich'))
})

test('what is entered is checked before an invitation is used up', async () => {
	const { code } = await onPaper('Ida')
	const email = 'ida@birkenrode.example'
	await assert.rejects(accept(code, { email, password: 'kurz' }), { code: 'password-too-short' })
	await assert.rejects(accept(code, { email: 'ida' }), { code: 'email-invalid' })
	await assert.rejects(accept(code, { email, name: ' ' }), { code: 'person-name-missing' })
	assert.ok(await accept(code, { email, name: 'Ida' }))
})
