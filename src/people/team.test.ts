import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inInstallation, inMunicipality } from '#platform/database/database.ts'
import { freshDatabase } from '#platform/database/fresh-database.ts'
import { addMember } from './add-member.ts'
import { verifyAuditLog } from './audit-log.ts'
import { changePart } from './change-part.ts'
import { confirmIdentity, findOwnWays } from './confirm-identity.ts'
import { createMunicipality } from './create-municipality.ts'
import { findTeam } from './find-team.ts'
import { firstSteward } from './first-steward.ts'
import { removeMember } from './remove-member.ts'
import { renewAccess } from './renew-access.ts'
import { sampleMunicipality, samplePassword } from './sample.ts'
import { setOwnAccess } from './set-own-access.ts'
import { createSignIn } from './sign-in.ts'
import { municipalities } from './tables.ts'

const at = new Date('2026-11-22T09:00:00Z')
const password = 'drei alte Linden am Markt'

test('a team takes people in, gives them another part and lets them go, but never its last steward', async () => {
	const database = await freshDatabase()
	const town = await sampleMunicipality(database)
	const by = town.team.steward.accountId
	const within = <Result>(work: Parameters<typeof inMunicipality<Result>>[2]) => inMunicipality(database, town.id, work)
	const newcomer = {
		municipalityId: town.id,
		email: ' Berta@Birkenrode.example ',
		name: 'Berta  Kühn',
		part: 'editor' as const,
		by,
		at,
	}

	const berta = await addMember(database, newcomer)
	assert.equal(berta.email, 'berta@birkenrode.example')
	assert.equal(berta.needsLink, true)
	await assert.rejects(addMember(database, newcomer), { code: 'already-member' })
	await assert.rejects(addMember(database, { ...newcomer, email: 'berta' }), { code: 'email-invalid' })
	await assert.rejects(addMember(database, { ...newcomer, name: ' ' }), { code: 'person-name-missing' })
	const team = await findTeam(database, town.id)
	assert.deepEqual(team.map(({ name }) => name).slice(0, 3), ['Anna Lindner', 'Ben Okafor', 'Berta Kühn'])

	await assert.rejects(
		within((db) => changePart(db, { accountId: by, part: 'editor', by, at })),
		{ code: 'last-steward' },
	)
	await assert.rejects(
		within((db) => removeMember(db, { accountId: by, by, at })),
		{ code: 'last-steward' },
	)
	await within((db) => changePart(db, { accountId: berta.accountId, part: 'steward', by, at }))
	await within((db) => removeMember(db, { accountId: by, by: berta.accountId, at }))
	await assert.rejects(
		within((db) => removeMember(db, { accountId: by, by: berta.accountId, at })),
		{ code: 'member-unknown' },
	)
	assert.deepEqual(await within(verifyAuditLog), { entries: 3, brokenAt: null })
})

test('a new municipality gets a steward, and a link at every start until a password is set', async () => {
	const database = await freshDatabase()
	const town = await createMunicipality(database, { name: 'Radstadt', districts: [{ name: 'Mitte' }], at })
	const signIn = createSignIn(database, { baseUrl: 'http://localhost:3000', sessionKey: 'c'.repeat(64) })
	const email = await firstSteward(database, town, at)
	assert.equal(email, 'team@radstadt.example')
	assert.equal(await firstSteward(database, town, at), email)

	const here = { municipalityId: town.id, at: new Date() }
	const { accountId, cookies } = (await signIn.withLink({ token: await signIn.createLink(email), ...here }))!
	const cookie = cookies[0]!.split(';')[0]!
	const session = (await signIn.findSession(new Request('http://localhost:3000', { headers: { cookie } })))!
	const own = { ...here, session, name: 'Renate Vogel', email: 'renate@radstadt.example', password }
	await assert.rejects(setOwnAccess(database, { ...own, password: 'kurz' }), {
		code: 'password-too-short',
		facts: { shortest: 12 },
	})
	await setOwnAccess(database, own)
	assert.equal(await firstSteward(database, town, at), null)

	const key = { sessionKey: 'c'.repeat(64) }
	const confirmed = (typed: string, when = here.at) => confirmIdentity(database, { session, typed, key, at: when })
	await assert.rejects(confirmed(`${password}!`), { code: 'confirmation-wrong' })
	await confirmed(password)

	const other = await addMember(database, {
		municipalityId: town.id,
		email: 'ben@radstadt.example',
		name: 'Ben',
		part: 'analyst',
		by: accountId,
		at,
	})
	const stranger = { ...session, accountId: other.accountId }
	await assert.rejects(setOwnAccess(database, { ...own, session: stranger }), { code: 'email-taken' })
	const later = new Date(session.beganAt.getTime() + 16 * 60_000)
	await confirmIdentity(database, { session: stranger, typed: '', key, at: session.beganAt })
	await assert.rejects(confirmIdentity(database, { session: stranger, typed: '', key, at: later }), {
		code: 'sign-in-again',
	})
})

test('of two stewards who leave at the same moment one stays', async () => {
	const database = await freshDatabase()
	const town = await sampleMunicipality(database)
	const { steward, editor } = town.team
	const within = <Result>(work: Parameters<typeof inMunicipality<Result>>[2]) => inMunicipality(database, town.id, work)
	await within((db) => changePart(db, { accountId: editor.accountId, part: 'steward', by: steward.accountId, at }))
	const outcomes = await Promise.allSettled([
		within((db) => removeMember(db, { accountId: steward.accountId, by: steward.accountId, at })),
		within((db) => changePart(db, { accountId: editor.accountId, part: 'partner', by: editor.accountId, at })),
	])
	const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
	assert.deepEqual(
		refused.map(({ reason }) => (reason as { code: string }).code),
		['last-steward'],
	)
	const left = await findTeam(database, town.id)
	assert.equal(left.filter(({ part }) => part === 'steward').length, 1)
})

test('a steward renews the access of somebody who lost their password, but not of somebody another town relies on', async () => {
	const database = await freshDatabase()
	const town = await sampleMunicipality(database)
	const { analyst, steward } = town.team
	await samplePassword(database, analyst, password)
	const renewal = { municipalityId: town.id, accountId: analyst.accountId, by: steward.accountId, at }
	assert.equal(await renewAccess(database, renewal), analyst.email)
	assert.equal((await findOwnWays(database, analyst.accountId)).hasPassword, false)
	await assert.rejects(renewAccess(database, { ...renewal, accountId: 'nobody' }), { code: 'member-unknown' })

	const [elsewhere] = await inInstallation(database, (db) =>
		db.insert(municipalities).values({ slug: 'anderswo', name: 'Anderswo', profile: town.profile }).returning(),
	)
	const there = {
		municipalityId: elsewhere!.id as typeof town.id,
		email: analyst.email,
		name: 'Anna',
		part: 'steward' as const,
		by: 'command',
		at,
	}
	assert.equal((await addMember(database, there)).needsLink, false)
	await assert.rejects(renewAccess(database, renewal), { code: 'member-elsewhere' })
})
