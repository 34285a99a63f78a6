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

export type OverlapCounts = {
	/** Passages of each row. */
	units: number[]
	/** Places where a passage of the one row shares words with a passage of the other, for rows `first` < `second`. */
	both: (first: number, second: number) => number
	/** Passages of either row that share words with one of the other. */
	lying: (first: number, second: number) => number
}

/** `contributions`: the passages of one each, by their beginning, as three whole numbers of four bytes: start, end, row. */
export function countOverlaps(contributions: readonly Uint8Array[], rowCount: number): OverlapCounts {
	const together = new Int32Array(rowCount * rowCount)
	const sharing = new Int32Array(rowCount * rowCount)
	const units = Array.from({ length: rowCount }, () => 0)
	for (const bytes of contributions) {
		const numbers = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
		const passages = Array.from({ length: bytes.byteLength / 12 }, (_, n) => {
			const [start, end, row] = [0, 4, 8].map((at) => numbers.getInt32(12 * n + at)) as [number, number, number]
			return { start, end, row, others: new Set<number>() }
		})
		for (const [n, one] of passages.entries()) {
			units[one.row]!++
			for (let at = n + 1; at < passages.length && passages[at]!.start < one.end; at++) {
				const other = passages[at]!
				if (other.row === one.row) continue
				together[cellOf(one.row, other.row)]!++
				one.others.add(other.row)
				other.others.add(one.row)
			}
		}
		for (const { row, others } of passages) for (const other of others) sharing[cellOf(row, other)]!++
	}
	function cellOf(one: number, other: number): number {
		return Math.min(one, other) * rowCount + Math.max(one, other)
	}
	return {
		units,
		both: (first, second) => together[cellOf(first, second)]!,
		lying: (first, second) => sharing[cellOf(first, second)]!,
	}
}

/** Of all units with either, the share with both: 0 to 1. */
export function jaccardOf(both: number, first: number, second: number): number {
	return both === 0 ? 0 : both / (first + second - both)
}

/** How many times as often as if the one had nothing to do with the other; null where nothing is there. */
export function liftOf(both: number, first: number, second: number, all: number): number | null {
	return first === 0 || second === 0 ? null : (both * all) / (first * second)
}
