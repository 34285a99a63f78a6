import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordDifference } from './word-difference.rules.ts'

const marked = (before: string, after: string) =>
	wordDifference(before, after)
		.map(({ text, kind }) => (kind === 'same' ? text : kind === 'gone' ? `-${text}-` : `+${text}+`))
		.join('|')

test('a changed definition shows which words went and which came', () => {
	assert.equal(marked('Wege zum Arzt', 'Wege zum Amt'), 'Wege zum |-Arzt-|+Amt+')
	assert.equal(marked('Bus', 'Bus und Bahn'), 'Bus|+ und Bahn+')
	assert.equal(marked('', 'Neu'), '+Neu+')
	assert.equal(marked('Alt', ''), '-Alt-')
	assert.equal(marked('gleich', 'gleich'), 'gleich')
	assert.equal(marked('Rat, Amt', 'Rat, Amt, Bus 1,5 km.'), 'Rat, Amt|+, Bus 1,5 km.+')
	assert.deepEqual(
		wordDifference('Jugend und Bildung', 'Jugend, Kita und Schule', true).map(({ text }) => text),
		['Jugend und Bildung', 'Jugend, Kita und Schule'],
	)
	const long = 'Wort '.repeat(400)
	assert.equal(wordDifference(long, `${long}mehr`).length, 2)
})
