/** What somebody typed into the search, understood: words, "exact phrases", -without, either OR or. */

export type SearchTerm = {
	/** Ways to write it that all count: `Ampel`, `Ampeln`. */
	anyOf: string[]
	isPhrase: boolean
	isExcluded: boolean
}

/** Alternatives, of which one must hold; within one, every term must. */
export type SearchQuery = SearchTerm[][]

/** More terms than this make a search slow and no better. */
const MOST_TERMS = 20

/** Reads what was typed, as search engines do: `ampel "runder tisch" -bahnhof oder zebrastreifen`. Nothing is an error. */
export function readSearchQuery(typed: string): SearchQuery {
	const alternatives: SearchQuery = [[]]
	const pieces = typed.slice(0, 400).matchAll(/(-?)(?:"([^"]*)"?|„([^“”"]*)[“”"]?|([^\s"„]+))/g)
	let terms = 0
	for (const [, minus, straight, curly, word] of pieces) {
		if (terms++ >= MOST_TERMS) break
		if (word && !minus && /^(or|oder)$/i.test(word)) {
			alternatives.push([])
			continue
		}
		const phrase = straight ?? curly
		const text = (phrase ?? word ?? '').trim()
		if (!/[\p{L}\p{N}]/u.test(text)) continue
		const isPhrase = phrase !== undefined
		alternatives.at(-1)!.push({ anyOf: isPhrase ? [text] : writtenAs(text), isPhrase, isExcluded: minus === '-' })
	}
	return alternatives.filter((terms) => terms.some(({ isExcluded }) => !isExcluded))
}

/**
 * German stemmers before PostgreSQL 18 know "Ampeln" and "Ampel" as different words: words in -el and -eln are looked
 * for in both forms. With and without umlauts, too.
 */
function writtenAs(word: string): string[] {
	return [word, withUmlauts(word)].flatMap(inBothNumbers).filter((form, at, all) => all.indexOf(form) === at)
}

/** Who has no umlauts on the keyboard writes `Baecker`. */
function withUmlauts(word: string): string {
	return word.replace(/ae/gi, 'ä').replace(/oe/gi, 'ö').replace(/ue/gi, 'ü')
}

function inBothNumbers(word: string): string[] {
	if (/eln$/i.test(word)) return [word, word.slice(0, -1)]
	if (/el$/i.test(word)) return [word, `${word}n`]
	return [word]
}
