/** Trains the suggester on labelled texts and measures it on texts it has not seen. */
import { Problem } from '#platform/problem.ts'
import { crossValidate, learningCurve, truthOf, type CurvePoint } from './cross-validation.rules.ts'
import { fit, type Examples } from './fitting.rules.ts'
import { measure, type Measures } from './measures.rules.ts'
import type { LabelledTexts } from './read-labelled.ts'
import { labellerOf, suggesterOf, type Labeller } from './suggester.rules.ts'
import { countFeatures, type Columns } from './text-rows.rules.ts'

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
	/** Texts that another before them equals word for word; of a test file, those that were learned from. */
	repeatedTexts: number
	/** Labels of the test file that nothing was learned about. */
	unknownLabels: string[]
	/** Share of the texts in the largest group; 0 without groups. */
	largestGroup: number
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
/** More are no themes but a column of something else, and each is learned by itself. */
const MOST_LABELS = 500

/**
 * @throws {Problem} `labels-too-few`, `labels-too-many`, `examples-fewer-than-folds`, `groups-fewer-than-folds`,
 * `test-without-rows`
 */
export function evaluateSuggester({ learned, tested, folds, seed, several, onProgress }: Evaluate): Evaluation {
	refuse(learned, { tested, folds })
	const began = performance.now()
	const examples = examplesOf(learned)
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
		repeatedTexts: tested ? countLearned(tested, learned) : examples.twins!.filter((first, row) => first < row).length,
		unknownLabels: [...new Set(tested?.labels.flat())].filter((label) => !examples.labels.includes(label)),
		largestGroup: learned.groups ? largestShare(learned.groups) : 0,
	}
}

/** The words of a text, whatever its capitals and spaces. */
function wordsOf(text: Columns): string {
	return text.map((column) => column.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()).join('\n')
}

function twinsOf(texts: readonly Columns[]): number[] {
	const first = new Map<string, number>()
	return texts.map((text, row) => {
		const words = wordsOf(text)
		if (!first.has(words)) first.set(words, row)
		return first.get(words)!
	})
}

function countLearned(tested: LabelledTexts, learned: LabelledTexts): number {
	const known = new Set(learned.texts.map(wordsOf))
	return tested.texts.filter((text) => known.has(wordsOf(text))).length
}

function largestShare(groups: readonly string[]): number {
	const sizes = Map.groupBy(groups, (group) => group).values()
	return Math.max(...sizes.map(({ length }) => length)) / groups.length
}

export function examplesOf({ texts, labels, groups }: Pick<LabelledTexts, 'texts' | 'labels' | 'groups'>): Examples {
	const names = [...new Set(labels.flat())].toSorted()
	const positions = new Map(names.map((name, at) => [name, at]))
	const applies = names.map(() => new Uint8Array(texts.length))
	labels.forEach((own, row) => {
		for (const name of own) applies[positions.get(name)!]![row] = 1
	})
	return { rows: countFeatures(texts), labels: names, applies, groups, twins: twinsOf(texts) }
}

function refuse({ labels, texts, groups }: LabelledTexts, { tested, folds }: Pick<Evaluate, 'tested' | 'folds'>) {
	const count = new Set(labels.flat()).size
	if (count < 2) throw new Problem('invalid', 'labels-too-few', { count })
	if (count > MOST_LABELS) throw new Problem('invalid', 'labels-too-many', { count, limit: MOST_LABELS })
	if (tested) {
		if (tested.texts.length === 0) throw new Problem('invalid', 'test-without-rows')
		return
	}
	const different = new Set(texts.map(wordsOf)).size
	if (different < folds) throw new Problem('invalid', 'examples-fewer-than-folds', { count: different, folds })
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
