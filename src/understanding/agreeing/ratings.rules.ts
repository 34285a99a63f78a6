/** What coders said of the same units, counted: equal rows are one pattern with a weight, so that nothing grows with units². */

export type Value = string | number

/** Why a coefficient has no value. `words/*.json` hold the sentence for `understanding_no_figure_<reason>`. */
export const REASONS = [
	'one-coder',
	'no-shared-units',
	'no-variation',
	'nothing-coded',
	'not-numbers',
	'below-zero',
	'overlapping-units',
	'needs-spans',
] as const
export type Reason = (typeof REASONS)[number]

export type Figure = { value: number; reason?: undefined } | { value: null; reason: Reason }

/** What each coder said of one unit, as a place in `values`; -1 where they said nothing. */
export type Pattern = { codes: readonly number[]; weight: number }

export type Ratings = {
	coders: readonly string[]
	/** Every value in use, in their order where they have one. */
	values: readonly Value[]
	patterns: readonly Pattern[]
	/** For resampling: the patterns each independent unit brings, usually one. */
	units: readonly (readonly number[])[]
}

/** What adding fractions may leave over: 3e-16 where 0 is meant, 0.9999999999999998 where 1 is. */
const NOISE = 1e-12

export function figure(value: number): Figure {
	const whole = Math.round(value)
	return { value: Math.abs(value - whole) < NOISE ? whole + 0 : value }
}

export const undefinedFor = (reason: Reason): Figure => ({ value: null, reason })

/**
 * Counts rows, one for each unit, one cell for each coder; `null` is missing.
 *
 * `clusterOf` names what was drawn as one, such as a contribution that is judged under several themes: an interval then
 * draws these. `values` gives the order and values nobody used.
 */
export function countRatings(
	coders: readonly string[],
	rows: readonly (readonly (Value | null)[])[],
	{ clusterOf, values: known = [] }: { clusterOf?: (row: number) => string; values?: readonly Value[] } = {},
): Ratings {
	const places = new Map<Value, number>(known.map((value, place) => [value, place]))
	const patternAt = new Map<string, number>()
	const patterns: { codes: number[]; weight: number }[] = []
	const clusters = new Map<string, number[]>()
	rows.forEach((row, number) => {
		const codes = coders.map((_, at) => placeOf(places, row[at] ?? null))
		if (codes.every((code) => code < 0)) return
		const key = codes.join()
		const at = patternAt.get(key) ?? patterns.length
		if (at === patterns.length) patterns.push({ codes, weight: 0 })
		patternAt.set(key, at)
		patterns[at]!.weight++
		const cluster = clusterOf?.(number) ?? String(number)
		const members = clusters.get(cluster)
		if (members) members.push(at)
		else clusters.set(cluster, [at])
	})
	return { coders, values: [...places.keys()], patterns, units: [...clusters.values()] }
}

function placeOf(places: Map<Value, number>, value: Value | null): number {
	if (value === null) return -1
	const place = places.get(value)
	if (place !== undefined) return place
	places.set(value, places.size)
	return places.size - 1
}

/** The same ratings by two of the coders. */
export function ofPair({ coders, ...ratings }: Ratings, one: number, other: number): Ratings {
	return {
		...ratings,
		coders: [coders[one]!, coders[other]!],
		patterns: ratings.patterns.map(({ codes, weight }) => ({ codes: [codes[one]!, codes[other]!], weight })),
	}
}

/** All pairs of coders, in order. */
export function pairsOf(coders: readonly unknown[]): [number, number][] {
	return coders.flatMap((_, one) => coders.slice(one + 1).map((__, more): [number, number] => [one, one + 1 + more]))
}

/** Units that at least two coders judged. */
export function sharedUnits({ patterns }: Ratings): number {
	return patterns.reduce((sum, { codes, weight }) => sum + (given(codes).length > 1 ? weight : 0), 0)
}

/** Why these ratings cannot be compared at all; undefined where they can. */
export function incomparable(ratings: Ratings): Reason | undefined {
	if (ratings.patterns.length === 0) return 'nothing-coded'
	if (ratings.coders.length < 2) return 'one-coder'
	return sharedUnits(ratings) === 0 ? 'no-shared-units' : undefined
}

export const given = (codes: readonly number[]) => codes.filter((code) => code >= 0)
