import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bandOf } from './bands.rules.ts'

test('public tables say words, and in small groups a few look like nobody', () => {
	assert.deepEqual(
		[0, 1, 4, 5, 9, 10, 300].map((persons) => bandOf(persons, 300)),
		['none', 'few', 'few', 'several', 'several', 'many', 'many'],
	)
	assert.deepEqual(
		[0, 1, 4, 5, 9].map((persons) => bandOf(persons, 9)),
		['none', 'none', 'none', 'several', 'several'],
	)
})

test('what all of a small group said is not told of every one of them', () => {
	assert.deepEqual(
		[
			[5, 5],
			[6, 6],
			[7, 7],
			[10, 10],
			[11, 11],
			[12, 12],
		].map(([persons, group]) => bandOf(persons!, group!)),
		['none', 'none', 'several', 'several', 'several', 'many'],
	)
})
