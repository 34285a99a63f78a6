/** German words for people without what marks gender and number, so that “Stadträtinnen” and “Stadtrat” are the same role. */

/** For comparing only, never for showing. */
export function normalisedWords(text: string): string {
	return text
		.normalize('NFC')
		.toLowerCase()
		.replace(/[:*_/]-?(?:innen|in|r|e)(?!\p{L})|\((?:innen|in|r)\)/gu, '')
		.replaceAll('ß', 'ss')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[’']/g, '')
		.split(/[\s-]+/u)
		.filter((word) => word !== '')
		.map(stemmed)
		.join(' ')
}

function stemmed(word: string): string {
	const neuter = word.replace(/(?<=\p{L}{4})(?:innen|in)$/u, '')
	return neuter.replace(/(?<=\p{L}{4})(?:en|e|n|s)$/u, '')
}
