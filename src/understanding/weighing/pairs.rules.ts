/** Which themes come up together. */
import { visitTallies } from './tally.rules.ts'

export type PairCounts = {
	/** Units that carry each row, and anything at all. */
	units: number[]
	all: number
	/** Units that carry both, for rows `first` < `second`. */
	both: (first: number, second: number) => number
}

export type CountPairs = {
	groups: readonly Uint8Array[]
	/** What carries the themes: one contribution, one person, or everybody of a group. */
	unit: 'voice' | 'person' | 'group'
	rowOf: ReadonlyMap<number, number>
	rowCount: number
}

export function countPairs({ groups, unit, rowOf, rowCount }: CountPairs): PairCounts {
	const together = new Int32Array(rowCount * rowCount)
	const units = Array.from({ length: rowCount }, () => 0)
	let all = 0
	let carried = new Set<number>()
	const close = () => {
		if (carried.size > 0) all++
		const rows = [...carried].toSorted((one, other) => one - other)
		for (const [n, row] of rows.entries()) {
			units[row]!++
			for (let other = n + 1; other < rows.length; other++) together[row * rowCount + rows[other]!]!++
		}
		carried = new Set()
	}
	for (const bytes of groups) {
		let current = -1
		visitTallies(bytes, (themeNumber, _stance, _intensity, person, voice) => {
			const own = unit === 'voice' ? voice : unit === 'person' ? person : 0
			if (own !== current) close()
			current = own
			const row = rowOf.get(themeNumber)
			if (row !== undefined) carried.add(row)
		})
		close()
	}
	return { units, all, both: (first, second) => together[first * rowCount + second]! }
}

/** Of all units with either, the share with both: 0 to 1. */
export function jaccardOf(both: number, first: number, second: number): number {
	return both === 0 ? 0 : both / (first + second - both)
}

/** How many times as often as if the one had nothing to do with the other; null where nothing is there. */
export function liftOf(both: number, first: number, second: number, all: number): number | null {
	return first === 0 || second === 0 ? null : (both * all) / (first * second)
}
