import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { issueFormToken, readFormToken } from './form-token.ts'

const key = { sessionKey: randomBytes(32).toString('hex') }
const shown = new Date('2025-04-10T10:00:00Z')

test('a form that lies open for days can still be sent, one of last month or a forged one cannot', () => {
	const token = issueFormToken(key, shown)
	assert.equal(readFormToken(key, token, new Date('2025-04-16T10:00:00Z')).shownAt.getTime(), shown.getTime())
	const inMay = new Date('2025-05-10T10:00:00Z')
	assert.throws(() => readFormToken(key, token, inMay), { code: 'form-expired' })
	for (const forged of ['', 'a.b.c', token.replace(/^./, (c) => (c === 'a' ? 'b' : 'a')), `${token}x`]) {
		assert.throws(() => readFormToken(key, forged, shown), { code: 'form-expired' })
	}
})

test('two forms are two submissions', () => {
	assert.notEqual(issueFormToken(key, shown), issueFormToken(key, shown))
})
