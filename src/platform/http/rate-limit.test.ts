import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createRateLimit } from './rate-limit.ts'

const minute = 60_000

test('who tries too often waits, and others do not wait with them', () => {
	const limit = createRateLimit({ tries: 3, minutes: 10 })
	for (const at of [0, 1, 2]) limit.take('one', at * minute)
	assert.throws(() => limit.take('one', 3 * minute), { code: 'too-many-tries', facts: { minutes: 7 } })
	limit.take('other', 3 * minute)
	limit.take('one', 10 * minute + 1)
	assert.throws(() => limit.take('one', 10 * minute + 2), { code: 'too-many-tries' })
	limit.forgive('one')
	limit.take('one', 10 * minute + 3)
})
