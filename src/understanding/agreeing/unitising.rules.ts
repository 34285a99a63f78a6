/**
 * Agreement of coders who cut the same text into units themselves: where they mark something, and what they call it.
 *
 * The alpha family of Krippendorff, Mathet, Bouvry and Widlöcher 2016 (Quality & Quantity 50), also Krippendorff 2019,
 * section 12.6. A text is a row of segments for each coder, gaps included; coders coincide by the length of their
 * intersections. Units that touch stay units of their own: merging them would change what chance can do.
 */
import { figure, undefinedFor, type Figure, type Pattern, type Ratings, type Reason } from './ratings.rules.ts'

/** `[start, end)` of a text, by one coder. */
export type Span = { coder: string; start: number; end: number; value: string }

export type ValueFigure = {
	/** (k)uα: how reliably this value is told from the others, where it meets other units. */
	alphaKu: Figure
	/** Share of what carries the value that meets anybody else's unit at all. */
	coverage: number
}

export type Unitising = {
	/** uα: units and their values together. */
	alphaU: Figure
	/** |uα: what is marked at all against what is not. */
	alphaUBinary: Figure
	/** cuα: the values, where units of different coders meet. */
	alphaCu: Figure
	/** Share of the text, over all coders, where units meet. */
	coverage: number | null
	byValue: Record<string, ValueFigure>
}

/** Positions at which anything begins or ends, and who says what in between; value 0 is the gap. */
export type Continuum = {
	coders: readonly string[]
	/** Without the gap. */
	values: readonly string[]
	/** `codes[coder]`: 0 for the gap, else the place in `values` + 1. */
	pieces: { length: number; codes: number[] }[]
	/** Length of the units of each value by each coder, with the length over which they meet units of others. */
	units: { value: number; length: number; pairable: number }[]
}

/** Whether one coder has two units over the same words; the family is not defined then, but for each value alone it is. */
export function hasOverlap(spans: readonly Span[]): boolean {
	const ends = new Map<string, number>()
	return spans
		.toSorted((one, other) => one.start - other.start)
		.some(({ coder, start, end }) => {
			const last = ends.get(coder) ?? 0
			ends.set(coder, Math.max(last, end))
			return start < last
		})
}

/** In one sweep over the borders; `spans` of one coder do not overlap. */
export function continuumOf(coders: readonly string[], spans: readonly Span[], length: number): Continuum {
	const values = [...new Set(spans.map(({ value }) => value))].toSorted()
	const place = new Map(values.map((value, at) => [value, at + 1]))
	const seat = new Map(coders.map((coder, at) => [coder, at]))
	const units = spans.map(({ value, start, end }) => ({ value: place.get(value)!, length: end - start, pairable: 0 }))
	const borders = spans.flatMap(({ start, end, coder }, unit) => [
		{ at: start, coder: seat.get(coder)!, unit },
		{ at: end, coder: seat.get(coder)!, unit: -1 },
	])
	// What ends gives way before what begins in the same place.
	borders.sort((one, other) => one.at - other.at || one.unit - other.unit)
	const standing = coders.map(() => -1)
	const pieces: Continuum['pieces'] = []
	let from = 0
	const cut = (to: number) => {
		if (to > from) pieces.push(pieceOf(standing, units, to - from))
		from = to
	}
	for (const { at, coder, unit } of borders) {
		cut(at)
		standing[coder] = unit
	}
	cut(length)
	return { coders, values, pieces, units }
}

/** Also adds to each standing unit over what length others stand beside it. */
function pieceOf(standing: readonly number[], units: Continuum['units'], length: number) {
	const marked = standing.filter((unit) => unit >= 0).length
	for (const unit of standing)
		if (unit >= 0) units[unit]!.pairable += (length * (marked - 1)) / Math.max(1, standing.length - 1)
	return { length, codes: standing.map((unit) => (unit < 0 ? 0 : units[unit]!.value)) }
}

export function unitisingAlphas(coders: readonly string[], spans: readonly Span[], length: number): Unitising {
	const reason = whyNot(coders, spans)
	if (reason) return nothing(reason)
	const continuum = continuumOf(coders, spans, length)
	const met = coincidences(continuum)
	const gaps = met.marginals[0]!
	const all = coders.length * length
	const denominator = all - (gaps + sum(continuum.units, (unit) => unit.length ** 2)) / all
	const apart = all - sum(met.marginals, (_, at) => met.matrix[at]![at]!)
	const expectedApart = (all ** 2 - sum(met.marginals, (total) => total ** 2)) / denominator
	const expectedGaps = (gaps * (all - gaps)) / denominator
	return {
		alphaU: ratio(apart, expectedApart),
		alphaUBinary: ratio(gaps - met.matrix[0]![0]!, expectedGaps),
		...whereUnitsMeet(continuum, met),
	}
}

/** Only |uα, for one theme after the other; pieces of the ratio, so that several can be put together. */
export function binaryDisagreement(coders: readonly string[], spans: readonly Span[], length: number) {
	const same = spans.map((span) => ({ ...span, value: '' }))
	const continuum = continuumOf(coders, same, length)
	const { matrix, marginals } = coincidences(continuum)
	const gaps = marginals[0]!
	const all = coders.length * length
	const denominator = all - (gaps + sum(continuum.units, (unit) => unit.length ** 2)) / all
	return { observed: gaps - matrix[0]![0]!, expected: (gaps * (all - gaps)) / denominator }
}

function whyNot(coders: readonly string[], spans: readonly Span[]): Reason | undefined {
	if (spans.length === 0) return 'nothing-coded'
	if (coders.length < 2) return 'one-coder'
	return hasOverlap(spans) ? 'overlapping-units' : undefined
}

function nothing(reason: Reason): Unitising {
	const none = undefinedFor(reason)
	return { alphaU: none, alphaUBinary: none, alphaCu: none, coverage: null, byValue: {} }
}

type Coincidences = { matrix: number[][]; marginals: number[] }

/** Over how many characters one coder's c meets another's k, over ordered pairs of coders, divided by (coders − 1). */
function coincidences({ coders, values, pieces }: Continuum): Coincidences {
	const size = values.length + 1
	const matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => 0))
	for (const { length, codes } of pieces) {
		const counts = new Map<number, number>()
		for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
		for (const [one, times] of counts)
			for (const [other, more] of counts) {
				const pairs = one === other ? times * (times - 1) : times * more
				matrix[one]![other]! += (length * pairs) / (coders.length - 1)
			}
	}
	return { matrix, marginals: matrix.map((row) => sum(row, (cell) => cell)) }
}

/** cuα and (k)uα: gaps are left out, and a unit counts with the length over which it meets units of others. */
function whereUnitsMeet({ coders, values, pieces, units }: Continuum, { matrix, marginals }: Coincidences) {
	const totals = marginals.map((total, at) => (at === 0 ? 0 : total - matrix[at]![0]!))
	const all = sum(totals, (total) => total)
	const length = sum(pieces, (piece) => piece.length)
	const denominator = all - sum(units, ({ pairable }) => pairable ** 2) / all
	const apart = all - sum(totals, (_, at) => (at === 0 ? 0 : matrix[at]![at]!))
	const expectedApart = (all ** 2 - sum(totals, (total) => total ** 2)) / denominator
	const byValue = values.map((value, before): [string, ValueFigure] => {
		const at = before + 1
		const own = sum(units, (unit) => (unit.value === at ? unit.pairable ** 2 : 0))
		const others = (totals[at]! * (all - totals[at]!)) / denominator
		const expected = others + (totals[at]! ** 2 - own) / denominator
		const seen = ((expected / totals[at]!) * (totals[at]! - matrix[at]![at]!)) / others
		const alphaKu =
			all === 0 || totals[at] === 0
				? undefinedFor('no-shared-units')
				: others === 0
					? undefinedFor('no-variation')
					: figure(1 - seen)
		return [value, { alphaKu, coverage: totals[at]! / marginals[at]! }]
	})
	return {
		alphaCu: all === 0 ? undefinedFor('no-shared-units') : ratio(apart, expectedApart),
		coverage: all / (coders.length * length),
		byValue: Object.fromEntries(byValue),
	}
}

/** Every character as a unit, the gap as a value: what NVivo compares. */
export function characterRatings({ coders, values, pieces }: Continuum): Ratings {
	const patterns: Pattern[] = pieces.map(({ length, codes }) => ({ codes, weight: length }))
	return { coders, values: ['', ...values], patterns, units: [] }
}

function ratio(observed: number, expected: number): Figure {
	return expected <= 0 ? undefinedFor('no-variation') : figure(1 - observed / expected)
}

function sum<One>(list: readonly One[], of: (one: One, at: number) => number): number {
	return list.reduce((total, one, at) => total + of(one, at), 0)
}
