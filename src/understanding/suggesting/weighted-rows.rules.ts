/** Features weighed as searching does: rare ones more, repeated ones a little more, every block of a text alike. */
import type { TextRows } from './text-rows.rules.ts'

export type WeightedRows = {
	size: number
	features: number
	starts: Uint32Array
	ids: Uint32Array
	values: Float32Array
}

/** How much a feature counts, by how many of the chosen rows have it; 0 for one that none has, or too few. */
export function rarityOf(rows: TextRows, chosen: Uint32Array, fewestRows: number): Float32Array {
	const within = new Uint32Array(rows.hashes.length)
	const last = new Int32Array(rows.hashes.length).fill(-1)
	for (const row of chosen) {
		const end = rows.blockStarts[(row + 1) * rows.blocks]!
		for (let at = rows.blockStarts[row * rows.blocks]!; at < end; at++) {
			const id = rows.ids[at]!
			if (last[id] === row) continue
			last[id] = row
			within[id]!++
		}
	}
	return Float32Array.from(within, (count) =>
		count < fewestRows ? 0 : Math.log((1 + chosen.length) / (1 + count)) + 1,
	)
}

/** Square root of the sum of squares is 1 for every block of a text that holds anything: a title weighs as much as the text below it. */
export function weigh(rows: TextRows, chosen: Uint32Array, rarity: Float32Array): WeightedRows {
	let room = 0
	for (const row of chosen) room += rows.blockStarts[(row + 1) * rows.blocks]! - rows.blockStarts[row * rows.blocks]!
	const ids = new Uint32Array(room)
	const values = new Float32Array(room)
	const starts = new Uint32Array(chosen.length + 1)
	let end = 0
	chosen.forEach((row, position) => {
		for (let block = row * rows.blocks; block < (row + 1) * rows.blocks; block++) {
			const from = end
			let squares = 0
			for (let at = rows.blockStarts[block]!; at < rows.blockStarts[block + 1]!; at++) {
				const rare = rarity[rows.ids[at]!]!
				if (rare === 0) continue
				const value = (1 + Math.log(rows.counts[at]!)) * rare
				ids[end] = rows.ids[at]!
				values[end++] = value
				squares += value * value
			}
			const share = 1 / Math.sqrt(squares || 1)
			for (let at = from; at < end; at++) values[at]! *= share
		}
		starts[position + 1] = end
	})
	return { size: chosen.length, features: rarity.length, starts, ids: ids.slice(0, end), values: values.slice(0, end) }
}
