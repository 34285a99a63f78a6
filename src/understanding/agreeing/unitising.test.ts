import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brennanPrediger, cohenKappa, percentAgreement } from './kappa.rules.ts'
import type { Figure } from './ratings.rules.ts'
import { binaryDisagreement, characterRatings, continuumOf, unitisingAlphas, type Span } from './unitising.rules.ts'

/** Krippendorff 2019, figure 12.11: three observers of a continuum of 60. */
const BOOK = [
	...marked('Alex', '0-7:1 7-13:2 30-32:5 32-37:6 37-44:6 44-60:7'),
	...marked('Paul', '0-7:1 7-13:3 13-21:5 32-44:6'),
	...marked('Suzan', '0-7:1 7-13:4 13-21:5 32-37:6 37-41:6 41-44:6'),
]
const OBSERVERS = ['Alex', 'Paul', 'Suzan']

test('the unitising family equals the published example', () => {
	const { alphaU, alphaUBinary, alphaCu, coverage, byValue } = unitisingAlphas(OBSERVERS, BOOK, 60)
	// Published: 0.510, 0.413 (from rounded coincidences), 0.724.
	equals(alphaU, 0.51)
	equals(alphaUBinary, 0.4136)
	equals(alphaCu, 0.7242)
	assert.equal(coverage!.toFixed(4), (83 / 180).toFixed(4))
	for (const value of ['1', '5', '6']) equals(byValue[value]!.alphaKu, 1)
	for (const value of ['2', '3', '4']) equals(byValue[value]!.alphaKu, 0)
	assert.equal(byValue['5']!.coverage, 8 / 18)
	// Value 7 meets gaps only.
	assert.deepEqual(byValue['7'], { alphaKu: { value: null, reason: 'no-shared-units' }, coverage: 0 })
})

test('two who mark the same agree fully; whoever marks beside the other agrees less, never more', () => {
	const one = marked('A', '10-20:x 40-50:y')
	const by = (written: string) => unitisingAlphas(['A', 'B'], [...one, ...marked('B', written)], 100)
	equals(by('10-20:x 40-50:y').alphaU, 1)
	equals(by('10-20:x 40-50:y').alphaUBinary, 1)
	equals(by('10-20:x 40-50:y').alphaCu, 1)
	const shifted = [0, 1, 2, 5].map((late) => by(`${10 + late}-${20 + late}:x 40-50:y`).alphaU.value!)
	assert.deepEqual(
		shifted,
		shifted.toSorted((a, b) => b - a),
	)
	assert.ok(new Set(shifted).size === 4)
})

test('one of three who marks something is not agreement, and nothing marked is no figure', () => {
	const lonely = unitisingAlphas(['A', 'B', 'C'], marked('A', '1-2:x'), 20)
	assert.ok(lonely.alphaU.value! < 0.1 && lonely.alphaUBinary.value! < 0.1)
	assert.deepEqual(lonely.alphaCu, { value: null, reason: 'no-shared-units' })
	assert.equal(unitisingAlphas(['A'], marked('A', '1-2:x'), 20).alphaU.reason, 'one-coder')
	assert.equal(unitisingAlphas(['A', 'B'], [], 20).alphaU.reason, 'nothing-coded')
	const all = [...marked('A', '0-20:x'), ...marked('B', '0-20:x')]
	assert.equal(unitisingAlphas(['A', 'B'], all, 20).alphaU.reason, 'no-variation')
})

test('units of one coder that overlap have no figure together, but each theme has its own', () => {
	const spans = [...marked('A', '0-10:x 5-15:y'), ...marked('B', '0-10:x 5-15:y')]
	assert.equal(unitisingAlphas(['A', 'B'], spans, 30).alphaU.reason, 'overlapping-units')
	const { observed, expected } = binaryDisagreement(
		['A', 'B'],
		spans.filter(({ value }) => value === 'x'),
		30,
	)
	assert.equal(1 - observed / expected, 1)
})

test('touching units of one theme stay apart: marking in three steps is not marking in one', () => {
	const whole = [...marked('A', '0-30:x'), ...marked('B', '0-30:x')]
	const pieces = [...marked('A', '0-30:x'), ...marked('B', '0-10:x 10-20:x 20-30:x')]
	const one = unitisingAlphas(['A', 'B'], [...whole, ...marked('A', '50-60:y')], 100).alphaU.value!
	const other = unitisingAlphas(['A', 'B'], [...pieces, ...marked('A', '50-60:y')], 100).alphaU.value!
	assert.notEqual(one, other)
})

test('compared by characters, percent and kappa are those of NVivo', () => {
	// 1,000 characters: 50 marked by both, 150 by one of them.
	const splits: [string, string, number][] = [
		['0-200', '0-50', 0.3478],
		['0-150', '100-200', 0.3182],
		['0-125', '75-200', 0.3143],
	]
	for (const [one, other, kappa] of splits) {
		const spans = [...marked('A', `${one}:x`), ...marked('B', `${other}:x`)]
		const ratings = characterRatings(continuumOf(['A', 'B'], spans, 1000))
		equals(percentAgreement(ratings), 0.85)
		equals(cohenKappa(ratings), kappa)
		equals(brennanPrediger(ratings), 0.7)
	}
})

test('a book of a million characters with twenty thousand units is swept once', () => {
	const spans = ['A', 'B'].flatMap((coder, late) =>
		Array.from({ length: 10_000 }, (_, at) => ({
			coder,
			start: at * 100 + late,
			end: at * 100 + 60,
			value: `t${at % 9}`,
		})),
	)
	assert.ok(unitisingAlphas(['A', 'B'], spans, 1_000_000).alphaU.value! > 0.9)
})

/** `10-20:x 40-50:y`, half-open. */
function marked(coder: string, written: string): Span[] {
	return written.split(' ').map((one) => {
		const [, start, end, value] = /^(\d+)-(\d+):(.+)$/.exec(one)!
		return { coder, start: Number(start), end: Number(end), value: value! }
	})
}

function equals({ value, reason }: Figure, expected: number) {
	assert.notEqual(value, null, reason ?? '')
	assert.equal(value!.toFixed(4), expected.toFixed(4))
}
