/**
 * Krippendorff's alpha: two coders or more, missing values, values with or without an order; and an interval for it.
 *
 * alpha = 1 − observed / expected disagreement over all pairs of values inside a unit, against all pairs there are. Units
 * with fewer than two values drop out. Source: Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability".
 */
import { figure, given, incomparable, undefinedFor, type Figure, type Ratings, type Reason } from './ratings.rules.ts'

export const LEVELS = ['nominal', 'ordinal', 'interval', 'ratio'] as const
export type Level = (typeof LEVELS)[number]

export type Interval = { low: number; high: number; draws: number }

/** `values` in their order count as ordinal also when they are words; the other levels need numbers. */
export function krippendorffAlpha(ratings: Ratings, level: Level): Figure {
	const reason = incomparable(ratings) ?? unfit(ratings, level)
	return reason ? undefinedFor(reason) : alphaOf(ratings, level)
}

/** Draws at most this many units in all for an interval, so that a large table stays quick; never fewer than 200 times. */
const MOST_DRAWN = 20_000_000

/**
 * Where 95 % of the alphas lie when the units are drawn anew, with replacement; the same seed gives the same interval.
 *
 * Null without an alpha, for fewer than three units, or when most draws hold a single value only.
 */
export function alphaInterval(
	ratings: Ratings,
	level: Level,
	{ draws = 1000, seed = 42 }: { draws?: number; seed?: number } = {},
): Interval | null {
	const { units, patterns } = ratings
	if (units.length < 3 || krippendorffAlpha(ratings, level).value === null) return null
	const draw = drawer(units, patterns.length, randomFrom(seed))
	const times = Math.max(200, Math.min(draws, Math.floor(MOST_DRAWN / units.length)))
	const drawn: number[] = []
	for (let time = 0; time < times; time++) {
		const weights = draw()
		const redrawn = patterns.map(({ codes }, at) => ({ codes, weight: weights[at]! }))
		const { value } = alphaOf({ ...ratings, patterns: redrawn }, level)
		if (value !== null) drawn.push(value)
	}
	if (drawn.length < times / 2) return null
	drawn.sort((one, other) => one - other)
	return { low: quantile(drawn, 0.025), high: quantile(drawn, 0.975), draws: drawn.length }
}

/** Draws units with replacement, as many as there are, and counts how often each pattern comes. */
function drawer(units: Ratings['units'], patterns: number, random: () => number): () => Float64Array {
	// Flat, for a large table is drawn from millions of times.
	const members = Int32Array.from(units.flat())
	const starts = new Int32Array(units.length + 1)
	units.forEach((unit, at) => (starts[at + 1] = starts[at]! + unit.length))
	return () => {
		const weights = new Float64Array(patterns)
		for (let unit = 0; unit < units.length; unit++) {
			const drawn = Math.floor(random() * units.length)
			for (let at = starts[drawn]!; at < starts[drawn + 1]!; at++) weights[members[at]!]!++
		}
		return weights
	}
}

/** Uniform in [0, 1): mulberry32, small and the same everywhere. */
export function randomFrom(seed: number): () => number {
	let state = seed | 0
	return () => {
		state = (state + 0x6d2b79f5) | 0
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
	}
}

function unfit({ values }: Ratings, level: Level): Reason | undefined {
	if (level === 'nominal' || level === 'ordinal') return undefined
	if (values.some((value) => typeof value !== 'number')) return 'not-numbers'
	return level === 'ratio' && values.some((value) => Number(value) < 0) ? 'below-zero' : undefined
}

function alphaOf({ values, patterns }: Ratings, level: Level): Figure {
	const paired = patterns
		.map(({ codes, weight }) => ({ codes: given(codes), weight }))
		.filter(({ codes, weight }) => codes.length > 1 && weight > 0)
	const counts = new Float64Array(values.length)
	for (const { codes, weight } of paired) for (const code of codes) counts[code]! += weight
	const used = [...counts.keys()].filter((code) => counts[code]! > 0)
	if (used.length < 2) return undefinedFor('no-variation')
	const { within, between } = disagreement(level, values, counts, used)
	const total = counts.reduce((sum, count) => sum + count, 0)
	const observed = paired.reduce((sum, { codes, weight }) => sum + (weight * within(codes)) / (codes.length - 1), 0)
	return figure(1 - ((total - 1) * observed) / between())
}

/** Sums of squared differences over ordered pairs: of the values of one unit, and of all values there are. */
type Disagreement = { within: (codes: readonly number[]) => number; between: () => number }

function disagreement(
	level: Level,
	values: Ratings['values'],
	counts: Float64Array,
	used: readonly number[],
): Disagreement {
	if (level === 'nominal') return byName(counts)
	if (level === 'ratio') return byRatio(values.map(Number), counts, used)
	return byDistance(level === 'ordinal' ? ranksOf(values, counts) : centred(values, counts, used), counts)
}

function byName(counts: Float64Array): Disagreement {
	return {
		within: (codes) => codes.length ** 2 - sameAmong(codes),
		between: () =>
			counts.reduce((sum, count) => sum + count, 0) ** 2 - counts.reduce((sum, count) => sum + count ** 2, 0),
	}
}

function sameAmong(codes: readonly number[]): number {
	const seen = new Map<number, number>()
	for (const code of codes) seen.set(code, (seen.get(code) ?? 0) + 1)
	return [...seen.values()].reduce((sum, count) => sum + count ** 2, 0)
}

/** Sum of (a − b)² over all pairs without visiting the pairs: 2 (n Σa² − (Σa)²). */
function byDistance(places: ArrayLike<number>, counts: Float64Array): Disagreement {
	const spread = (count: number, sum: number, squares: number) => 2 * (count * squares - sum ** 2)
	return {
		within: (codes) => {
			// Few values: differences are exact, and equal ones give 0.
			let sum = 0
			for (const one of codes) for (const other of codes) sum += (places[one]! - places[other]!) ** 2
			return sum
		},
		between: () => {
			let [count, sum, squares] = [0, 0, 0]
			counts.forEach((times, code) => {
				count += times
				sum += times * places[code]!
				squares += times * places[code]! ** 2
			})
			return spread(count, sum, squares)
		},
	}
}

/** Around their mean, so that large numbers lose nothing. */
function centred(values: Ratings['values'], counts: Float64Array, used: readonly number[]): number[] {
	const total = used.reduce((sum, code) => sum + counts[code]!, 0)
	const mean = used.reduce((sum, code) => sum + (counts[code]! / total) * Number(values[code]), 0)
	return values.map((value) => Number(value) - mean)
}

/** The middle of the ranks a value takes: the ordinal difference is the distance between these. */
function ranksOf(values: Ratings['values'], counts: Float64Array): number[] {
	const isNumeric = values.every((value) => typeof value === 'number')
	const order = [...values.keys()]
	if (isNumeric) order.sort((one, other) => Number(values[one]) - Number(values[other]))
	const ranks = values.map(() => 0)
	let below = 0
	for (const code of order) {
		ranks[code] = below + counts[code]! / 2
		below += counts[code]!
	}
	const middle = below / 2
	return ranks.map((rank) => rank - middle)
}

/** No closed form: costs the square of the distinct values, not of the units. */
function byRatio(values: number[], counts: Float64Array, used: readonly number[]): Disagreement {
	const apart = (one: number, other: number) => {
		const sum = values[one]! + values[other]!
		return sum === 0 ? 0 : ((values[one]! - values[other]!) / sum) ** 2
	}
	return {
		within: (codes) => codes.reduce((sum, one) => sum + codes.reduce((more, other) => more + apart(one, other), 0), 0),
		between: () =>
			used.reduce(
				(sum, one) => sum + counts[one]! * used.reduce((more, other) => more + counts[other]! * apart(one, other), 0),
				0,
			),
	}
}

function quantile(sorted: readonly number[], share: number): number {
	const at = share * (sorted.length - 1)
	const below = Math.floor(at)
	const next = sorted[Math.min(below + 1, sorted.length - 1)]!
	return sorted[below]! + (at - below) * (next - sorted[below]!)
}
