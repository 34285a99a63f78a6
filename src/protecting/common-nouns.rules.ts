/** Whether a capital word is a German noun: listed, inflected, or put together from such. Pure. */

/**
 * Whether a word is no noun, or only ends like one: `Räum-dienst` has a beginning that no list knows, and so has the
 * surname `Rohr-wedder`.
 */
export type Nounness = 'noun' | 'ends-like-noun' | 'none'

/** Folded words in; each word is worked out once. */
export function nounsIn(nouns: ReadonlySet<string>): (folded: string) => Nounness {
	const known = new Map<string, Nounness>()
	return (folded) => {
		const answer = known.get(folded) ?? nounness(folded, nouns)
		known.set(folded, answer)
		return answer
	}
}

const SMALL_OR_FOREIGN =
	/(?:chen|lein|eur|eure|euren|eurin|ik|thek|theken|gramm|gramme|grammen|ette|etten|schutz|ung|ungen|heit|keit|schaft|tion|taet)$/

function nounness(folded: string, nouns: ReadonlySet<string>): Nounness {
	if (isNoun(folded, nouns, 0)) return 'noun'
	for (let at = 3; at <= folded.length - 5; at++) if (isInflected(folded.slice(at), nouns)) return 'ends-like-noun'
	return 'none'
}

/** Longer words are taken for nouns: nobody is called so. */
const LONGEST_LETTERS = 40
/** Parts of parts: `Dorf-gemeinschafts-haus`. */
const DEEPEST = 2

function isNoun(folded: string, nouns: ReadonlySet<string>, depth: number): boolean {
	if (folded.length > LONGEST_LETTERS || SMALL_OR_FOREIGN.test(folded) || isInflected(folded, nouns)) return true
	for (let at = folded.length - 3; at >= 2; at--)
		if (mayEnd(folded.slice(at), nouns) && mayBegin(folded.slice(0, at), nouns, depth)) return true
	return false
}

const ENDINGS = ['s', 'es', 'n', 'en', 'e', 'er', 'ern', 'nen']

function isInflected(folded: string, nouns: ReadonlySet<string>): boolean {
	if (hasForm(folded, nouns, ENDINGS)) return true
	return /[aou]e/.test(folded) && hasForm(withoutUmlaut(folded), nouns, ['n', 'e', 'en'])
}

function hasForm(folded: string, nouns: ReadonlySet<string>, endings: readonly string[]): boolean {
	if (nouns.has(folded)) return true
	return endings.some(
		(ending) =>
			folded.length - ending.length > 3 && folded.endsWith(ending) && nouns.has(folded.slice(0, -ending.length)),
	)
}

/** `Läden` is of Laden. */
function withoutUmlaut(folded: string): string {
	return folded.replace(/([aou])e(?=[^aeiou])/, '$1')
}

const SHORT_ENDS = new Set(
	'weg bus rat tag ort hof amt see rad tor typ tal zug akt art bau bad not rum tee tuer uhr eis'.split(' '),
)

function mayEnd(part: string, nouns: ReadonlySet<string>): boolean {
	return part.length > 3 ? isInflected(part, nouns) : SHORT_ENDS.has(part) && nouns.has(part)
}

const PREFIXES = new Set(
	'sprach naeh loesch zustell abhol pfarr kirch schul bet sprech wohn fahr aussen innen fest leer jahres jahr frueh spaet nacht tages neu alt hoch gross klein lang kurz ober unter ueber haupt neben vor nach zwischen mit gegen aus ein auf ab an zu rueck fern frei bio oeko schnell halb ganz doppel einzel gesamt selbst nicht fehl miss ur erz ex vize wieder weiter zusammen um durch be ge er ver zer ent'.split(
		' ',
	),
)

/** A noun, a verb's stem (`Fahr-dienst`), or something put together itself. */
function mayBegin(part: string, nouns: ReadonlySet<string>, depth: number): boolean {
	if (PREFIXES.has(part)) return true
	if (part.length < 3) return false
	const bare = part.endsWith('s') ? part.slice(0, -1) : null
	if (isInflected(part, nouns) || nouns.has(`${part}en`) || nouns.has(`${part}n`) || (bare && isInflected(bare, nouns)))
		return true
	if (depth >= DEEPEST || part.length <= 6) return false
	return isNoun(part, nouns, depth + 1) || (bare !== null && isNoun(bare, nouns, depth + 1))
}
