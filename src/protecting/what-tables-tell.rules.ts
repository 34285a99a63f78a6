/**
 * Which words a table may show beside everything tables have told before, so that nobody is given away. Pure.
 *
 * A reader who keeps every edition and knows who was heard when, knows of each cell: of these people, at least and at most so
 * many said it. Before a word is shown, all of that is put together, for every word the cell could get. Words that would tell
 * too much are joined with their neighbours until none does: then they say the same, and one word stands for all of them.
 * How words are joined depends on nothing but who was heard and what was shown before, never on who said what. So nobody
 * learns anything from a word that stayed, nor from the fact that it did (simulatable auditing: Kenthapadi, Mishra and Nissim
 * 2005). Showing one word whatever was said tells nothing at all, so there is always a way. Source: decision 0015.
 */
import { AT_LEAST, possibleBand, rangesOfBands, type Band, type BandRange } from './bands.rules.ts'
import { isPossible, leastOf, type Sum } from './possible-numbers.rules.ts'

/** A word as it is shown, and what a reader knows by it: of those heard in the column, so many, both ends included. */
export type ShownBand = { band: Band; least: number; most: number }

export type ToldTable = {
	columns: readonly { key: string; heard: readonly string[] }[]
	/** A cell shown as a number has that number at both ends, a hidden one everything from nobody to all. */
	rows: readonly { key: string; shown: readonly ShownBand[] }[]
}

export type NextTable = {
	columns: ToldTable['columns']
	/** Whether each person stands in one column only, and so takes with them what they said when they change it. */
	isOneEach: boolean
	/** People in each cell. */
	rows: readonly { key: string; counts: readonly number[] }[]
}

export type ChosenBand = ShownBand & {
	/** The word as if nothing had ever been shown. */
	fresh: Band
	/** Where the fresh word would tell: so many more people who came or went with those concerned would make it safe; else 0. */
	missing: number
}

/** A cell that was shown: who could be in it, by groups of people who were always heard together, and what it told. */
type Told = Sum & {
	key: string
	/** So many at least by this cell alone; 0 where the word may be older than the people. */
	alone: number
}

/** The words of the next table, cell by cell: `[row][column]`. `minimum` is the municipality's number of people. */
export function chooseBands(earlier: readonly ToldTable[], next: NextTable, minimum: number): ChosenBand[][] {
	return cellByCell(earlier, next, minimum, (cell, row, column) => chosenFor(cell, next.rows[row]!.counts[column]!))
}

/** A number to be shown; `missing` as above. */
export type JudgedNumber = ShownBand & { missing: number }

/** What numbers would tell beside everything told before: of each cell of the table as it would be shown. */
export function judgeNumbers(earlier: readonly ToldTable[], next: ToldTable, minimum: number): JudgedNumber[][] {
	return cellByCell(earlier, { ...next, isOneEach: true }, minimum, (cell, row, column) => {
		const shown = next.rows[row]!.shown[column]!
		const isHidden = !isNumber(shown)
		return { ...shown, missing: isHidden ? 0 : Math.max(0, ...tells(cell, shown)) }
	})
}

/** Each cell of a row is judged beside what the cells before it tell. */
function cellByCell<Shown extends ShownBand>(
	earlier: readonly ToldTable[],
	next: Pick<NextTable, 'columns' | 'isOneEach'> & { rows: readonly { key: string }[] },
	minimum: number,
	show: (cell: Cell, row: number, column: number) => Shown,
): Shown[][] {
	const { sizes, groupsOf } = groupsHeard([...earlier, next])
	const history = earlier.map((table, edition) => toldBy(table, earlier.slice(0, edition), groupsOf))
	const columns = next.columns.map((column) => ({
		key: column.key,
		heard: column.heard.length,
		groups: groupsOf(column.heard),
		isGrown: hasOnlyGrown(column, earlier),
	}))
	return next.rows.map(({ key: row }, rowAt) => {
		let told = history.flatMap((rows) => rows.get(row) ?? [])
		return columns.map((column, at) => {
			const known = next.isOneEach ? connected(told, column.groups) : told.filter(({ key }) => key === column.key)
			const last = earlier.at(-1) && shownIn(earlier.at(-1)!, row, column.key)
			const cell = { ...column, sizes, known, last: last?.band ?? null, minimum }
			const shown = show(cell, rowAt, at)
			told = [...told, tellingOf(cell, shown)]
			return shown
		})
	})
}

type Cell = {
	key: string
	sizes: readonly number[]
	/** Whatever was told about any of those who could be in the cell. */
	known: readonly Told[]
	groups: readonly number[]
	heard: number
	isGrown: boolean
	/** The word shown last. */
	last: Band | null
	minimum: number
}

function chosenFor(cell: Cell, count: number): ChosenBand {
	const ranges = rangesOfBands(cell.heard)
	const judged = new Map<string, number[]>()
	const telling = (word: ShownBand) => judged.getOrInsertComputed(`${word.least} ${word.most}`, () => tells(cell, word))
	const fresh = ranges.find(({ least, most }) => count >= least && count <= most)!
	const blocks = divisionsOf(ranges)
		.map((division) => division.map((block) => wordFor(block, cell)))
		.find((division) => division.length === 1 || !division.some((word) => telling(word).length > 0))!
	const shown = blocks.find(({ least, most }) => count >= least && count <= most)!
	const missing = shown.band === fresh.band ? [0] : telling(fresh)
	return { ...shown, fresh: fresh.band, missing: Math.max(0, ...missing) }
}

/** Every way to join neighbours, those that join fewest first; among these, higher words are joined before lower ones. */
function divisionsOf(ranges: readonly BandRange[]): BandRange[][][] {
	const cuts = Array.from({ length: 2 ** (ranges.length - 1) }, (_, bits) => bits)
	const isCut = (bits: number, at: number) => (bits >> (at - 1)) % 2 === 1
	const divisions = cuts.map((bits) =>
		ranges.reduce<BandRange[][]>((blocks, range, at) => {
			if (at === 0 || isCut(bits, at)) return [...blocks, [range]]
			return [...blocks.slice(0, -1), [...blocks.at(-1)!, range]]
		}, []),
	)
	return divisions.toSorted((one, other) => other.length - one.length)
}

/** What is joined shows as the word shown last, if it is among it, else as its lowest: "at least so many" stays true. */
function wordFor(block: readonly BandRange[], { last, heard }: Cell): ShownBand {
	const again = last && possibleBand(last, heard)
	const band = block.find((range) => range.band === again)?.band ?? block[0]!.band
	return { band, least: block[0]!.least, most: block.at(-1)!.most }
}

/**
 * For every group of people a word would tell too much of beside all that is known: how many more of them it would take.
 * It tells too much when it shows that so many of a group said it that fewer than `minimum` minus one are left who may not
 * have – unless a single edition tells as much by itself, which the words allow for, or it was known before.
 */
function tells(cell: Cell, shown: ShownBand): number[] {
	const { sizes, minimum } = cell
	const next = tellingOf(cell, shown)
	const known = believable(sizes, next, cell.known)
	const all = [...known, next]
	const groups = [...new Set(all.flatMap((one) => one.groups))]
	return groups.flatMap((group) => {
		const size = sizes[group]!
		const allowed = Math.max(size - minimum + 1, ...all.map((one) => aloneOf(sizes, one, group)))
		const canBe = (most: number) => isPossible(sizes, all, new Map([[group, most]])) === true
		if (allowed >= size || canBe(allowed) || canBe(leastOf(sizes, known, group))) return []
		return [Math.max(1, leastOf(sizes, all, group) + minimum - 1 - size)]
	})
}

/** How many of a group one cell tells of by itself: all the others in it may have said it. */
function aloneOf(sizes: readonly number[], { groups, alone }: Told, group: number): number {
	if (!groups.includes(group)) return 0
	return alone - groups.reduce((others, one) => (one === group ? others : others + sizes[one]!), 0)
}

/**
 * What can be true together. Where the team read more between two editions, older words contradict newer ones although
 * nobody came; then a reader can only believe the newer.
 */
function believable(sizes: readonly number[], next: Told, known: readonly Told[]): Told[] {
	if (isPossible(sizes, [...known, next]) !== false) return [...known]
	return known.reduceRight<Told[]>((kept, one) => {
		return isPossible(sizes, [one, ...kept, next]) === false ? kept : [one, ...kept]
	}, [])
}

/** What is known about any of these people, and about others through them. */
function connected(told: readonly Told[], groups: readonly number[]): Told[] {
	const reached = new Set(groups)
	for (let size = 0; size < reached.size;) {
		size = reached.size
		for (const one of told)
			if (one.groups.some((group) => reached.has(group))) one.groups.forEach((at) => reached.add(at))
	}
	return told.filter((one) => one.groups.some((group) => reached.has(group)))
}

function tellingOf(column: Pick<Cell, 'key' | 'groups' | 'isGrown'>, shown: ShownBand): Told {
	const { key, groups, isGrown } = column
	const { band, least, most } = shown
	const alone = isNumber(shown) ? least : isGrown ? AT_LEAST[band] : 0
	return { key, groups, least, most, alone }
}

function isNumber({ least, most }: ShownBand): boolean {
	return least === most
}

function toldBy(
	table: ToldTable,
	before: readonly ToldTable[],
	groupsOf: (heard: readonly string[]) => number[],
): Map<string, Told[]> {
	const columns = table.columns.map((column) => ({
		key: column.key,
		groups: groupsOf(column.heard),
		isGrown: hasOnlyGrown(column, before),
	}))
	return new Map(table.rows.map(({ key, shown }) => [key, columns.map((column, at) => tellingOf(column, shown[at]!))]))
}

/**
 * Whether everybody ever heard in the column still is. Then a word from before is still true, and each word says of today's
 * people "at least so many", older or not.
 */
function hasOnlyGrown({ key, heard }: ToldTable['columns'][number], before: readonly ToldTable[]): boolean {
	const now = new Set(heard)
	return before.every(({ columns }) => {
		const column = columns.find((one) => one.key === key)
		return !column || column.heard.every((person) => now.has(person))
	})
}

function shownIn({ columns, rows }: ToldTable, row: string, column: string): ShownBand | undefined {
	return rows.find(({ key }) => key === row)?.shown[columns.findIndex(({ key }) => key === column)]
}

/** People nobody can tell apart by the columns they were heard in, as groups by number. */
function groupsHeard(tables: readonly Pick<ToldTable, 'columns'>[]) {
	const patterns = new Map<string, string[]>()
	tables.forEach(({ columns }, edition) =>
		columns.forEach(({ heard }, at) => {
			for (const person of heard) patterns.getOrInsertComputed(person, () => []).push(`${edition} ${at}`)
		}),
	)
	const numbers = new Map<string, number>()
	const groupOf = new Map(
		[...patterns].map(([person, pattern]) => [person, numbers.getOrInsertComputed(pattern.join(), () => numbers.size)]),
	)
	const sizes = Array.from({ length: numbers.size }, () => 0)
	for (const group of groupOf.values()) sizes[group]! += 1
	const groupsOf = (heard: readonly string[]) => [...new Set(heard.map((person) => groupOf.get(person)!))]
	return { sizes, groupsOf }
}
