/** The lists as the search for people asks them. Pure. */
import type { Gazetteer } from './find-names.rules.ts'

export type NameLists = Gazetteer & {
	ownSurnames: ReadonlySet<string>
	isSurname: (folded: string) => boolean
	/** A listed name that is no word of every day. */
	isPlainName: (folded: string) => boolean
}

export function nameLists(gazetteer: Gazetteer, ownSurnames: ReadonlySet<string>): NameLists {
	const { surnames, firstNames, everydayWords } = gazetteer
	return {
		...gazetteer,
		ownSurnames,
		isSurname: (folded) => surnames.has(folded) || ownSurnames.has(folded),
		isPlainName: (folded) =>
			ownSurnames.has(folded) || ((surnames.has(folded) || firstNames.has(folded)) && !everydayWords.has(folded)),
	}
}
