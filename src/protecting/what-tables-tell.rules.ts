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
import { possibleBand, rangesOfBands, type Band, type BandRange } from './bands.rules.ts'
import { findNumbers, leastOf } from './possible-numbers.rules.ts'
import {
	aloneOf,
	connected,
	groupsHeard,
	hasOnlyGrown,
	isNumber,
	shownIn,
	tellingOf,
	toldBy,
	type ShownBand,
	type Told,
	type ToldColumn,
	type ToldTable,
} from './told-cells.rules.ts'

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
		return { ...shown, missing: isHidden ? 0 : missingFor(cell, shown) }
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

type Cell = ToldColumn & {
	sizes: readonly number[]
	/** Whatever was told about any of those who could be in the cell. */
	known: readonly Told[]
	heard: number
	/** The word shown last. */
	last: Band | null
	minimum: number
}

function chosenFor(cell: Cell, count: number): ChosenBand {
	const ranges = rangesOfBands(cell.heard)
	const judged = new Map<string, boolean>()
	const isTelling = (word: ShownBand) =>
		judged.getOrInsertComputed(`${word.least} ${word.most}`, () => toldTooMuch(cell, word).length > 0)
	const fresh = ranges.find(({ least, most }) => count >= least && count <= most)!
	const blocks = divisionsOf(ranges)
		.map((division) => division.map((block) => wordFor(block, cell)))
		.find((division) => division.length === 1 || !division.some(isTelling))!
	const shown = blocks.find(({ least, most }) => count >= least && count <= most)!
	return { ...shown, fresh: fresh.band, missing: shown.band === fresh.band ? 0 : missingFor(cell, fresh) }
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
 * The first group of people a word would tell too much of beside all that is known; none where it does not. It tells too much
 * when it shows that so many of a group said it that fewer than `minimum` minus one are left who may not have – unless a
 * single edition tells as much by itself, which the words allow for, or it was known before. `all` looks for every such group.
 */
function toldTooMuch(cell: Cell, shown: ShownBand, all = false): number[] {
	const { sizes } = cell
	const told = together(cell, shown)
	const allowed = sizes.map((size, group) => Math.min(size, allowedOf(cell, told, group)))
	if (findNumbers(allowed, told)) return []
	const open = new Set(told.flatMap(({ groups }) => groups).filter((group) => allowed[group]! < sizes[group]!))
	const isOpenTo = (group: number, most: number) => {
		const numbers = findNumbers(sizes.with(group, most), told)
		for (const one of numbers ? open : []) if (numbers![one]! <= allowed[one]!) open.delete(one)
		return Boolean(numbers)
	}
	const found: number[] = []
	for (const group of open) {
		if (isOpenTo(group, allowed[group]!) || isOpenTo(group, leastOf(sizes, told.slice(1), group))) continue
		found.push(group)
		if (!all) break
	}
	return found
}

/** So many more people in the groups it tells of would make it safe; 0 where it is. */
function missingFor(cell: Cell, shown: ShownBand): number {
	const told = together(cell, shown)
	const missing = toldTooMuch(cell, shown, true).map(
		(group) => leastOf(cell.sizes, told, group) + cell.minimum - 1 - cell.sizes[group]!,
	)
	return missing.length === 0 ? 0 : Math.max(1, ...missing)
}

function allowedOf({ sizes, minimum }: Cell, told: readonly Told[], group: number): number {
	return Math.max(0, sizes[group]! - minimum + 1, ...told.map((one) => aloneOf(sizes, one, group)))
}

/**
 * What can be true together, the new word first. Where the team read more between two editions, older words contradict newer
 * ones although nobody came; then a reader can only believe the newer.
 */
function together(cell: Cell, shown: ShownBand): Told[] {
	const next = tellingOf(cell, shown)
	const all = [next, ...cell.known.toReversed()]
	if (findNumbers(cell.sizes, all) !== null) return all
	return all.reduce<Told[]>(
		(kept, one) => (findNumbers(cell.sizes, [...kept, one]) === null ? kept : [...kept, one]),
		[],
	)
}
