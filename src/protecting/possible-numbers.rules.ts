/**
 * Which whole numbers could stand behind sums of which only a range is known. Pure.
 *
 * Bounds are narrowed by every sum until nothing moves; what is left open is halved and tried. The work is capped: what is
 * not found out in time is told as such, and whoever asks must take it for the worse.
 */

/** The numbers of these groups, by place, add up to something from `least` to `most`. */
export type Sum = { groups: readonly number[]; least: number; most: number }

type Bounds = { low: number[]; high: number[] }

/** Halvings tried before giving up. */
const MOST_TRIES = 2_000

/**
 * Whether whole numbers from 0 to `sizes[group]` exist with every sum in its range; `highest` bounds single groups further.
 * `null` when it took too long to find out.
 */
export function isPossible(
	sizes: readonly number[],
	sums: readonly Sum[],
	highest: ReadonlyMap<number, number> = new Map(),
): boolean | null {
	const start: Bounds = { low: sizes.map(() => 0), high: sizes.map((size, group) => highest.get(group) ?? size) }
	const open = [start]
	for (let tries = 0; tries < MOST_TRIES; tries++) {
		const bounds = open.pop()
		if (!bounds) return false
		if (!narrow(bounds, sums)) continue
		const group = widestOf(bounds, sums)
		if (group === null) return true
		const [low, high] = [bounds.low[group]!, bounds.high[group]!]
		const middle = Math.floor((low + high) / 2)
		open.push({ low: bounds.low.with(group, middle + 1), high: [...bounds.high] })
		open.push({ low: [...bounds.low], high: bounds.high.with(group, middle) })
	}
	return null
}

/** The smallest number `group` can be; 0 where it took too long to find out more. Numbers must exist. */
export function leastOf(sizes: readonly number[], sums: readonly Sum[], group: number): number {
	let [least, most] = [0, sizes[group]!]
	while (least < most) {
		const middle = Math.floor((least + most) / 2)
		if (isPossible(sizes, sums, new Map([[group, middle]])) === false) least = middle + 1
		else most = middle
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

/** Of the sums that can still miss their range, the group that is most open; null when none can. */
function widestOf({ low, high }: Bounds, sums: readonly Sum[]): number | null {
	const unsure = sums.filter(({ groups, least, most }) => sumOf(low, groups) < least || sumOf(high, groups) > most)
	const groups = unsure.flatMap((sum) => sum.groups)
	if (groups.length === 0) return null
	const width = (group: number) => high[group]! - low[group]!
	return groups.reduce((widest, group) => (width(group) > width(widest) ? group : widest))
}

function sumOf(numbers: readonly number[], groups: readonly number[]): number {
	return groups.reduce((sum, group) => sum + numbers[group]!, 0)
}
