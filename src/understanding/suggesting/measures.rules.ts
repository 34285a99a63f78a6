/** How often proposals were right. */
import { probabilityOf, type Calibration } from './calibration.rules.ts'

/** What was proposed for one text: positions of labels, most likely first, and those that were taken. */
export type Guess = { ranked: number[]; taken: number[] }

export type LabelMeasure = { precision: number; recall: number; f1: number; count: number }

export type Measures = {
	/** Share of texts with exactly the right labels. */
	accuracy: number
	/** Mean over the labels that occur or were proposed. */
	macroF1: number
	microF1: number
	/** Share of texts with a right label among the first three. */
	hitAt3: number
	labels: Record<string, LabelMeasure>
}

/**
 * One label: the highest score is taken. Several: all from their border on, and the most likely where there is none.
 * The others follow by probability.
 */
export function guessOf(
	scores: Float64Array,
	calibrations: readonly Calibration[],
	{ several }: { several: boolean },
): Guess {
	const probabilities = Array.from(scores, (score, label) => probabilityOf(calibrations[label]!, score))
	const best = scores.indexOf(Math.max(...scores))
	const ranked = [...scores.keys()].toSorted((one, other) => probabilities[other]! - probabilities[one]!)
	if (several) {
		const taken = ranked.filter((label) => scores[label]! >= calibrations[label]!.border)
		return { ranked, taken: taken.length > 0 ? taken : ranked.slice(0, 1) }
	}
	return { ranked: [best, ...ranked.filter((label) => label !== best)], taken: [best] }
}

/** @param truth positions of the labels that apply, per text, in the order of `guesses` */
export function measure(labels: readonly string[], truth: readonly number[][], guesses: readonly Guess[]): Measures {
	const right = new Float64Array(labels.length)
	const proposed = new Float64Array(labels.length)
	const there = new Float64Array(labels.length)
	let exact = 0
	let hits = 0
	truth.forEach((applies, at) => {
		const { ranked, taken } = guesses[at]!
		for (const label of applies) there[label]!++
		for (const label of taken) {
			proposed[label]!++
			if (applies.includes(label)) right[label]!++
		}
		if (taken.length === applies.length && taken.every((label) => applies.includes(label))) exact++
		if (ranked.slice(0, 3).some((label) => applies.includes(label))) hits++
	})
	const occurring = labels.flatMap((label, at) => (there[at]! + proposed[at]! > 0 ? [{ label, at }] : []))
	const each = occurring.map(({ label, at }) => ({ label, ...measureOf(right[at]!, proposed[at]!, there[at]!) }))
	const total = measureOf(sumOf(right), sumOf(proposed), sumOf(there))
	return {
		accuracy: share(exact, truth.length),
		macroF1: share(
			each.reduce((sum, { f1 }) => sum + f1, 0),
			each.length,
		),
		microF1: total.f1,
		hitAt3: share(hits, truth.length),
		labels: Object.fromEntries(each.map(({ label, ...own }) => [label, own])),
	}
}

function measureOf(right: number, proposed: number, there: number): LabelMeasure {
	return {
		precision: share(right, proposed),
		recall: share(right, there),
		f1: share(2 * right, proposed + there),
		count: there,
	}
}

function sumOf(counts: Float64Array): number {
	return counts.reduce((sum, count) => sum + count, 0)
}

function share(part: number, whole: number): number {
	return whole === 0 ? 0 : part / whole
}
