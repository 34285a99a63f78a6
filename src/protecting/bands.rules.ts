/** What a public table shows instead of a number of people: words, so that small groups give nobody away. */

/** From nobody to many. */
export const BANDS = ['none', 'few', 'several', 'many'] as const
export type Band = (typeof BANDS)[number]

/** People a band stands for, at least. */
export const AT_LEAST: Readonly<Record<Band, number>> = { none: 0, few: 1, several: 5, many: 10 }
/** People a band stands for, at most, in a group large enough for every band. */
export const AT_MOST: Readonly<Record<Band, number>> = { none: 0, few: 4, several: 9, many: Infinity }

/** Below this many people in a group, "nobody" and "a few" are told apart by nobody. */
export const SMALLEST_GROUP = 10

/** So many of a group are always left open: of nobody can it be said, even by another of them, that they are among those. */
export const LEFT_OPEN = 2

/**
 * The band for `persons` out of a group of `groupSize` people heard.
 *
 * 0 none · 1–4 few · 5–9 several · 10 and more many. In a group of fewer than ten people 1–4 shows as none: there,
 * "a few" would be a name. A band that would tell of (almost) everybody in a group shows as the next lower one.
 */
export function bandOf(persons: number, groupSize: number): Band {
	const isOpen = (band: Band) => persons >= AT_LEAST[band] && groupSize - AT_LEAST[band] >= LEFT_OPEN
	if (isOpen('many')) return 'many'
	if (isOpen('several')) return 'several'
	return persons === 0 || groupSize < SMALLEST_GROUP ? 'none' : 'few'
}

export type BandRange = { band: Band; least: number; most: number }

/** What each band means for a group of this size: from the lowest it can show, every number of people in one of them. */
export function rangesOfBands(groupSize: number): BandRange[] {
	const starts = Object.values(AT_LEAST).filter((least) => least <= groupSize)
	const bands = starts.map((least) => ({ least, band: bandOf(least, groupSize) }))
	const first = bands.filter(({ band }, at) => band !== bands[at - 1]?.band)
	return first.map((range, at) => ({ ...range, most: (first[at + 1]?.least ?? groupSize + 1) - 1 }))
}

/** The band itself, or the next lower one a group of this size can show at all: of ten people, "many" would look absurd. */
export function possibleBand(band: Band, groupSize: number): Band {
	const possible = rangesOfBands(groupSize).map((range) => range.band)
	return BANDS.slice(0, BANDS.indexOf(band) + 1).findLast((lower) => possible.includes(lower)) ?? 'none'
}
