/** Addresses made from titles. */

const SPELLED_OUT: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

/** Lower-case words with dashes, at most 60 characters, cut at a word; empty when the title holds no letter or digit. */
export function slugOf(title: string): string {
	const plain = title
		.slice(0, 300)
		.normalize('NFC')
		.toLowerCase()
		.replace(/[äöüß]/g, (letter) => SPELLED_OUT[letter]!)
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
	const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
	return slug.length <= 60
		? slug
		: slug
				.slice(0, 61)
				.replace(/-[^-]*$/, '')
				.slice(0, 60)
}

/** Whether a text may be an address as it is. */
export function isSlug(text: string): boolean {
	return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 80
}

/** The first of `wished`, `wished-2`, `wished-3` … that is not taken. */
export function freeSlug(wished: string, taken: Iterable<string>): string {
	const others = new Set(taken)
	if (!others.has(wished)) return wished
	let number = 2
	while (others.has(`${wished}-${number}`)) number++
	return `${wished}-${number}`
}

/**
 * First parts of the paths every municipality's pages have; none of them may be the name of a municipality, because below
 * a shared address that name stands in the same place. A test compares the list with the pages there are.
 */
export const RESERVED_SLUGS: readonly string[] = [
	...['api', 'assets', 'catalog', 'daten', 'feed', 'gemeinden', 'health', 'leicht', 'probleme', 'schema', 'termine'],
	...[
		'barrierefreiheit',
		'bericht',
		'beleg',
		'biete-suche',
		'blickwinkel',
		'datenschutz',
		'gehoert-getan',
		'geschichten',
	],
	...['impressum', 'mitreden', 'orte', 'ortsteile', 'suche', 'themen', 'vorhaben', 'werkstatt', 'einladung', 'zettel'],
]
