/** Which words mark some texts against the others: how sure, and how strongly. Pure. */

/** Words among all words of the texts in question, and of the others. */
export type WordCounts = { inside: number; insideAll: number; outside: number; outsideAll: number }

/**
 * Log-likelihood (Dunning's G²) with the direction as its sign: positive when the word is more frequent inside. 3.84, 6.63
 * and 10.83 are exceeded by chance once in 20, 100 and 1,000 words.
 */
export function logLikelihood({ inside, insideAll, outside, outsideAll }: WordCounts): number {
	const all = insideAll + outsideAll
	if (insideAll === 0 || outsideAll === 0) return 0
	const expected = ((inside + outside) * insideAll) / all
	const expectedOutside = ((inside + outside) * outsideAll) / all
	const part = (observed: number, wanted: number) => (observed === 0 ? 0 : observed * Math.log(observed / wanted))
	const value = 2 * (part(inside, expected) + part(outside, expectedOutside))
	return inside < expected ? -value : value
}

/**
 * Log ratio (Hardie): 1 is twice as frequent inside, 2 four times, −1 half as frequent. A word that stands nowhere on one
 * side counts half a time there.
 */
export function logRatio({ inside, insideAll, outside, outsideAll }: WordCounts): number {
	if (insideAll === 0 || outsideAll === 0) return 0
	return Math.log2(Math.max(inside, 0.5) / insideAll / (Math.max(outside, 0.5) / outsideAll))
}

/** Chance reaches that far once in a thousand words. */
export const SURE = 10.83
/** A word of fewer people marks them, not their sector. */
export const FEW_PERSONS = 3
