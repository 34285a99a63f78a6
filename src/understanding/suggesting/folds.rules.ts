/** Parts of a set of examples, each measured once by what was learned from the others. */
import { seededChance, shuffle } from './seeded.rules.ts'

/**
 * The part of every example, from 0.
 *
 * With groups (a conversation, a document), what belongs together stays together: sentences of one text resemble each
 * other, and a model would be asked what it has read. Larger groups are dealt first. Without groups every label is dealt
 * evenly, and texts that are the same word for word (`twin`) stay together for the same reason.
 */
export function dealFolds(
	examples: readonly { label: string; group?: string | undefined; twin?: number | undefined }[],
	{ folds, seed }: { folds: number; seed: number },
): Uint8Array {
	const chance = seededChance(seed)
	const isGrouped = examples.some(({ group }) => group !== undefined)
	const unitOf = (at: number) => (isGrouped ? (examples[at]!.group ?? '') : (examples[at]!.twin ?? at))
	const units = [...Map.groupBy(examples.keys(), unitOf).values()]
	const dealt = new Uint8Array(examples.length)
	if (isGrouped) return dealGroups(units, folds, chance, dealt)
	return dealLabels(
		Map.groupBy(units, ([first]) => examples[first!]!.label),
		folds,
		chance,
		dealt,
	)
}

function dealLabels(piles: Map<string, number[][]>, folds: number, chance: () => number, dealt: Uint8Array) {
	let next = 0
	for (const pile of piles.values())
		for (const unit of shuffle(pile, chance)) {
			for (const at of unit) dealt[at] = next % folds
			next++
		}
	return dealt
}

function dealGroups(groups: number[][], folds: number, chance: () => number, dealt: Uint8Array) {
	const sizes = Array.from({ length: folds }, () => 0)
	for (const group of shuffle(groups, chance).toSorted((one, other) => other.length - one.length)) {
		const smallest = sizes.indexOf(Math.min(...sizes))
		sizes[smallest]! += group.length
		for (const at of group) dealt[at] = smallest
	}
	return dealt
}
