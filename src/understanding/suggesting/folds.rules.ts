/** Parts of a set of examples, each measured once by what was learned from the others. */
import { seededChance, shuffle } from './seeded.rules.ts'

/**
 * The part of every example, from 0.
 *
 * With groups (a conversation, a document), what belongs together stays together: sentences of one text resemble each
 * other, and a model would be asked what it has read. Larger groups are dealt first. Without groups every label is dealt evenly.
 */
export function dealFolds(
	examples: readonly { label: string; group?: string | undefined }[],
	{ folds, seed }: { folds: number; seed: number },
): Uint8Array {
	const chance = seededChance(seed)
	const isGrouped = examples.some(({ group }) => group !== undefined)
	const piles = new Map<string, number[]>()
	examples.forEach(({ label, group }, at) => {
		const pile = isGrouped ? (group ?? '') : label
		const members = piles.get(pile)
		if (members) members.push(at)
		else piles.set(pile, [at])
	})
	const dealt = new Uint8Array(examples.length)
	return isGrouped ? dealGroups([...piles.values()], folds, chance, dealt) : dealLabels(piles, folds, chance, dealt)
}

function dealLabels(piles: Map<string, number[]>, folds: number, chance: () => number, dealt: Uint8Array) {
	let next = 0
	for (const pile of piles.values()) for (const at of shuffle(pile, chance)) dealt[at] = next++ % folds
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
