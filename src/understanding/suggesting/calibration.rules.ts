/** From distances to probabilities, learned from texts the model had not seen. */

/** Probability of a score: `1 / (1 + exp(slope * score + offset))`; a label is taken from `border` on. */
export type Calibration = { slope: number; offset: number; border: number }

/** Fewer examples than this tell nothing about where the border should be. */
const FEWEST_FOR_BORDER = 8
const STEPS = 60

/** Says nothing: every score is as likely as the label is frequent. */
export function uncalibrated(share: number): Calibration {
	const odds = Math.log((1 - share) / Math.max(share, 1e-6))
	return { slope: -1, offset: odds, border: 0 }
}

export function probabilityOf({ slope, offset }: Calibration, score: number): number {
	return 1 / (1 + Math.exp(slope * score + offset))
}

/**
 * Platt's method as Lin, Lin and Weng 2007 compute it: Newton steps, with frequencies drawn a little to the middle.
 *
 * @param applies 1 where the label applied to the text with this score
 */
export function calibrate(scores: Float64Array, applies: Uint8Array): Calibration {
	let positive = 0
	for (const is of applies) positive += is
	const negative = applies.length - positive
	if (positive === 0 || negative === 0) return uncalibrated(positive / Math.max(1, applies.length))
	const targets = [1 / (negative + 2), (positive + 1) / (positive + 2)]
	let slope = 0
	let offset = Math.log((negative + 1) / (positive + 1))
	for (let step = 0; step < STEPS; step++) {
		let slopeSlope = 1e-9
		let offsetOffset = 1e-9
		let slopeOffset = 0
		let slopePull = 0
		let offsetPull = 0
		for (let at = 0; at < scores.length; at++) {
			const score = scores[at]!
			const probability = 1 / (1 + Math.exp(slope * score + offset))
			const curve = probability * (1 - probability)
			const miss = targets[applies[at]!]! - probability
			slopeSlope += score * score * curve
			offsetOffset += curve
			slopeOffset += score * curve
			slopePull += score * miss
			offsetPull += miss
		}
		if (Math.abs(slopePull) < 1e-5 && Math.abs(offsetPull) < 1e-5) break
		const determinant = slopeSlope * offsetOffset - slopeOffset * slopeOffset
		slope -= (offsetOffset * slopePull - slopeOffset * offsetPull) / determinant
		offset -= (slopeSlope * offsetPull - slopeOffset * slopePull) / determinant
	}
	// A label whose score says nothing, or the opposite, must not be proposed for it.
	const kept = Number.isFinite(slope) && slope < 0 ? { slope, offset } : uncalibrated(positive / applies.length)
	return { ...kept, border: borderOf(scores, applies, positive) }
}

/** The score from which on taking the label gives the best F1; 0 with too few examples to tell. */
function borderOf(scores: Float64Array, applies: Uint8Array, positive: number): number {
	if (positive < FEWEST_FOR_BORDER) return 0
	const order = Uint32Array.from(scores.keys()).sort((one, other) => scores[other]! - scores[one]!)
	let right = 0
	let best = 0
	let border = 0
	order.forEach((at, position) => {
		right += applies[at]!
		const next = order[position + 1]
		const quality = (2 * right) / (position + 1 + positive)
		if (quality <= best || (next !== undefined && scores[next] === scores[at])) return
		best = quality
		border = next === undefined ? scores[at]! : (scores[at]! + scores[next]!) / 2
	})
	return border
}
