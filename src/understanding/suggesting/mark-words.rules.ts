/** A text in pieces, with the words marked that led to a proposal; whatever their case, whole words only. */
export function markWords(text: string, words: readonly string[]): { text: string; isMarked: boolean }[] {
	const wanted = new Set(words.map((word) => word.toLowerCase()))
	const pieces: { text: string; isMarked: boolean }[] = []
	for (const piece of text.split(/(\p{L}+)/u)) {
		if (piece === '') continue
		const isMarked = wanted.has(piece.toLowerCase())
		const last = pieces.at(-1)
		if (last && last.isMarked === isMarked && !isMarked) last.text += piece
		else pieces.push({ text: piece, isMarked })
	}
	return pieces
}

/** Where such words stand, in UTF-16 units. */
export function placesOf(text: string, words: readonly string[]): { from: number; to: number }[] {
	const wanted = new Set(words.map((word) => word.toLowerCase()))
	return [...text.matchAll(/\p{L}+/gu)].flatMap(({ 0: word, index }) =>
		wanted.has(word.toLowerCase()) ? [{ from: index, to: index + word.length }] : [],
	)
}
