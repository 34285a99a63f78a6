import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { firstDeviation, saysNothing, tidyWording } from './quote-wording.rules.ts'

const OMISSION = '[…]'
const SAID =
	'Wir reden seit vier Jahren über einen Bus. Das ist doch nicht zu glauben. Ein Kleinbus steht in der Garage vom Sportverein Rot-Weiß.'

test('a quote may leave words out and replace a name, if it says so', () => {
	for (const wording of [
		SAID,
		'Wir reden seit vier Jahren über einen Bus. […] Ein Kleinbus steht in der Garage vom [Verein].',
		'[…] Ein Kleinbus steht in der Garage vom [Verein].',
		'Wir reden seit vier Jahren über einen Bus. […]',
		tidyWording('  Wir reden seit vier Jahren über einen Bus. [...]\r\n'),
	])
		assert.equal(firstDeviation(wording, SAID), null, wording)
})

test('a quote that was smoothed, cut without a mark or made up is told where it leaves the words', () => {
	assert.equal(firstDeviation(SAID.replace('vier', 'fünf'), SAID), 'Wir reden seit '.length + 1)
	assert.equal(firstDeviation('Ein Kleinbus steht in der Garage.', SAID), 1)
	assert.equal(firstDeviation('Wir reden seit vier Jahren über einen Bus.', SAID), 43)
	assert.equal(firstDeviation(`${SAID} Genau.`, SAID), [...SAID].length + 1)
})

test('a replacement hides a name, never a whole sentence', () => {
	assert.equal(firstDeviation('Wir reden [Unsinn] Ein Kleinbus […]', SAID) === null, false)
	assert.equal(saysNothing('[…] [Verein]'), true)
	assert.equal(saysNothing('[…] Bus'), false)
})

test('brackets that were spoken are quoted as they are', () => {
	assert.equal(firstDeviation('Das war [lacht] schön. […]', 'Das war [lacht] schön. Wirklich.'), null)
})

const sentence = fc
	.string({ unit: 'grapheme', minLength: 3, maxLength: 60 })
	.filter((text) => text.trim() === text && !/[[\]\n]/.test(text) && [...text].length >= 3)

test('whatever is left out with a mark, the rest still equals what was said', () => {
	fc.assert(
		fc.property(sentence, fc.nat(), fc.nat(), (said, one, other) => {
			const letters = [...said]
			const [from, to] = [one % letters.length, other % letters.length].toSorted((a, b) => a - b) as [number, number]
			const wording = letters.slice(0, from).join('') + OMISSION + letters.slice(to + 1).join('')
			assert.equal(firstDeviation(wording, said), null)
		}),
	)
})

test('no letter can be changed, added or dropped without a mark', () => {
	fc.assert(
		fc.property(sentence, fc.nat(), fc.constantFrom('change', 'add', 'drop'), (said, at, how) => {
			const letters = [...said]
			const place = at % letters.length
			if (how === 'change') letters[place] = letters[place] === 'x' ? 'y' : 'x'
			if (how === 'add') letters.splice(place, 0, letters[place] === 'x' ? 'y' : 'x')
			if (how === 'drop') letters.splice(place, 1)
			const deviation = firstDeviation(letters.join(''), said)
			assert.notEqual(deviation, null)
			assert.ok(deviation! <= letters.length + 1)
		}),
	)
})
