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
