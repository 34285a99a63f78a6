/** Themes by the keywords of the codebook: a start without any example. */
import { partStemsOf } from '#listening/german-compounds.rules.ts'
import { stemOf } from '#listening/german-stem.rules.ts'
import { STOP_WORDS, wordsOf } from '#listening/german-words.rules.ts'
import type { KnownTheme } from './proposing.rules.ts'
import type { Columns } from './text-rows.rules.ts'

/** `words`: as they stand in the text. */
export type KeywordHit = { themeId: string; words: string[] }

/** "Demografischer Wandel & neue Nachbarn" are two keywords. */
const JOINTS = /[&,;/]|\s(?:und|and)\s/iu

/**
 * Keywords meet words by their stems, inside of compounds too: "Schule" in "Gemeinschaftsschule". Of a keyword of several
 * words all must be there.
 */
export function keywordReader(themes: readonly KnownTheme[]): (text: Columns) => KeywordHit[] {
	const phrases = themes.flatMap(({ id, keywords }) =>
		keywords
			.flatMap((keyword) => keyword.split(JOINTS))
			.map((keyword) => wordsOf(keyword).flatMap(({ word }) => (STOP_WORDS.has(word) ? [] : [stemOf(word)])))
			.filter((stems) => stems.length > 0)
			.map((stems) => ({ id, stems })),
	)
	if (phrases.length === 0) return () => []
	return (text) => {
		const wordByStem = new Map<string, string>()
		for (const { word } of text.flatMap((part) => wordsOf(part)))
			for (const stem of [stemOf(word), ...partStemsOf(word)]) wordByStem.set(stem, word)
		const found = new Map<string, Set<string>>()
		for (const { id, stems } of phrases) {
			if (!stems.every((stem) => wordByStem.has(stem))) continue
			const words = found.get(id) ?? new Set()
			for (const stem of stems) words.add(wordByStem.get(stem)!)
			found.set(id, words)
		}
		return [...found].map(([themeId, words]) => ({ themeId, words: [...words] }))
	}
}
