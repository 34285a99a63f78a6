/** The lists as the search for people asks them. Pure. */
import { nounsIn } from './common-nouns.rules.ts'
import type { Gazetteer } from './find-names.rules.ts'
import { wordFormsOf } from './word-forms.rules.ts'
import { readName, type ReadName } from './name-endings.rules.ts'

export type NameLists = Gazetteer & {
	ownSurnames: ReadonlySet<string>
	isSurname: (folded: string) => boolean
	/** The word as a listed name with what hangs onto it; each word is worked out once. */
	readFirstName: (word: { folded: string }) => ReadName | null
	readSurname: (word: { folded: string }) => ReadName | null
	/** A German noun, whatever its form. */
	isNoun: (folded: string) => boolean
	/** No noun, but the end of one: needs a person's company to be a name. */
	endsLikeNoun: (folded: string) => boolean
	/** A form of a verb or adjective. */
	isWordForm: (folded: string) => boolean
	/** A listed name that is no word of every day. */
	isPlainName: (folded: string) => boolean
}

export function nameLists(gazetteer: Gazetteer, ownSurnames: ReadonlySet<string>): NameLists {
	const { surnames, firstNames, everydayWords } = gazetteer
	const nounness = nounsIn(gazetteer.nouns)
	const isSurname = (folded: string) => surnames.has(folded) || ownSurnames.has(folded)
	return {
		...gazetteer,
		ownSurnames,
		isSurname,
		readFirstName: remembering((folded) => firstNames.has(folded) || isSmallForm(folded, firstNames, gazetteer.nouns)),
		readSurname: remembering(isSurname),
		isNoun: (folded) => nounness(folded) === 'noun',
		endsLikeNoun: (folded) => nounness(folded) === 'ends-like-noun',
		isWordForm: wordFormsOf(gazetteer.stems),
		isPlainName: (folded) =>
			ownSurnames.has(folded) || ((surnames.has(folded) || firstNames.has(folded)) && !everydayWords.has(folded)),
	}
}

/** `Bärbelchen`, `Rösle`, and no `Mädchen`. */
function isSmallForm(folded: string, firstNames: ReadonlySet<string>, nouns: ReadonlySet<string>): boolean {
	const stem = /^(.{4,})(?:chen|lein|le|erl)$/.exec(folded)?.[1]
	if (stem === undefined || nouns.has(folded)) return false
	const plain = stem.replace(/([aou])e/, '$1')
	return [stem, `${stem}e`, plain, `${plain}a`, `${plain}e`].some((name) => name.length > 3 && firstNames.has(name))
}

function remembering(isName: (folded: string) => boolean): (word: { folded: string }) => ReadName | null {
	const known = new Map<string, ReadName | null>()
	return ({ folded }) => {
		const there = known.get(folded)
		if (there !== undefined) return there
		const read = readName(folded, isName)
		known.set(folded, read)
		return read
	}
}
