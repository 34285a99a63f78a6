/**
 * Agreement of coders who sorted the same units: percent, Cohen, Brennan and Prediger, Scott, Fleiss, Gwet's AC1.
 *
 * All are (observed − expected) / (1 − expected); they differ in what they call chance. Sources: Cohen 1960; Brennan and
 * Prediger 1981; Scott 1955; Fleiss 1971; Gwet 2008.
 */
import {
	figure,
	given,
	incomparable,
	ofPair,
	pairsOf,
	sharedUnits,
	undefinedFor,
	type Figure,
	type Ratings,
} from './ratings.rules.ts'

/** Share of units on which two coders say the same, 0 … 1; with more coders the mean over their pairs. */
export function percentAgreement(ratings: Ratings): Figure {
	return overPairs(ratings, ({ observed }) => figure(observed))
}

/** Chance: each coder draws by their own habits. With more than two coders the mean over their pairs. */
export function cohenKappa(ratings: Ratings): Figure {
	return overPairs(ratings, ({ observed, first, second }) =>
		corrected(
			observed,
			sumOf(first, (share, at) => share * second[at]!),
		),
	)
}

/** Chance: all draw by the habits of both together. With more than two coders the mean over their pairs. */
export function scottPi(ratings: Ratings): Figure {
	return overPairs(ratings, ({ observed, first, second }) =>
		corrected(
			observed,
			sumOf(first, (share, at) => ((share + second[at]!) / 2) ** 2),
		),
	)
}

/** Chance: all values are equally likely. `values` counts those on offer, at least those in use. */
export function brennanPrediger(ratings: Ratings, values = 0): Figure {
	const { value: observed, reason } = percentAgreement(ratings)
	if (observed === null) return undefinedFor(reason)
	return corrected(observed, 1 / Math.max(values, ratings.values.length))
}

/** Units judged by every coder, as the formula asks for a fixed number; the others are left out. */
export function fleissKappa(ratings: Ratings): Figure {
	const reason = incomparable(ratings)
	if (reason) return undefinedFor(reason)
	const complete = ratings.patterns.filter(({ codes }) => codes.every((code) => code >= 0))
	const units = sumOf(complete, ({ weight }) => weight)
	if (units === 0) return undefinedFor('no-shared-units')
	const raters = ratings.coders.length
	const totals = new Float64Array(ratings.values.length)
	let observed = 0
	for (const { codes, weight } of complete) {
		const counts = countsOf(codes)
		for (const [code, count] of counts) totals[code]! += count * weight
		observed += (weight * sumOf([...counts.values()], (count) => count * (count - 1))) / (raters * (raters - 1))
	}
	return corrected(
		observed / units,
		sumOf([...totals], (total) => (total / (units * raters)) ** 2),
	)
}

/** Chance grows with how evenly the values are used, so that rare themes do not turn agreement into nothing. */
export function gwetAc1(ratings: Ratings, values = 0): Figure {
	const reason = incomparable(ratings)
	if (reason) return undefinedFor(reason)
	const kinds = Math.max(values, ratings.values.length)
	if (kinds < 2) return undefinedFor('no-variation')
	const shares = new Float64Array(ratings.values.length)
	let observed = 0
	let units = 0
	for (const { codes, weight } of ratings.patterns) {
		const counts = countsOf(codes)
		const raters = given(codes).length
		units += weight
		for (const [code, count] of counts) shares[code]! += (weight * count) / raters
		if (raters < 2) continue
		observed += (weight * sumOf([...counts.values()], (count) => count * (count - 1))) / (raters * (raters - 1))
	}
	const expected = sumOf([...shares], (share) => (share / units) * (1 - share / units)) / (kinds - 1)
	return corrected(observed / sharedUnits(ratings), expected)
}

/** Two coders on the units both judged: the share they agree on, and how each uses the values. */
type Pair = { observed: number; first: number[]; second: number[] }

function overPairs(ratings: Ratings, of: (pair: Pair) => Figure): Figure {
	const reason = incomparable(ratings)
	if (reason) return undefinedFor(reason)
	const pairs = pairsOf(ratings.coders).map(([one, other]) => ofPair(ratings, one, other))
	const figures = pairs.filter((pair) => sharedUnits(pair) > 0).map((pair) => of(pairOf(pair)))
	const missing = figures.find((one) => one.value === null)
	if (missing) return missing
	return figure(sumOf(figures, ({ value }) => value ?? 0) / figures.length)
}

function pairOf(ratings: Ratings): Pair {
	const first = ratings.values.map(() => 0)
	const second = ratings.values.map(() => 0)
	const units = sharedUnits(ratings)
	let same = 0
	for (const { codes, weight } of ratings.patterns) {
		const [one = -1, other = -1] = codes
		if (one < 0 || other < 0) continue
		first[one]! += weight / units
		second[other]! += weight / units
		if (one === other) same += weight
	}
	return { observed: same / units, first, second }
}

function corrected(observed: number, expected: number): Figure {
	// Shares are sums of fractions: what is 1 up to rounding is 1.
	if (1 - expected < 1e-12) return undefinedFor('no-variation')
	return figure((observed - expected) / (1 - expected))
}

function countsOf(codes: readonly number[]): Map<number, number> {
	const counts = new Map<number, number>()
	for (const code of given(codes)) counts.set(code, (counts.get(code) ?? 0) + 1)
	return counts
}

function sumOf<One>(list: readonly One[], of: (one: One, at: number) => number): number {
	return list.reduce((sum, one, at) => sum + of(one, at), 0)
}
