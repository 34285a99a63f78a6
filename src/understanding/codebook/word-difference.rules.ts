/** What became of a text, word by word. */

export type WordPiece = { text: string; kind: 'same' | 'gone' | 'new' }

/** Longer texts are shown whole, before and after: comparing them would take the square of their length. */
const MOST_WORDS = 600

/** A comma or full stop is a word of its own: what was last in a list is the same word in its middle. */
const WORDS = /\s+|[^\s,.;]+(?:[,.;]+[^\s,.;]+)*|[,.;]+/g

/** `whole`: not word by word, as for names. */
export function wordDifference(before: string, after: string, whole = false): WordPiece[] {
	const [one, other] = [before.match(WORDS) ?? [], after.match(WORDS) ?? []]
	if (whole || one.length > MOST_WORDS || other.length > MOST_WORDS)
		return before === after ? joined([piece('same', before)]) : joined([piece('gone', before), piece('new', after)])
	const length = longestCommon(one, other)
	const pieces: WordPiece[] = []
	let [at, to] = [0, 0]
	while (at < one.length || to < other.length) {
		if (at < one.length && to < other.length && one[at] === other[to]) {
			pieces.push(piece('same', one[at++]!))
			to++
		} else if (to >= other.length || (at < one.length && length[at + 1]![to]! >= length[at]![to + 1]!))
			pieces.push(piece('gone', one[at++]!))
		else pieces.push(piece('new', other[to++]!))
	}
	return joined(pieces)
}

function piece(kind: WordPiece['kind'], text: string): WordPiece {
	return { text, kind }
}

/** `[i][j]`: how many words both have from `i` and `j` on. */
function longestCommon(one: readonly string[], other: readonly string[]): number[][] {
	const table = Array.from({ length: one.length + 1 }, () => Array.from({ length: other.length + 1 }, () => 0))
	for (let i = one.length - 1; i >= 0; i--) {
		for (let j = other.length - 1; j >= 0; j--)
			table[i]![j] = one[i] === other[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
	}
	return table
}

function joined(pieces: readonly WordPiece[]): WordPiece[] {
	const together: WordPiece[] = []
	for (const { text, kind } of pieces) {
		const last = together.at(-1)
		if (text === '') continue
		if (last?.kind === kind) last.text += text
		else together.push({ text, kind })
	}
	return together
}
