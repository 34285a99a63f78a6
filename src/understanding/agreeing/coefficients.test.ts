import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coefficientText } from './agreement-words.ts'
import { brennanPrediger, cohenKappa, fleissKappa, gwetAc1, percentAgreement, scottPi } from './kappa.rules.ts'
import { alphaInterval, krippendorffAlpha, type Level } from './krippendorff.rules.ts'
import { countRatings, type Figure, type Ratings, type Value } from './ratings.rules.ts'

test('kappas equal the published examples', () => {
	// Wikipedia (three tables), Cohen 1960, easycalculation.com: table, percent, Cohen, Brennan–Prediger.
	const published: [number[][], number, number, number][] = [
		[
			[
				[20, 5],
				[10, 15],
			],
			0.7,
			0.4,
			0.4,
		],
		[
			[
				[45, 15],
				[25, 15],
			],
			0.6,
			0.1304,
			0.2,
		],
		[
			[
				[25, 35],
				[5, 35],
			],
			0.6,
			0.2593,
			0.2,
		],
		[
			[
				[88, 14, 18],
				[10, 40, 10],
				[2, 6, 12],
			],
			0.7,
			0.4915,
			0.55,
		],
		[
			[
				[12, 2],
				[4, 2],
			],
			0.7,
			0.2105,
			0.4,
		],
	]
	for (const [table, percent, cohen, brennan] of published) {
		const ratings = ofTable(table)
		equals(percentAgreement(ratings), percent)
		equals(cohenKappa(ratings), cohen)
		equals(brennanPrediger(ratings), brennan)
	}
})

test('where nearly everything is alike, Cohen falls below nothing while the others see the agreement', () => {
	const paradox = ofTable([
		[118, 5],
		[2, 0],
	])
	equals(percentAgreement(paradox), 0.944)
	equals(cohenKappa(paradox), -0.0234)
	equals(brennanPrediger(paradox), 0.888)
	equals(gwetAc1(paradox), 0.9408)
})

test('agreement exactly as chance would have it is 0, and full agreement is 1, to the last digit', () => {
	for (const often of [4, 5, 6, 7, 11]) {
		const byChance = ofTable([
			[1, often],
			[often, often ** 2],
		])
		assert.equal(cohenKappa(byChance).value, 0)
		assert.equal(scottPi(byChance).value, 0)
	}
	const same = ofTable([
		[31, 0, 0],
		[0, 17, 0],
		[0, 0, 5],
	])
	for (const { value } of [cohenKappa(same), scottPi(same), gwetAc1(same), krippendorffAlpha(same, 'nominal')])
		assert.equal(value, 1)
})

test('Scott draws chance from both coders together, Fleiss from all of them', () => {
	equals(
		scottPi(
			ofTable([
				[1, 2],
				[2, 5],
			]),
		),
		0.0476,
	)
	// Fleiss 1971 as on Wikipedia: fourteen raters, ten subjects, five categories.
	const counts = [
		[0, 0, 0, 0, 14],
		[0, 2, 6, 4, 2],
		[0, 0, 3, 5, 6],
		[0, 3, 9, 2, 0],
		[2, 2, 8, 1, 1],
		[7, 7, 0, 0, 0],
		[3, 2, 6, 3, 0],
		[2, 5, 3, 2, 2],
		[6, 5, 2, 1, 0],
		[0, 2, 2, 3, 7],
	]
	const rows = counts.map((row) => row.flatMap((times, value) => Array.from({ length: times }, () => value)))
	const ratings = countRatings(
		rows[0]!.map((_, coder) => `R${coder}`),
		rows,
	)
	equals(fleissKappa(ratings), 0.2099)
	// With complete rows the mean over pairs is the observed agreement of Fleiss.
	equals(percentAgreement(ratings), 0.378)
})

const ALL = [percentAgreement, cohenKappa, scottPi, brennanPrediger, fleissKappa, gwetAc1] as const

/** Krippendorff 2011: four coders, twelve units. */
const FOUR_CODERS = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.']

test('alpha equals the published values at every level, with values missing', () => {
	const ratings = ofLines(FOUR_CODERS)
	const expected: [Level, number][] = [
		['nominal', 0.7434],
		['ordinal', 0.8154],
		['interval', 0.8491],
		['ratio', 0.7974],
	]
	for (const [level, alpha] of expected) equals(krippendorffAlpha(ratings, level), alpha)
})

test('alpha equals the published values for two and for three coders', () => {
	// Krippendorff 2011: binary data of two observers, then nominal data of two observers.
	equals(krippendorffAlpha(ofLines(['0100000000', '1110010010']), 'nominal'), 0.0952)
	equals(krippendorffAlpha(ofLines(['aabbdcccedda', 'babbbccceddd']), 'nominal'), 0.692, 3)
	// Wikipedia: three coders, fifteen units.
	const three = ofLines(['.....34121133.3', '1.213343.......', '..21344.21133.4'])
	equals(krippendorffAlpha(three, 'nominal'), 0.691, 3)
	equals(krippendorffAlpha(three, 'interval'), 0.811, 3)
})

test('the interval is the same for the same seed, and holds the alpha', () => {
	const ratings = ofLines(FOUR_CODERS)
	const interval = alphaInterval(ratings, 'nominal')!
	assert.deepEqual(alphaInterval(ratings, 'nominal'), interval)
	assert.notDeepEqual(alphaInterval(ratings, 'nominal', { seed: 7 }), interval)
	assert.ok(interval.low > 0.3 && interval.low < 0.7434 && interval.high > 0.7434 && interval.high <= 1)
})

test('full agreement is 1, and nothing is claimed where everything is one value', () => {
	const full = ofLines(['1223', '1223'])
	for (const measure of ALL) equals(measure(full), 1)
	for (const level of ['nominal', 'ordinal', 'interval', 'ratio'] as const) equals(krippendorffAlpha(full, level), 1)
	const one = ofLines(['1111', '1111'])
	equals(percentAgreement(one), 1)
	for (const measure of ALL.slice(1)) isUndefined(measure(one), 'no-variation')
	isUndefined(krippendorffAlpha(one, 'nominal'), 'no-variation')
	assert.equal(alphaInterval(one, 'nominal'), null)
})

test('one coder alone, and coders of different documents, agree on nothing', () => {
	for (const measure of ALL) {
		isUndefined(measure(ofLines(['1223'])), 'one-coder')
		isUndefined(measure(ofLines(['12..', '..12'])), 'no-shared-units')
		isUndefined(measure(ofLines(['....', '....'])), 'nothing-coded')
	}
	isUndefined(krippendorffAlpha(ofLines(['1223']), 'nominal'), 'one-coder')
	isUndefined(krippendorffAlpha(ofLines(['12..', '..12']), 'nominal'), 'no-shared-units')
	isUndefined(krippendorffAlpha(ofLines(['....', '....']), 'ordinal'), 'nothing-coded')
	isUndefined(krippendorffAlpha(ofLines(['ab', 'ba']), 'interval'), 'not-numbers')
	isUndefined(
		krippendorffAlpha(
			countRatings(
				['A', 'B'],
				[
					[-1, 1],
					[2, 2],
				],
			),
			'ratio',
		),
		'below-zero',
	)
})

test('disagreement as by lot is about 0, and opposite answers are less than nothing', () => {
	equals(krippendorffAlpha(ofLines(['ab', 'ba']), 'nominal'), -0.5)
	equals(cohenKappa(ofLines(['abab', 'baba'])), -1)
})

test('fifty thousand units with as many different values are counted, not paired', () => {
	const rows = Array.from({ length: 50_000 }, (_, unit): Value[] => [unit, unit + (unit % 3)])
	const ratings = countRatings(['A', 'B'], rows)
	for (const level of ['nominal', 'ordinal', 'interval'] as const)
		assert.notEqual(krippendorffAlpha(ratings, level).value, null)
})

function ofTable(table: number[][]): Ratings {
	const rows = table.flatMap((cells, one) =>
		cells.flatMap((times, other) => Array.from({ length: times }, () => [one, other])),
	)
	return countRatings(['A', 'B'], rows)
}

/** One line for each coder; `.` is missing, digits are numbers. */
function ofLines(lines: string[]): Ratings {
	const rows = Array.from(lines[0]!, (_, unit) =>
		lines.map((line) => (line[unit] === '.' ? null : /\d/.test(line[unit]!) ? Number(line[unit]) : line[unit]!)),
	)
	return countRatings(
		lines.map((_, coder) => `C${coder}`),
		rows,
	)
}

function equals({ value, reason }: Figure, expected: number, digits = 4) {
	assert.notEqual(value, null, reason ?? '')
	assert.equal(value!.toFixed(digits), expected.toFixed(digits))
}

function isUndefined({ value, reason }: Figure, expected: string) {
	assert.deepEqual([value, reason], [null, expected])
}

test('a figure is never rounded up to a standing it has not reached', () => {
	const shown = [0.6666, 0.667, 0.796, 0.8, 0.754, -0.068].map((value) => coefficientText(value).replace(',', '.'))
	assert.deepEqual(shown, ['0.66', '0.67', '0.79', '0.80', '0.75', '−0.07'])
})
