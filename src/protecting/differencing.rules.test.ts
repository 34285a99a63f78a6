import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bandOf } from './bands.rules.ts'
import { compareTables, type PeopleTable } from './differencing.rules.ts'

const people = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `p${from + at}`)
const bands = (heard: string[], cell: string[]): PeopleTable => ({
	columns: [{ key: 'church', heard }],
	rows: [{ key: 'bus', cells: [cell], bands: [bandOf(cell.length, heard.length)] }],
})
const compare = (before: PeopleTable, next: PeopleTable) => compareTables([{ edition: 1, table: before }], next, 10)

test('a word that moves because of one new person gives that person away, and ten more may move it', () => {
	const before = bands(people(0, 20), people(0, 4))
	assert.deepEqual(compare(before, bands(people(0, 21), [...people(0, 4), 'p20'])), [
		{ edition: 1, row: 'bus', column: 'church', because: 'too-few-new-people', missing: 9 },
	])
	assert.deepEqual(compare(before, bands(people(0, 30), [...people(0, 4), 'p20'])), [])
	assert.deepEqual(compare(before, bands(people(0, 21), people(0, 4))), [], 'nothing moved')
})

test('a word that moves because one person left tells who it was', () => {
	const [leak] = compare(bands(people(0, 20), people(0, 5)), bands(people(1, 20), people(1, 5)))
	assert.equal(leak!.because, 'too-few-new-people')
	assert.equal(leak!.missing, 9)
})

test('a word that moves although nobody came can be about anybody', () => {
	assert.deepEqual(compare(bands(people(0, 20), people(0, 4)), bands(people(0, 20), people(0, 5))), [])
})

test('a word that moves so far that all the new people must have said it, tells of each of them', () => {
	const [leak] = compare(bands(people(0, 20), []), bands(people(0, 30), people(20, 30)))
	assert.equal(leak!.because, 'all-new-people')
})

const numbers = (heard: string[], cells: string[][], shown: (number | null)[], total: number | null): PeopleTable => ({
	columns: cells.map((_, at) => ({ key: `c${at}`, heard })),
	rows: [{ key: 'bus', cells, bands: cells.map((cell) => bandOf(cell.length, heard.length)), numbers: shown, total }],
})

test('two numbers whose difference is two people tell of the two', () => {
	const before = numbers(people(0, 100), [people(0, 20)], [20], null)
	const [leak] = compare(before, numbers(people(0, 130), [[...people(0, 20), 'p120', 'p121']], [22], null))
	assert.equal(leak!.because, 'small-group')
	assert.deepEqual(compare(before, numbers(people(0, 130), [[...people(0, 20), ...people(120, 126)]], [26], null)), [])
})

test('one who came and one who went are two people, even when the number stays', () => {
	const before = numbers(people(0, 100), [people(0, 20)], [20], null)
	const [leak] = compare(before, numbers(people(0, 130), [[...people(1, 20), 'p120']], [20], null))
	assert.equal(leak!.because, 'small-group')
})

test('a hidden number that the totals of two editions give back together is found', () => {
	const heard = people(0, 200)
	const [a, b, c] = [people(0, 20), people(20, 23), people(30, 60)] as [string[], string[], string[]]
	const before = numbers(heard, [a, b, c], [null, null, 30], 53)
	const next = numbers(heard, [a, b, c], [20, null, null], 53)
	const alone = numbers(heard, [a, b, c], [null, null, 30], 53)
	assert.deepEqual(compare(before, alone), [])
	assert.equal(compare(before, next)[0]!.because, 'small-group')
})
