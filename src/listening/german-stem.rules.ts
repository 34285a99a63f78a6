/**
 * German words brought to their stem, so that "Häuser", "Haus" and "Haeuser" meet. The rules are those of the German
 * Snowball stemmer in its third version (feminine "-erin", "-ln", "-et", written-out umlauts), which the databases and
 * packages at hand do not know yet. Pure.
 */

const VOWEL = /[aeiouyäöü]/
const S_ENDING = /[bdfghklmnrt]$/
const ST_ENDING = /[bdfghklmnt]$/
const ET_ENDING = /[dfgklmnrstUzä]$/

/** How often a word is stemmed again is how often people repeat themselves: most words of a text are the same few. */
const MOST_REMEMBERED = 50_000

/** The stem of one word, without umlauts and `ß`; itself when it is a number or too short. */
export const stemOf = remembered(makeStem)

/** A word as people write it who have no umlauts on the keyboard, or forget them: `Förderung`, `Foerderung`, `Forderung`. */
export const foldUmlauts = remembered((word) => withoutUmlauts(withUmlauts(word)))

/** Asked in whichever case, answered for lower case. */
function remembered(make: (word: string) => string): (word: string) => string {
	const known = new Map<string, string>()
	return (word) => {
		const lower = word.toLowerCase()
		const before = known.get(lower)
		if (before !== undefined) return before
		const made = make(lower)
		if (known.size >= MOST_REMEMBERED) known.clear()
		known.set(lower, made)
		return made
	}
}

function makeStem(word: string): string {
	if (/\d/.test(word) || word.length > 80) return foldUmlauts(word)
	let stem = withUmlauts(word)
	const [first, second] = regionsOf(stem)
	stem = firstEnding(stem, first)
	stem = secondEnding(stem, first)
	stem = lastEnding(stem, first, second)
	return withoutUmlauts(stem)
}

/** `ae`, `oe`, `ue` are umlauts, except in "quer" and where the u stands between vowels ("Bauer"), which becomes `U`. */
function withUmlauts(word: string): string {
	return word
		.normalize('NFC')
		.replace(/(?<=[aeiouyäöü])u(?=[aeiouyäöü])/g, 'U')
		.replace(/(?<=[aeiouyäöü])y(?=[aeiouyäöü])/g, 'Y')
		.replace(/ß|ae|oe|qu|ue/g, (found) => ({ ß: 'ss', ae: 'ä', oe: 'ö', ue: 'ü' })[found] ?? found)
}

function withoutUmlauts(word: string): string {
	return word.replace(/[äöüUY]/g, (letter) => ({ ä: 'a', ö: 'o', ü: 'u', U: 'u', Y: 'y' })[letter]!)
}

/** Where endings may begin: behind the first vowel and consonant (but three letters), and behind the second such pair. */
function regionsOf(word: string): [number, number] {
	const first = behindPair(word, 0)
	return [Math.max(3, first), behindPair(word, first)]
}

function behindPair(word: string, from: number): number {
	let at = from
	while (at < word.length && !VOWEL.test(word[at]!)) at++
	while (at < word.length && VOWEL.test(word[at]!)) at++
	return Math.min(word.length, at + 1)
}

/** The longest of the endings the word has, if it stands behind `from`. */
function ending(word: string, endings: readonly string[], from: number): string | undefined {
	const found = endings.find((one) => word.endsWith(one))
	return found && word.length - found.length >= from ? found : undefined
}

function cut(word: string, letters: number): string {
	return word.slice(0, word.length - letters)
}

function firstEnding(word: string, first: number): string {
	const found = ending(word, ['erinnen', 'erin', 'ern', 'lns', 'em', 'en', 'er', 'es', 'ln', 'e', 's'], first)
	if (!found) return word
	const rest = cut(word, found.length)
	if (found === 'em') return rest.endsWith('syst') ? word : rest
	if (found === 's') return S_ENDING.test(rest) ? rest : word
	if (found === 'ln' || found === 'lns') return `${rest}l`
	if (found === 'e' || found === 'en' || found === 'es') return rest.endsWith('niss') ? cut(rest, 1) : rest
	return rest
}

function secondEnding(word: string, first: number): string {
	const found = ending(word, ['est', 'en', 'er', 'et', 'st'], first)
	if (!found) return word
	const rest = cut(word, found.length)
	if (found === 'st') return ST_ENDING.test(rest) && rest.length >= 4 ? rest : word
	if (found === 'et') return ET_ENDING.test(rest) && !/(?:geordn|intern|plan|tick|tr)$/.test(rest) ? rest : word
	return rest
}

function lastEnding(word: string, first: number, second: number): string {
	const found = ending(word, ['isch', 'lich', 'heit', 'keit', 'end', 'ung', 'ig', 'ik'], second)
	if (!found) return word
	const rest = cut(word, found.length)
	const further = (endings: string[], from: number) => cut(rest, ending(rest, endings, from)?.length ?? 0)
	if (found === 'end' || found === 'ung') return rest.endsWith('eig') ? rest : further(['ig'], second)
	if (found === 'lich' || found === 'heit') return further(['er', 'en'], first)
	if (found === 'keit') return further(['lich', 'ig'], second)
	return rest.endsWith('e') ? word : rest
}
