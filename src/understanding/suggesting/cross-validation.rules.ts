/** Honest quality: every example is labelled by a model that has not seen it, nor anything of its group. */
import { probabilityOf, type Calibration } from './calibration.rules.ts'
import { dealFolds } from './folds.rules.ts'
import { firstLabelOf, fit, fitPlain, scoreRows, type Examples } from './fitting.rules.ts'
import { guessOf, measure, type Guess, type Measures } from './measures.rules.ts'
import { seededChance, shuffle } from './seeded.rules.ts'

export type Validation = {
	folds: number
	seed: number
	several: boolean
	onProgress?: (done: number, of: number) => void
}

/** A model's guess for every example, in their order. */
export function crossValidate(examples: Examples, { several, ...validation }: Validation): Guess[] {
	const guesses: Guess[] = []
	eachHeldBack(examples, validation, (row, scores, calibrations) => {
		guesses[row] = guessOf(scores, calibrations, { several })
	})
	return guesses
}

/** How probable each label is for every example, in their order. */
export function crossProbabilities(examples: Examples, validation: Omit<Validation, 'several'>): number[][] {
	const probabilities: number[][] = []
	eachHeldBack(examples, validation, (row, scores, calibrations) => {
		probabilities[row] = Array.from(scores, (score, label) => probabilityOf(calibrations[label]!, score))
	})
	return probabilities
}

function eachHeldBack(
	examples: Examples,
	{ folds, seed, onProgress }: Omit<Validation, 'several'>,
	use: (row: number, scores: Float64Array, calibrations: readonly Calibration[]) => void,
) {
	const dealt = dealExamples(examples, { folds, seed })
	const rows = Uint32Array.from(dealt.keys())
	for (let fold = 0; fold < folds; fold++) {
		const learned = fit(
			examples,
			rows.filter((row) => dealt[row] !== fold),
			seed,
		)
		const asked = rows.filter((row) => dealt[row] === fold)
		for (const { row, scores } of scoreRows(examples, asked, learned)) use(row, scores, learned.calibrations)
		onProgress?.(fold + 1, folds)
	}
}

export function dealExamples(examples: Examples, { folds, seed }: { folds: number; seed: number }): Uint8Array {
	const all = Array.from({ length: examples.rows.size }, (_, row) => ({
		label: firstLabelOf(examples, row),
		group: examples.groups?.[row],
		twin: examples.twins?.[row],
	}))
	return dealFolds(all, { folds, seed })
}

/** Positions of the labels that apply, per example. */
export function truthOf({ applies, rows }: Examples): number[][] {
	return Array.from({ length: rows.size }, (_, row) => applies.flatMap((own, label) => (own[row] === 1 ? [label] : [])))
}

export type CurvePoint = { examples: number } & Pick<Measures, 'accuracy' | 'macroF1'>

const CURVE = [25, 50, 100, 200, 400, 800, 1600, 3200, 6400]

/** What fewer examples would have given: learned from the first of one part's rest, measured on that part. */
export function learningCurve(examples: Examples, { folds, seed, several }: Validation): CurvePoint[] {
	const dealt = dealExamples(examples, { folds, seed })
	const rows = Uint32Array.from(dealt.keys())
	const truth = truthOf(examples)
	const rest = shuffle(
		rows.filter((row) => dealt[row] !== 0),
		seededChance(seed),
	)
	const asked = rows.filter((row) => dealt[row] === 0)
	const sizes = [...CURVE.filter((size) => size < rest.length * 0.9), rest.length]
	return sizes.map((size) => {
		const learned = (several ? fit : fitPlain)(examples, rest.slice(0, size), seed)
		const guesses = scoreRows(examples, asked, learned).map(({ scores }) =>
			guessOf(scores, learned.calibrations, { several }),
		)
		const { accuracy, macroF1 } = measure(
			examples.labels,
			Array.from(asked, (row) => truth[row]!),
			guesses,
		)
		return { examples: size, accuracy, macroF1 }
	})
}
