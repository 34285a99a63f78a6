import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ToldTable } from './told-cells.rules.ts'
import { chooseBands, judgeNumbers, type NextTable } from './what-tables-tell.rules.ts'

const people = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `p${from + at}`)

type Edition = { heard: string[]; spoke: string[] }

/** Editions one after the other, each shown as the rules allow: the words of one column. */
function shownIn(editions: readonly Edition[]) {
	const earlier: ToldTable[] = []
	return editions.map(({ heard, spoke }) => {
		const columns = [{ key: 'church', heard }]
		const next: NextTable = { columns, isOneEach: true, rows: [{ key: 'bus', counts: [spoke.length] }] }
		const [[shown]] = chooseBands(earlier, next, 10) as [[ReturnType<typeof chooseBands>[number][number]]]
		earlier.push({ columns, rows: [{ key: 'bus', shown: [shown] }] })
		return shown
	})
}
const words = (...editions: Edition[]) => shownIn(editions).map(({ band }) => band)
const before: Edition = { heard: people(0, 20), spoke: people(0, 4) }

test('a word does not move because of one new person, and does when ten came', () => {
	const one = { heard: people(0, 21), spoke: [...people(0, 4), 'p20'] }
	assert.deepEqual(words(before, one), ['few', 'few'])
	const [, shown] = shownIn([before, one])
	assert.deepEqual([shown!.fresh, shown!.missing], ['several', 9])
	assert.deepEqual(words(before, { heard: people(0, 30), spoke: one.spoke }), ['few', 'several'])
})

test('a word that stays tells nothing, because it would have stayed whatever was said', () => {
	for (const spoke of [people(20, 21), []]) {
		const [, shown] = shownIn([before, { heard: people(0, 21), spoke: [...people(0, 4), ...spoke] }])
		assert.deepEqual([shown!.band, shown!.least, shown!.most], ['few', 1, 9])
	}
})

test('a word does not move because one person left', () => {
	const left = { heard: people(1, 20), spoke: people(1, 5) }
	assert.deepEqual(words({ heard: people(0, 20), spoke: people(0, 5) }, left), ['several', 'several'])
})

test('where nobody came a word that moves can be about anybody: the team read more', () => {
	assert.deepEqual(words(before, { heard: people(0, 20), spoke: people(0, 5) }), ['few', 'several'])
})

test('where the team read more, later words are held against what it tells now', () => {
	const more = { heard: people(0, 20), spoke: people(0, 9) }
	const one = { heard: people(0, 21), spoke: [...people(0, 9), 'p20'] }
	assert.deepEqual(words(before, more, one), ['few', 'several', 'several'])
})

test('where all the new people must have said it for a word to be true, a lower one stands', () => {
	const all = { heard: people(0, 30), spoke: people(20, 30) }
	assert.deepEqual(words({ heard: people(0, 20), spoke: [] }, all), ['none', 'few'])
})

test('whoever changes the sector takes along what they said, and is not found in the next one either', () => {
	const [stay, move] = [people(0, 12), people(12, 18)] as [string[], string[]]
	const first = [
		{ key: 'church', heard: [...stay, ...move] },
		{ key: 'business', heard: people(20, 32) },
	]
	const second = [
		{ key: 'church', heard: stay },
		{ key: 'business', heard: [...people(20, 32), ...move] },
	]
	const show = (earlier: ToldTable[], columns: ToldTable['columns'], counts: number[]) =>
		chooseBands(earlier, { columns, isOneEach: true, rows: [{ key: 'bus', counts }] }, 10)
	const [shown] = show([], first, [6, 0]) as [ReturnType<typeof show>[number]]
	assert.deepEqual(
		shown.map(({ band }) => band),
		['several', 'none'],
	)
	const [moved] = show([{ columns: first, rows: [{ key: 'bus', shown }] }], second, [0, 6])
	assert.deepEqual(
		moved!.map(({ band }) => band),
		['several', 'none'],
	)
})

test('a number beside an earlier word stands when it leaves nine people open, and not when it leaves eight', () => {
	const columns = (heard: string[]) => [{ key: 'church', heard }]
	const word: ToldTable = {
		columns: columns(people(0, 20)),
		rows: [{ key: 'bus', shown: [{ band: 'none', least: 0, most: 0 }] }],
	}
	const missing = (heard: number, number: number) => {
		const shown = [{ band: 'several' as const, least: number, most: number }]
		return judgeNumbers([word], { columns: columns(people(0, heard)), rows: [{ key: 'bus', shown }] }, 10)[0]![0]!
			.missing
	}
	assert.deepEqual([missing(35, 6), missing(35, 7), missing(34, 6)], [0, 1, 1])
})
