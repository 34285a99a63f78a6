/** The sentences of a contribution in which something was found: what is kept or coded of a hit. Pure. */
import { positionsIn, type Range } from '#listening/code-points.ts'
import { sentencesOf, type Stretch } from '#listening/word-steps.rules.ts'

/** In code points; sentences that follow each other are one. Empty when nothing stands in a single sentence. */
export function hitSentences(text: string, hits: readonly Stretch[]): Range[] {
	const { toCodePoint } = positionsIn(text)
	const ranges: Range[] = []
	let before = -2
	for (const [at, { from, to }] of sentencesOf(text).entries()) {
		if (!hits.some((hit) => hit.from < to && hit.to > from)) continue
		const [start, end] = [toCodePoint(from), toCodePoint(to)]
		if (at === before + 1) ranges.at(-1)!.end = end
		else ranges.push({ start, end })
		before = at
	}
	return ranges
}
