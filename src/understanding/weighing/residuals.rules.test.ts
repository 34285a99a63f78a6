import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differenceOf, weighCell } from './residuals.rules.ts'

test('a cell is called more than expected only where enough is expected and chance rarely does it', () => {
	const { expected, residual, mark } = weighCell(30, 50, 40, 100)
	assert.equal(expected, 20)
	assert.equal(residual?.toFixed(4), '4.0825', 'adjusted residual of 30|20 / 10|40')
	assert.equal(mark, 'more')
	assert.equal(weighCell(10, 50, 40, 100).mark, 'less')
	assert.equal(weighCell(21, 50, 40, 100).mark, null)
	assert.deepEqual(weighCell(4, 10, 10, 100), { expected: 1, residual: null, mark: null }, 'one expected says nothing')
	assert.equal(weighCell(10, 10, 10, 10).residual, null, 'one row alone has nothing to be compared with')
	assert.equal(weighCell(0, 0, 0, 0).residual, null)
})

test('a difference of two rounds comes with the range it may be chance in', () => {
	const found = differenceOf({ count: 48, of: 80 }, { count: 56, of: 70 })!
	// Newcombe 1998, table II, example (a): 56/70 − 48/80, method 10.
	assert.deepEqual(
		[found.difference, found.low, found.high].map((one) => one.toFixed(4)),
		['0.2000', '0.0524', '0.3339'],
	)
	assert.equal(differenceOf({ count: 0, of: 0 }, { count: 1, of: 2 }), null)
})
