import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findHandfuls, type NumberTable } from './differencing.rules.ts'

const people = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `p${from + at}`)
const numbers = (cells: string[][], shown: (number | null)[], total: number | null): NumberTable => ({
	columns: cells.map((_, at) => `c${at}`),
	rows: [{ key: 'bus', cells, numbers: shown, total }],
})
const find = (before: NumberTable, next: NumberTable) => findHandfuls([{ edition: 1, table: before }], next)

test('two numbers whose difference is two people tell of the two', () => {
	const before = numbers([people(0, 20)], [20], null)
	const two = find(before, numbers([[...people(0, 20), 'p120', 'p121']], [22], null))
	assert.deepEqual(two[0], { edition: 1, row: 'bus', column: 'c0', missing: 3 })
	assert.deepEqual(find(before, numbers([[...people(0, 20), ...people(120, 126)]], [26], null)), [])
})

test('one who came and one who went are two people, even when the number stays', () => {
	const before = numbers([people(0, 20)], [20], null)
	assert.equal(find(before, numbers([[...people(1, 20), 'p120']], [20], null))[0]!.column, 'c0')
})

test('a hidden number that the totals of two editions give back together is found', () => {
	const [a, b, c] = [people(0, 20), people(20, 23), people(30, 60)] as [string[], string[], string[]]
	const before = numbers([a, b, c], [null, null, 30], 53)
	assert.deepEqual(find(before, numbers([a, b, c], [null, null, 30], 53)), [])
	assert.equal(find(before, numbers([a, b, c], [20, null, null], 53)).length, 1)
})
