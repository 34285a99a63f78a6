/** Which themes come up together. */
import { visitTallies, type VisitedCoding } from './tally.rules.ts'

export const NEARNESSES = ['passage', 'voice', 'conversation', 'person'] as const
/** How close two themes stand: on the same words, in one contribution, in one conversation, with one person. */
export type Nearness = (typeof NEARNESSES)[number]

export type Tallied = {
	/** Of one conversation each. */
	conversations: readonly Uint8Array[]
	/** Which row a theme counts for, by its number in the tallies; none is left out. */
	rowOf: ReadonlyMap<number, number>
	rowCount: number
}

export type PairCounts = {
	/** Units that carry each row, and anything at all; for passages, the passages. */
	units: number[]
	all: number
	/** Units that carry both; for passages, places where one of each share words. */
	both: PairGrid['at']
	/** Only for passages: those of either row that share words with one of the other. */
	sharing?: PairGrid['at']
}

/** Others are served between two conversations. */
export async function countPairs({ conversations, rowOf, rowCount }: Tallied, nearness: Nearness): Promise<PairCounts> {
	const { take, close, counts } = nearness === 'passage' ? overlapsOf(rowCount) : unitsOf(rowCount)
	for (const bytes of conversations) {
		let current = -1
		visitTallies(bytes, (coding) => {
			const own = nearness === 'person' ? coding.person : nearness === 'conversation' ? 0 : coding.voice
			if (own !== current) close()
			current = own
			take(rowOf.get(coding.themeNumber) ?? LEFT_OUT, coding)
		})
		close()
		await new Promise((go) => setImmediate(go))
	}
	return counts()
}

const LEFT_OUT = -1

type Counter = {
	/** A coding of the unit at hand. */
	take: (row: number, coding: Readonly<VisitedCoding>) => void
	/** The unit at hand has ended. */
	close: () => void
	counts: () => PairCounts
}

/** What carries both themes counts once. */
function unitsOf(rowCount: number): Counter {
	const both = pairGrid(rowCount)
	const units = Array.from({ length: rowCount }, () => 0)
	const lastUnit = new Int32Array(rowCount)
	const carried: number[] = []
	let all = 0
	return {
		take: (row) => {
			if (row === LEFT_OUT || lastUnit[row] === all + 1) return
			lastUnit[row] = all + 1
			carried.push(row)
		},
		close: () => {
			for (const [n, row] of carried.entries()) {
				units[row]!++
				for (let other = n + 1; other < carried.length; other++) both.add(row, carried[other]!)
			}
			if (carried.length > 0) all++
			carried.length = 0
		},
		counts: () => ({ units, all, both: both.at }),
	}
}

/** Every place counts. Two coders who give the same words the same theme are no pair. */
function overlapsOf(rowCount: number): Counter {
	const [both, sharing] = [pairGrid(rowCount), pairGrid(rowCount)]
	const units = Array.from({ length: rowCount }, () => 0)
	const passages: { row: number; reach: number }[] = []
	let all = 0
	return {
		take: (row, { reach }) => void passages.push({ row, reach }),
		close: () => {
			const met = new Uint8Array(passages.length * rowCount)
			const meet = (n: number, other: number) => {
				if (met[n * rowCount + other]) return
				met[n * rowCount + other] = 1
				sharing.add(passages[n]!.row, other)
			}
			for (const [n, { row, reach }] of passages.entries()) {
				if (row === LEFT_OUT) continue
				units[row]!++
				all++
				for (let at = n + 1; at <= n + reach; at++) {
					const other = passages[at]!.row
					if (other === LEFT_OUT || other === row) continue
					both.add(row, other)
					meet(n, other)
					meet(at, row)
				}
			}
			passages.length = 0
		},
		counts: () => ({ units, all, both: both.at, sharing: sharing.at }),
	}
}

type PairGrid = { add: (one: number, other: number) => void; at: (one: number, other: number) => number }

/** Counts pairs of rows, in whichever order they are named. */
function pairGrid(rowCount: number): PairGrid {
	const counts = new Int32Array(rowCount * rowCount)
	const cell = (one: number, other: number) => (one < other ? one * rowCount + other : other * rowCount + one)
	return { add: (one, other) => void counts[cell(one, other)]!++, at: (one, other) => counts[cell(one, other)]! }
}

/** Of all units with either, the share with both: 0 to 1. */
export function jaccardOf(both: number, first: number, second: number): number {
	return both === 0 ? 0 : both / (first + second - both)
}

/** How many times as often as if the one had nothing to do with the other; null where nothing is there. */
export function liftOf(both: number, first: number, second: number, all: number): number | null {
	return first === 0 || second === 0 ? null : (both * all) / (first * second)
}
