import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayText, instantText } from './dates.ts'

test('a day is the same day for every reader', () => {
	assert.equal(dayText('2026-03-14', 'de'), '14. März 2026')
	assert.equal(dayText('2026-03-14', 'en'), '14 March 2026')
	assert.equal(dayText('2026-03-14', 'de', 'medium'), '14. März')
	assert.equal(dayText('2026-03-14', 'de', 'short'), '14.03.2026')
	assert.equal(dayText('2026-03-14', 'de', 'month'), 'März 2026')
})

test('an instant is told by the clock in town, in summer and in winter', () => {
	assert.match(instantText('2026-07-01T16:00:00Z', 'de', 'Europe/Berlin'), /18:00/)
	assert.match(instantText('2026-12-01T17:00:00Z', 'de', 'Europe/Berlin'), /18:00/)
})
