import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageAt, pagesOf, piecesOf, segmentsOf, withinSegments } from './segments.rules.ts'

const text = 'Interview mit Erna 👍\n\nI: Wer?\n\nB1: Klaus.'
const turns = [
	{ start: 25, end: 29, speaker: 'I' },
	{ start: 35, end: 41, speaker: 'B1' },
]

test('words at the head of a file are read like contributions, whose turn it is alone is not', () => {
	const segments = segmentsOf(text, 0, turns, [])
	assert.deepEqual(
		segments.map(({ start, text: words, speaker }) => [start, words.trim(), speaker]),
		[
			[0, 'Interview mit Erna 👍\n\nI:', null],
			[25, 'Wer?', 'I'],
			[35, 'Klaus.', 'B1'],
		],
	)
	assert.equal(segmentsOf(text, 0, turns, [{ start: 31, end: 33 }]).length, 4, 'but what was found there is shown')
})

test('what is found stands apart from the words around it, letter for letter', () => {
	const found = [
		{ start: 14, end: 18 },
		{ start: 19, end: 20 },
	]
	const pieces = piecesOf({ start: 0, text }, found)
	assert.equal(pieces.map((piece) => piece.text).join(''), text)
	assert.deepEqual(
		pieces.filter((piece) => piece.found).map((piece) => piece.text),
		['Erna', '👍'],
	)
	assert.deepEqual(withinSegments([{ start: 27, end: 38 }], turns), [{ start: 27, end: 29 }])
})

test('a very long talk comes page by page, each ending with a whole contribution', () => {
	const starts = Array.from({ length: 300 }, (_, at) => at * 50)
	assert.deepEqual(pagesOf(starts, 15_000), [0, 6_000, 12_000, 15_001])
	assert.deepEqual(pagesOf([0, 20_000, 40_000], 60_000), [0, 40_000, 60_001])
	assert.deepEqual(pagesOf([], 10), [0, 11])
	assert.deepEqual(
		[0, 5_999, 6_000, 14_999].map((at) => pageAt([0, 6_000, 12_000, 15_001], at)),
		[1, 1, 2, 3],
	)
})
