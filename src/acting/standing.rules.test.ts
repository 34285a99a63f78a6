import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { commitmentStanding, daysBetween, initiativeDaysOverdue } from './standing.rules.ts'

test('a promise is in time until its last day, due soon two weeks before, and late the day after', () => {
	const until = '2026-03-14'
	const standing = (today: string) => commitmentStanding({ state: 'promised', until }, today)
	assert.deepEqual(standing('2026-02-27'), { kind: 'on-time' })
	assert.deepEqual(standing('2026-02-28'), { kind: 'due-soon', daysLeft: 14 })
	assert.deepEqual(standing('2026-03-14'), { kind: 'due-soon', daysLeft: 0 })
	assert.deepEqual(standing('2026-03-15'), { kind: 'late', daysLate: 1 })
	assert.deepEqual(commitmentStanding({ state: 'kept', until }, '2030-01-01'), { kind: 'kept' })
	assert.deepEqual(commitmentStanding({ state: 'open', until: null }, '2030-01-01'), { kind: 'open', daysLate: 0 })
	assert.deepEqual(commitmentStanding({ state: 'open', until }, '2026-03-16'), { kind: 'open', daysLate: 2 })
})

test('an initiative is overdue from the day after its promised answer, until it is done or refused', () => {
	const overdue = (state: 'running' | 'resting' | 'done' | 'refused', today: string) =>
		initiativeDaysOverdue({ state, nextAnswerBy: '2026-03-02' }, today)
	assert.equal(overdue('running', '2026-03-02'), 0)
	assert.equal(overdue('running', '2026-03-14'), 12)
	assert.equal(overdue('resting', '2026-03-14'), 12)
	assert.equal(overdue('done', '2026-03-14'), 0)
	assert.equal(overdue('refused', '2026-03-14'), 0)
})

test('days are counted across clock changes and leap years alike', () => {
	assert.equal(daysBetween('2028-02-28', '2028-03-01'), 2)
	const day = fc.integer({ min: 0, max: 20_000 }).map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }))
	fc.assert(
		fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
			assert.equal(daysBetween(from.toString(), from.add({ days }).toString()), days)
		}),
	)
})
