/**
 * Linear support vector machines with squared hinge loss, each label against all others, by dual coordinate descent
 * (Hsieh and others 2008, as in LIBLINEAR).
 */
import { seededChance } from './seeded.rules.ts'
import type { WeightedRows } from './weighted-rows.rules.ts'

/** One weight per feature; the last is the constant term. */
export type Weights = Float32Array<ArrayBuffer>

/** How dear a mistake is; smaller values give calmer weights. Chosen by cross-validation on several labelled sets. */
const COST = 0.1
const MOST_PASSES = 30
/** Training ends when no example is further than this from where it pulls no more. */
const PRECISION = 0.03

/**
 * Examples count so that the label and each of its `sides` weigh alike, whatever their numbers.
 *
 * @param applies 1 where the label applies to the row, 0 where not
 */
export function trainLinear(
	rows: WeightedRows,
	applies: Uint8Array,
	{ labels, seed }: { labels: number; seed: number },
): Weights {
	const { starts, ids, values } = rows
	const weights = new Float32Array(rows.features + 1)
	const constant = rows.features
	const softness = softnessOf(applies, labels)
	const squares = squaresOf(rows)
	const duals = new Float64Array(rows.size)
	const order = Uint32Array.from({ length: rows.size }, (_, row) => row)
	const chance = seededChance(seed)
	let active = rows.size
	let farthestBefore = Infinity
	for (let pass = 0; pass < MOST_PASSES; pass++) {
		let farthest = 0
		for (let at = 0; at < active; at++) {
			// Shuffled as it goes; rows that will pull no more are swapped behind the active ones.
			const other = at + Math.floor(chance() * (active - at))
			const row = order[other]!
			order[other] = order[at]!
			order[at] = row
			const isIn = applies[row]!
			const soft = softness[isIn]!
			const side = isIn === 1 ? 1 : -1
			const from = starts[row]!
			const end = starts[row + 1]!
			let sum = weights[constant]!
			for (let place = from; place < end; place++) sum += weights[ids[place]!]! * values[place]!
			const dual = duals[row]!
			const slope = side * sum - 1 + soft * dual
			if (dual === 0 && slope >= 0) {
				if (slope <= farthestBefore) continue
				order[at--] = order[--active]!
				order[active] = row
				continue
			}
			farthest = Math.max(farthest, Math.abs(slope))
			const moved = Math.max(0, dual - slope / (squares[row]! + soft))
			duals[row] = moved
			const step = (moved - dual) * side
			if (step === 0) continue
			weights[constant]! += step
			for (let place = from; place < end; place++) weights[ids[place]!]! += step * values[place]!
		}
		if (farthest < PRECISION) break
		farthestBefore = farthest
	}
	return weights
}

/** Half the inverse cost of a mistake: on rows without the label, then on rows with it. */
function softnessOf(applies: Uint8Array, labels: number): [number, number] {
	let positive = 0
	for (const is of applies) positive += is
	const negative = applies.length - positive
	const without = labels <= 2 ? applies.length / (2 * Math.max(1, negative)) : 1
	const withIt = applies.length / (Math.max(2, labels) * Math.max(1, positive))
	return [0.5 / (COST * without), 0.5 / (COST * withIt)]
}

/** Of every row, the constant term counted as 1. */
function squaresOf(rows: WeightedRows): Float64Array {
	const squares = new Float64Array(rows.size)
	for (let row = 0; row < rows.size; row++) {
		let sum = 1
		for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at++) sum += rows.values[at]! ** 2
		squares[row] = sum
	}
	return squares
}

/** The row's distance from the border between the two sides; positive where the label seems to apply. */
export function scoreOf(rows: WeightedRows, row: number, weights: Weights): number {
	let sum = weights[rows.features]!
	for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at++) sum += weights[rows.ids[at]!]! * rows.values[at]!
	return sum
}
