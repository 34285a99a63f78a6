/** Learns from some rows of a set of texts, and scores others. */
import { calibrate, uncalibrated, type Calibration } from './calibration.rules.ts'
import { dealFolds } from './folds.rules.ts'
import { scoreOf, trainLinear, type Weights } from './linear-training.rules.ts'
import type { TextRows } from './text-rows.rules.ts'
import { rarityOf, weigh } from './weighted-rows.rules.ts'

/** Texts with what they are about. */
export type Examples = {
	rows: TextRows
	labels: readonly string[]
	/** Per label: 1 for the rows it applies to. */
	applies: readonly Uint8Array[]
	/** What must not be torn apart between learning and measuring: a conversation, a document. */
	groups?: readonly string[] | undefined
	/** Per row the first with the same words, itself mostly; those are not torn apart either where there are no groups. */
	twins?: readonly number[] | undefined
}

/** What was learned: rarity per feature, and per label its weights and the meaning of its scores. */
export type Fit = { rarity: Float32Array; weights: Weights[]; calibrations: Calibration[] }

/** A feature of one text only is learned by heart. */
const FEWEST_TEXTS = 2
/** From here on one part held back says enough; below, every text is held back once. */
const LARGE = 3000
const LARGE_PARTS = 5
const SMALL_PARTS = 3

/** Learns weights only: scores can be compared with each other, but are no probabilities. */
export function fitPlain(examples: Examples, chosen: Uint32Array, seed: number): Fit {
	const { rows, labels, applies } = examples
	const rarity = rarityOf(rows, chosen, chosen.length < 10 ? 1 : FEWEST_TEXTS)
	const weighted = weigh(rows, chosen, rarity)
	const sides = applies.map((all) => Uint8Array.from(chosen, (row) => all[row]!))
	const weights = sides.map((side) => trainLinear(weighted, side, { labels: labels.length, seed }))
	const calibrations = sides.map((side) => uncalibrated(side.reduce((sum, is) => sum + is, 0) / side.length))
	return { rarity, weights, calibrations }
}

/** Learns weights, and from texts held back what the scores mean. */
export function fit(examples: Examples, chosen: Uint32Array, seed: number): Fit {
	const plain = fitPlain(examples, chosen, seed)
	const held = scoreHeldBack(examples, chosen, seed)
	const calibrations = examples.applies.map((all, label) => {
		const scores = Float64Array.from(held, ({ scores: own }) => own[label]!)
		return calibrate(
			scores,
			Uint8Array.from(held, ({ row }) => all[row]!),
		)
	})
	return { ...plain, calibrations }
}

type Scored = { row: number; scores: Float64Array }

function scoreHeldBack(examples: Examples, chosen: Uint32Array, seed: number): Scored[] {
	const isLarge = chosen.length >= LARGE
	const parts = isLarge ? LARGE_PARTS : SMALL_PARTS
	const groups = groupsOf(examples, chosen, parts)
	const dealt = dealFolds(
		Array.from(chosen, (row) => ({
			label: firstLabelOf(examples, row),
			group: groups?.[row],
			twin: examples.twins?.[row],
		})),
		{ folds: parts, seed },
	)
	return Array.from({ length: isLarge ? 1 : parts }, (_, part) => {
		const back = chosen.filter((__, at) => dealt[at] === part)
		const kept = chosen.filter((__, at) => dealt[at] !== part)
		if (back.length === 0 || kept.length === 0) return []
		return scoreRows(examples, back, fitPlain(examples, kept, seed))
	}).flat()
}

/** None where there are fewer groups than parts: a part without a counterpart would tell nothing of what scores mean. */
function groupsOf({ groups }: Examples, chosen: Uint32Array, parts: number): readonly string[] | undefined {
	return groups && new Set(Array.from(chosen, (row) => groups[row])).size >= parts ? groups : undefined
}

export function scoreRows({ rows }: Examples, chosen: Uint32Array, { rarity, weights }: Fit): Scored[] {
	const weighted = weigh(rows, chosen, rarity)
	return Array.from(chosen, (row, at) => ({
		row,
		scores: Float64Array.from(weights, (own) => scoreOf(weighted, at, own)),
	}))
}

/** The first label that applies, by which texts are dealt; empty for none. */
export function firstLabelOf({ labels, applies }: Examples, row: number): string {
	return labels.find((_, label) => applies[label]![row] === 1) ?? ''
}
