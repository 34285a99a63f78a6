/** Choosing words by keyboard: which word or sentence is next. Positions are UTF-16 indexes in one contribution. */

export type Stretch = { from: number; to: number }

const WORD = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu
const SENTENCE_END = /[.!?…]+["“”«»)]*(?=\s|$)/g

/** The word after the chosen words; the first one when nothing is chosen; the same at the end. */
export function nextWord(text: string, chosen: Stretch | null): Stretch | null {
	return wordAfter(text, chosen?.to ?? 0) ?? chosen
}

/** The word before the chosen words; the same at the beginning. */
export function previousWord(text: string, chosen: Stretch | null): Stretch | null {
	return wordBefore(text, chosen?.from ?? text.length) ?? chosen
}

export function oneWordMore(text: string, chosen: Stretch | null): Stretch | null {
	const next = wordAfter(text, chosen?.to ?? 0)
	return next ? { from: chosen?.from ?? next.from, to: next.to } : chosen
}

/** One word less at the end, but never none. */
export function oneWordLess(text: string, chosen: Stretch | null): Stretch | null {
	if (!chosen) return null
	const last = wordBefore(text, chosen.to)
	const before = last && wordBefore(text, last.from)
	return before && before.to > chosen.from ? { from: chosen.from, to: before.to } : chosen
}

/** To the end of the sentence; when it is reached, to the end of the next. */
export function oneSentenceMore(text: string, chosen: Stretch | null): Stretch {
	const from = chosen?.from ?? firstLetter(text, 0)
	const after = firstLetter(text, chosen?.to ?? from)
	return { from, to: Math.max(chosen?.to ?? 0, sentenceEndAfter(text, after)) }
}

/** One sentence less at the end, but never none. */
export function oneSentenceLess(text: string, chosen: Stretch | null): Stretch | null {
	if (!chosen) return null
	const ends = allOf(SENTENCE_END, text.slice(0, chosen.to)).map((end) => end.index + end[0].length)
	const to = ends.findLast((end) => end < chosen.to && end > chosen.from)
	return to === undefined ? chosen : { from: chosen.from, to }
}

/** The sentences of a text in order, without the spaces between them. */
export function sentencesOf(text: string): Stretch[] {
	const sentences: Stretch[] = []
	for (let from = firstLetter(text, 0); from < text.length;) {
		const to = sentenceEndAfter(text, from)
		sentences.push({ from, to })
		from = firstLetter(text, to)
	}
	return sentences
}

/** Without the spaces at either end; null when only spaces are left. */
export function withoutSpaces(text: string, { from, to }: Stretch): Stretch | null {
	const words = text.slice(from, to)
	const trimmed = words.trim()
	if (trimmed === '') return null
	const start = from + words.indexOf(trimmed)
	return { from: start, to: start + trimmed.length }
}

/** Grown so that no word is cut: whoever drags a finger or mouse means words. */
export function wholeWords(text: string, { from, to }: Stretch): Stretch {
	const first = /[\p{L}\p{N}]/u.test(text[from] ?? '') ? wordAround(text, from) : undefined
	const last = /[\p{L}\p{N}]/u.test(text[to - 1] ?? '') ? wordAround(text, to - 1) : undefined
	return { from: Math.min(from, first?.from ?? from), to: Math.max(to, last?.to ?? to) }
}

function wordAround(text: string, at: number): Stretch | undefined {
	const start = wordBefore(text, at + 1)?.from ?? at
	return wordAfter(text, start)
}

function wordAfter(text: string, at: number): Stretch | undefined {
	WORD.lastIndex = at
	const word = WORD.exec(text)
	return word ? { from: word.index, to: word.index + word[0].length } : undefined
}

/** Looks back in growing windows, so that a long contribution costs no more than a short one. */
function wordBefore(text: string, at: number): Stretch | undefined {
	for (let window = 80; ; window *= 4) {
		const start = Math.max(0, at - window)
		const words = allOf(WORD, text.slice(start, at)).filter(({ index }) => start === 0 || index > 0)
		const last = words.at(-1)
		if (last) return { from: start + last.index, to: start + last.index + last[0].length }
		if (start === 0) return undefined
	}
}

function firstLetter(text: string, at: number): number {
	return wordAfter(text, at)?.from ?? text.length
}

function sentenceEndAfter(text: string, at: number): number {
	SENTENCE_END.lastIndex = at
	const end = SENTENCE_END.exec(text)
	return end ? end.index + end[0].length : text.trimEnd().length
}

/** From the beginning, wherever the last search ended. */
function allOf(pattern: RegExp, text: string): RegExpExecArray[] {
	pattern.lastIndex = 0
	return [...text.matchAll(pattern)]
}

/** What the arrow keys choose at each desk, by the key's name as browsers tell it. */
export const STEP_BY_KEYS: ReadonlyMap<string, (text: string, chosen: Stretch | null) => Stretch | null> = new Map([
	['ArrowRight', nextWord],
	['ArrowLeft', previousWord],
	['Shift+ArrowRight', oneWordMore],
	['Shift+ArrowLeft', oneWordLess],
	['Shift+ArrowDown', oneSentenceMore],
	['Shift+ArrowUp', oneSentenceLess],
])
