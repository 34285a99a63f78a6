/** A trained model: proposes labels for a text and says which words led to it. */
import { probabilityOf, type Calibration } from './calibration.rules.ts'
import type { Examples, Fit } from './fitting.rules.ts'
import { guessOf, type Guess } from './measures.rules.ts'
import { HashNumbers, type Columns } from './text-rows.rules.ts'
import { KINDS } from './text-features.rules.ts'

export type Suggester = {
	labels: readonly string[]
	/** How many columns its texts have. */
	columns: number
	hashes: Uint32Array
	rarity: Float32Array
	/** `weights[feature * labels + label]` */
	weights: Float32Array
	constants: Float32Array
	calibrations: readonly Calibration[]
}

/** Leaves out features that none of the learned texts had often enough. */
export function suggesterOf({ rows, labels }: Examples, { rarity, weights, calibrations }: Fit): Suggester {
	const kept = Uint32Array.from(rarity.keys()).filter((id) => rarity[id]! > 0)
	const packed = new Float32Array(kept.length * labels.length)
	kept.forEach((id, feature) => {
		for (let label = 0; label < labels.length; label++) packed[feature * labels.length + label] = weights[label]![id]!
	})
	return {
		labels,
		columns: rows.blocks / KINDS.length,
		hashes: kept.map((id) => rows.hashes[id]!),
		rarity: Float32Array.from(kept, (id) => rarity[id]!),
		weights: packed,
		constants: Float32Array.from(weights, (own) => own[rarity.length]!),
		calibrations,
	}
}

export type Suggested = Guess & { scores: Float64Array; probabilities: number[] }

/** One part of what led to a proposal: a word as it stands in the text, and how much it pulled. */
export type Reason = { word: string; pull: number }

export type Labeller = {
	suggest: (text: Columns, wanted: { several: boolean }) => Suggested
	/** The words that pulled most towards one label, strongest first. */
	reasonsFor: (text: Columns, label: number, most?: number) => Reason[]
}

/** Prepares a model for many texts. */
export function labellerOf(suggester: Suggester): Labeller {
	const { labels, constants, calibrations, weights } = suggester
	const numbers = HashNumbers.of(suggester.hashes)
	return {
		suggest: (text, wanted) => {
			const scores = Float64Array.from(constants)
			eachBlock(suggester, numbers, text, (_, counts, share) => {
				for (const [feature, count] of counts) {
					const value = (1 + Math.log(count)) * suggester.rarity[feature]! * share
					const place = feature * labels.length
					for (let label = 0; label < labels.length; label++) scores[label]! += weights[place + label]! * value
				}
			})
			const probabilities = Array.from(scores, (score, label) => probabilityOf(calibrations[label]!, score))
			return { ...guessOf(scores, calibrations, wanted), scores, probabilities }
		},
		reasonsFor: (text, label, most = 5) => {
			const pulls = new Map<string, Reason>()
			eachBlock(suggester, numbers, text, (block, counts, share) => {
				const words = wordsIn(block.text)
				block.visit(block.text, (hash, start, end) => {
					const feature = numbers.find(hash)
					if (feature < 0) return
					const count = counts.get(feature)!
					const weight = weights[feature * labels.length + label]!
					const pull = (weight * (1 + Math.log(count)) * suggester.rarity[feature]! * share) / count
					credit(words, start, end, pull, pulls)
				})
			})
			return [...pulls.values()]
				.filter(({ pull }) => pull > 0)
				.toSorted((one, other) => other.pull - one.pull)
				.slice(0, most)
		},
	}
}

type Block = { text: string; visit: (typeof KINDS)[number] }

function eachBlock(
	{ columns, rarity }: Suggester,
	numbers: HashNumbers,
	text: Columns,
	use: (block: Block, counts: Map<number, number>, share: number) => void,
) {
	for (let column = 0; column < columns; column++) {
		const words = text[column] ?? ''
		for (const visit of KINDS) {
			const counts = new Map<number, number>()
			visit(words, (hash) => {
				const feature = numbers.find(hash)
				if (feature >= 0) counts.set(feature, (counts.get(feature) ?? 0) + 1)
			})
			let squares = 0
			for (const [feature, count] of counts) squares += ((1 + Math.log(count)) * rarity[feature]!) ** 2
			use({ text: words, visit }, counts, 1 / Math.sqrt(squares || 1))
		}
	}
}

type Word = { word: string; start: number; end: number }

function wordsIn(text: string): Word[] {
	return Array.from(text.matchAll(/\p{L}{3,}/gu), ({ 0: word, index }) => ({
		word,
		start: index,
		end: index + word.length,
	}))
}

/** Shared among the words a feature spans. */
function credit(words: Word[], start: number, end: number, pull: number, pulls: Map<string, Reason>) {
	let at = firstEndingAfter(words, start)
	let spanned = 0
	while (at + spanned < words.length && words[at + spanned]!.start < end) spanned++
	for (const last = at + spanned; at < last; at++) {
		const { word } = words[at]!
		const key = word.toLowerCase()
		const known = pulls.get(key)
		if (known) known.pull += pull / spanned
		else pulls.set(key, { word, pull: pull / spanned })
	}
}

function firstEndingAfter(words: Word[], start: number): number {
	let low = 0
	let high = words.length
	while (low < high) {
		const middle = (low + high) >>> 1
		if (words[middle]!.end <= start) low = middle + 1
		else high = middle
	}
	return low
}
