/** Words that somebody may have meant who typed one that stands nowhere. Pure. */

/** Letters; below, too many words are similar. */
const SHORTEST = 5
const MOST = 4

/** Stems of `vocabulary` that begin like this one, or differ from it in one letter; the most frequent first. */
export function similarStems(stem: string, vocabulary: ReadonlyMap<string, number>): string[] {
	if (stem.length < SHORTEST || /\d/.test(stem)) return []
	const found: { word: string; count: number }[] = []
	for (const [word, count] of vocabulary) {
		if (word.length < SHORTEST || word === stem) continue
		if (word.startsWith(stem) || differInOne(word, stem)) found.push({ word, count })
	}
	return found
		.toSorted((one, other) => other.count - one.count)
		.slice(0, MOST)
		.map(({ word }) => word)
}

/** One letter more, less, other, or two swapped. */
export function differInOne(one: string, other: string): boolean {
	const [short, long] = one.length <= other.length ? [one, other] : [other, one]
	if (long.length - short.length > 1) return false
	let at = 0
	while (at < short.length && short[at] === long[at]) at++
	const rest = (word: string, from: number) => word.slice(at + from)
	if (short.length < long.length) return rest(short, 0) === rest(long, 1)
	return (
		rest(short, 1) === rest(long, 1) ||
		(short[at] === long[at + 1] && short[at + 1] === long[at] && rest(short, 2) === rest(long, 2))
	)
}
