import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchingStep, newTotpSecret, stepAt, totpCode } from './totp.ts'

/** RFC 6238, appendix B: the secret is the text 12345678901234567890. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test('codes are those every authenticator app shows', () => {
	const known = {
		59: '94287082',
		1111111109: '07081804',
		1111111111: '14050471',
		1234567890: '89005924',
		2000000000: '69279037',
		20000000000: '65353130',
	}
	for (const [seconds, code] of Object.entries(known))
		assert.equal(totpCode(secret, Math.floor(Number(seconds) / 30), 8), code)
})

test('a code fits half a minute early or late, and never after it or a later one was used', () => {
	const at = new Date('2026-11-22T09:00:10Z')
	const now = stepAt(at)
	for (const off of [-1, 0, 1]) assert.equal(matchingStep(secret, totpCode(secret, now + off), at, null), now + off)
	for (const off of [-2, 2]) assert.equal(matchingStep(secret, totpCode(secret, now + off), at, null), null)
	assert.equal(matchingStep(secret, totpCode(secret, now), at, now), null)
	assert.equal(matchingStep(secret, totpCode(secret, now - 1), at, now), null)
	assert.match(newTotpSecret(), /^[A-Z2-7]{32}$/)
})
