/**
 * From which probability on a theme is proposed: chosen so that what is shown is mostly right. A theme of which that
 * cannot be had is not proposed at all.
 */

/** One contribution and one theme: how probable it seemed to a model that had not seen the conversation, and whether people gave it. */
export type Trial = { group: string; probability: number; isRight: boolean }

/** What is shown is right at least this often. */
export const LEAST_PRECISION = 0.5
/** What held for the others must nearly hold for the group left out, else it was luck. */
const LEAST_HELD = 0.4
/** So many must have been shown before "mostly right" means anything. */
const FEWEST_SHOWN = 5
/** Tried from above; below the last one even a good figure is luck. */
const LINES = [0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3]

/** The lowest line from which on proposals are mostly right; null where there is none. */
function chooseLine(trials: readonly Trial[]): number | null {
	const sorted = trials.toSorted((one, other) => other.probability - one.probability)
	let shown = 0
	let right = 0
	let chosen: number | null = null
	for (const line of LINES) {
		for (; shown < sorted.length && sorted[shown]!.probability >= line; shown++) if (sorted[shown]!.isRight) right++
		if (shown >= FEWEST_SHOWN && right / shown >= LEAST_PRECISION) chosen = line
	}
	return chosen
}

export type LineMeasure = {
	/** Of a hundred that would be shown, as a share; null where nothing would be. */
	precision: number | null
	/** Share of what people gave that would be shown. */
	recall: number
	shown: number
}

/**
 * How good proposals above such a line are. For each group the line is chosen on the others, so that the figure is not
 * of the very trials it was chosen for.
 */
function measureLine(trials: readonly Trial[]): LineMeasure {
	let shown = 0
	let right = 0
	for (const [group, own] of Map.groupBy(trials, (trial) => trial.group)) {
		const line = chooseLine(trials.filter((trial) => trial.group !== group))
		if (line === null) continue
		const above = own.filter(({ probability }) => probability >= line)
		shown += above.length
		right += above.filter(({ isRight }) => isRight).length
	}
	const there = trials.filter(({ isRight }) => isRight).length
	return { precision: shown > 0 ? right / shown : null, recall: there > 0 ? right / there : 0, shown }
}

/** Line and quality of one theme; no line where what it was chosen by did not hold. */
export function settleLine(trials: readonly Trial[]): LineMeasure & { line: number | null } {
	const measured = measureLine(trials)
	if (measured.precision === null || measured.precision < LEAST_HELD)
		return { line: null, precision: measured.precision, recall: 0, shown: 0 }
	return { line: chooseLine(trials), ...measured }
}
