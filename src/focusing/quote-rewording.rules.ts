/**
 * What a printed quote says after names in its passage were replaced. Pure: no clock, no database, no request. Keeps
 * promise 3: the new wording equals the new passage, but for marks.
 */
import type { Replacement } from '#listening/rewrite.rules.ts'
import { rewriteText } from '#listening/rewrite.rules.ts'
import { alignWording, firstDeviation, OMISSION, type AlignedPiece } from './quote-wording.rules.ts'

/**
 * The wording with the same names replaced. What it had left out or marked stays left out or marked.
 *
 * `replacements` are in code points of `passage`, in order. A wording that did not equal its passage before becomes the
 * new passage.
 */
export function rewordQuote(wording: string, passage: string, replacements: readonly Replacement[]): string {
	const newPassage = rewriteText(passage, replacements)
	const pieces = alignWording(wording, passage)
	if (!pieces) return newPassage.trim()
	const lead = [...passage].length - [...passage.trimStart()].length
	const said = [...passage.trim()]
	const shifted = replacements
		.map(({ start, end, text }) => ({ start: Math.max(0, start - lead), end: Math.min(end - lead, said.length), text }))
		.filter(({ start, end }) => end > start)
	const reworded = putTogether(pieces, said, shifted, (mark) => mark)
	if (firstDeviation(reworded, newPassage) === null) return reworded
	// A mark that now hides more than a name may hide is an omission.
	return putTogether(pieces, said, shifted, () => OMISSION)
}

function putTogether(
	pieces: readonly AlignedPiece[],
	said: readonly string[],
	replacements: readonly Replacement[],
	writeMark: (mark: string) => string,
): string {
	const isShown = ({ start, end }: Replacement) =>
		pieces.some((piece) => !piece.hides && piece.from < end && piece.to > start)
	const shown = replacements.filter(isShown)
	let done = 0
	let words = ''
	for (const { text, from, to, hides } of pieces) {
		let at = Math.max(from, done)
		if (hides) {
			const begun = shown.find(({ start, end }) => start <= at && end >= to)
			if (at < to && !begun) words += writeMark(text)
			continue
		}
		for (const { start, end, text: name } of shown) {
			if (end <= at || start >= to) continue
			words += said.slice(at, start).join('') + name
			done = at = end
		}
		words += said.slice(at, to).join('')
	}
	return words
}
