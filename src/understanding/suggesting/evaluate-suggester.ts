/** Trains the suggester on labelled texts and measures it on texts it has not seen. */
import { Problem } from '#platform/problem.ts'
import { crossValidate, learningCurve, truthOf, type CurvePoint } from './cross-validation.rules.ts'
import { fit, type Examples } from './fitting.rules.ts'
import { measure, type Measures } from './measures.rules.ts'
import type { LabelledTexts } from './read-labelled.ts'
import { labellerOf, suggesterOf, type Labeller } from './suggester.rules.ts'
import { countFeatures } from './text-rows.rules.ts'

export type Evaluation = Measures & {
	examples: number
	/** To learn from all texts, counting their words included. */
	trainSeconds: number
	/** Mean per text. */
	labelMilliseconds: number
	/** Left out where another file is measured on. */
	learningCurve?: CurvePoint[]
	/** Labels with fewer examples than there are parts: their figures say little. */
	rareLabels: string[]
}

export type Evaluate = {
	learned: LabelledTexts
	/** Measured on this instead of by cross-validation. */
	tested?: LabelledTexts | undefined
	folds: number
	seed: number
	several: boolean
	onProgress?: (done: number, of: number) => void
}

/** So many texts tell how long labelling one takes. */
const TIMED_TEXTS = 500

/** @throws {Problem} `labels-too-few`, `examples-fewer-than-folds`, `groups-fewer-than-folds`, `test-without-rows` */
export function evaluateSuggester({ learned, tested, folds, seed, several, onProgress }: Evaluate): Evaluation {
	const began = performance.now()
	const examples = examplesOf(learned)
	refuse(examples, { tested, folds })
	const all = Uint32Array.from({ length: examples.rows.size }, (_, row) => row)
	const suggester = suggesterOf(examples, fit(examples, all, seed))
	const trainSeconds = (performance.now() - began) / 1000
	const labeller = labellerOf(suggester)
	const validation = { folds, seed, several, ...(onProgress && { onProgress }) }
	const measured = tested
		? measureOn(tested, labeller, examples.labels, several)
		: measure(examples.labels, truthOf(examples), crossValidate(examples, validation))
	return {
		...measured,
		examples: examples.rows.size,
		trainSeconds,
		labelMilliseconds: timeLabelling(labeller, (tested ?? learned).texts, several),
		...(!tested && { learningCurve: learningCurve(examples, validation) }),
		rareLabels: examples.labels.filter((_, label) => countOf(examples.applies[label]!) < folds),
	}
}

export function examplesOf({ texts, labels, groups }: Pick<LabelledTexts, 'texts' | 'labels' | 'groups'>): Examples {
	const names = [...new Set(labels.flat())].toSorted()
	const positions = new Map(names.map((name, at) => [name, at]))
	const applies = names.map(() => new Uint8Array(texts.length))
	labels.forEach((own, row) => {
		for (const name of own) applies[positions.get(name)!]![row] = 1
	})
	return { rows: countFeatures(texts), labels: names, applies, groups }
}

function refuse({ labels, rows, groups }: Examples, { tested, folds }: Pick<Evaluate, 'tested' | 'folds'>) {
	if (labels.length < 2) throw new Problem('invalid', 'labels-too-few', { count: labels.length })
	if (tested) {
		if (tested.texts.length === 0) throw new Problem('invalid', 'test-without-rows')
		return
	}
	if (rows.size < folds) throw new Problem('invalid', 'examples-fewer-than-folds', { count: rows.size, folds })
	const distinct = groups && new Set(groups).size
	if (distinct !== undefined && distinct < folds)
		throw new Problem('invalid', 'groups-fewer-than-folds', { count: distinct, folds })
}

/** Labels that were never learned count as missed. */
function measureOn(tested: LabelledTexts, labeller: Labeller, known: readonly string[], several: boolean): Measures {
	const labels = [...new Set([...known, ...tested.labels.flat()])]
	const truth = tested.labels.map((own) => own.map((label) => labels.indexOf(label)))
	return measure(
		labels,
		truth,
		tested.texts.map((text) => labeller.suggest(text, { several })),
	)
}

function timeLabelling(labeller: Labeller, texts: LabelledTexts['texts'], several: boolean): number {
	const timed = texts.slice(0, TIMED_TEXTS)
	const began = performance.now()
	for (const text of timed) labeller.suggest(text, { several })
	return (performance.now() - began) / timed.length
}

function countOf(applies: Uint8Array): number {
	return applies.reduce((sum, is) => sum + is, 0)
}
