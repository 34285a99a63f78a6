/**
 * Which whole numbers could stand behind sums of which only a range is known. Pure.
 *
 * Bounds are narrowed by every sum until nothing moves. Then the lowest numbers are filled up until every sum has enough;
 * where that fails, what is most open is halved and tried again. The work is capped: what is not found out in time is told
 * as such, and whoever asks must take it for the worse.
 */

/** The numbers of these groups, by place, add up to something from `least` to `most`. */
export type Sum = { groups: readonly number[]; least: number; most: number }

type Bounds = { low: number[]; high: number[] }

/** Halvings tried before giving up. */
const MOST_TRIES = 100

/**
 * Whole numbers from 0 to `most[group]` with every sum in its range; `null` when there are none, `undefined`
 * when it took too long to find out.
 */
export function findNumbers(most: readonly number[], sums: readonly Sum[]): number[] | null | undefined {
	const open: Bounds[] = [{ low: most.map(() => 0), high: [...most] }]
	for (let tries = 0; tries < MOST_TRIES; tries++) {
		const bounds = open.pop()
		if (!bounds) return null
		if (!narrow(bounds, sums)) continue
		const numbers = filledUp(bounds, sums)
		if (numbers) return numbers
		const group = widestOf(bounds, sums)!
		const { low, high } = bounds
		const middle = Math.floor((low[group]! + high[group]!) / 2)
		open.push({ low: low.with(group, middle + 1), high: [...high] })
		open.push({ low, high: high.with(group, middle) })
	}
	return undefined
}

/** The smallest number `group` can be; lower where it took too long to find out. Numbers must exist. */
export function leastOf(most: readonly number[], sums: readonly Sum[], group: number): number {
	let [least, highest] = [0, most[group]!]
	while (least < highest) {
		const middle = Math.floor((least + highest) / 2)
		if (findNumbers(most.with(group, middle), sums) === null) least = middle + 1
		else highest = middle
	}
	return least
}

/** Narrows the bounds in place as far as each sum alone tells; false when nothing is left. */
function narrow({ low, high }: Bounds, sums: readonly Sum[]): boolean {
	for (let hasMoved = true; hasMoved;) {
		hasMoved = false
		for (const { groups, least, most } of sums) {
			const [lowest, highest] = [sumOf(low, groups), sumOf(high, groups)]
			if (lowest > most || highest < least) return false
			if (lowest >= least && highest <= most) continue
			for (const group of groups) {
				const up = Math.min(high[group]!, most - lowest + low[group]!)
				const down = Math.max(low[group]!, least - highest + high[group]!)
				if (up < down) return false
				if (up === high[group] && down === low[group]) continue
				high[group] = up
				low[group] = down
				hasMoved = true
			}
		}
	}
	return true
}

/** Numbers from the lowest up, those first that are part of most sums; null where they get in each other's way. */
function filledUp({ low, high }: Bounds, sums: readonly Sum[]): number[] | null {
	const numbers = [...low]
	const sumsOf = low.map((): Sum[] => [])
	for (const sum of sums) for (const group of sum.groups) sumsOf[group]!.push(sum)
	for (const sum of sums) {
		let short = sum.least - sumOf(numbers, sum.groups)
		if (short <= 0) continue
		for (const group of sum.groups.toSorted((one, other) => sumsOf[other]!.length - sumsOf[one]!.length)) {
			const room = sumsOf[group]!.map(({ groups, most }) => most - sumOf(numbers, groups))
			const more = Math.min(short, high[group]! - numbers[group]!, ...room)
			numbers[group]! += more
			short -= more
			if (short === 0) break
		}
		if (short > 0) return null
	}
	return sums.every(({ groups, most }) => sumOf(numbers, groups) <= most) ? numbers : null
}

/** Of the sums that can still miss their range, the group that is most open; null when none can. */
function widestOf({ low, high }: Bounds, sums: readonly Sum[]): number | null {
	let [widest, width] = [null as number | null, 0]
	for (const { groups, least, most } of sums) {
		if (sumOf(low, groups) >= least && sumOf(high, groups) <= most) continue
		for (const group of groups) {
			const open = high[group]! - low[group]!
			if (open > width) [widest, width] = [group, open]
		}
	}
	return widest
}

function sumOf(numbers: readonly number[], groups: readonly number[]): number {
	let sum = 0
	for (const group of groups) sum += numbers[group]!
	return sum
}
