import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { codePointLength, positionsIn, sliceCodePoints, widenToGraphemes } from './code-points.ts'

test('a position means the same word whatever emoji stand before it', () => {
	const text = 'Danke 👍🏽 für den Laden'
	assert.equal(codePointLength(text), [...text].length)
	const start = [...text].join('').length - 'Laden'.length - 2 // two surrogate pairs before
	assert.equal(sliceCodePoints(text, start), 'Laden')
})

test('positions go to the browser and back unchanged, in any text', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const positions = positionsIn(text)
			const points = [...text]
			assert.equal(codePointLength(text), points.length)
			for (let at = 0; at <= points.length; at++) {
				assert.equal(positions.toUnit(at), points.slice(0, at).join('').length)
				assert.equal(positions.toCodePoint(positions.toUnit(at)), at)
			}
		}),
	)
})

test('a passage never cuts a visible character in two', () => {
	const family = '👨‍👩‍👧'
	const text = `Wir ${family} wohnen hier, Ko\u0308ln`
	const inside = [...`Wir `].length + 1
	const widened = widenToGraphemes(text, { start: inside, end: inside + 1 })
	assert.equal(sliceCodePoints(text, widened.start, widened.end), family)
	const o = [...text].length - 4
	assert.equal(
		sliceCodePoints(text, ...(Object.values(widenToGraphemes(text, { start: o, end: o + 1 })) as [number, number])),
		'o\u0308',
	)
	assert.deepEqual(widenToGraphemes('abc', { start: 1, end: 2 }), { start: 1, end: 2 })
})
