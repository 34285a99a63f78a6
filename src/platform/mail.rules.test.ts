import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isMailAddress, isMailDue, MAIL_ATTEMPTS, mailTrouble } from './mail.rules.ts'

test('mails go to plain addresses only', () => {
	for (const address of ['ana@birkenrode.example', 'a.b+c@x-y.example.org', "o'neill@example.org"])
		assert.ok(isMailAddress(address), address)
	for (const address of [
		'',
		'ana',
		'ana@',
		'@example.org',
		'ana@example',
		'ana@exa mple.org',
		'"ana@evil.example x"@example.org',
		'ana(comment)@example.org',
		'ana@example.org,ben@example.org',
		'ana@example.org\nBcc: ben@example.org',
		'ana@[127.0.0.1]',
		'.ana@example.org',
		'an..a@example.org',
		'ana@-example.org',
		`${'a'.repeat(65)}@example.org`,
	])
		assert.ok(!isMailAddress(address), address)
})

test('a mail the server does not take is tried ever more rarely, and then given up', () => {
	const createdAt = new Date('2026-03-01T10:00:00Z')
	const after = (minutes: number) => new Date(createdAt.getTime() + minutes * 60_000)
	assert.ok(isMailDue({ attempts: 0, createdAt }, after(0)))
	assert.ok(!isMailDue({ attempts: 2, createdAt }, after(4.9)))
	assert.ok(isMailDue({ attempts: 2, createdAt }, after(5)))
	assert.ok(!isMailDue({ attempts: MAIL_ATTEMPTS, createdAt }, after(100_000)))
})

test('the codes of a mail server become a reason somebody can act on', () => {
	const reasons = ['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EAUTH 535', 'EENVELOPE 550', 'EMESSAGE 554', 'unknown'].map(
		mailTrouble,
	)
	assert.deepEqual(reasons, ['unreachable', 'unreachable', 'unreachable', 'sign-in', 'address', 'refused', 'refused'])
})
