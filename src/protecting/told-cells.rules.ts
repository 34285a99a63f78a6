/** What every cell of every table ever shown has told of the people heard. Pure. */
import { AT_LEAST, type Band } from './bands.rules.ts'
import type { Sum } from './possible-numbers.rules.ts'

/** A word as it is shown, and what a reader knows by it: of those heard in the column, so many, both ends included. */
export type ShownBand = { band: Band; least: number; most: number }

export type ToldTable = {
	columns: readonly { key: string; heard: readonly string[] }[]
	/** A cell shown as a number has that number at both ends, a hidden one everything from nobody to all. */
	rows: readonly { key: string; shown: readonly ShownBand[] }[]
}

/** A cell that was shown: who could be in it, by groups of people who were always heard together, and what it told. */
export type Told = Sum & {
	key: string
	/** So many at least by this cell alone; 0 where the word may be older than the people. */
	alone: number
}

/** A column with the groups heard in it, and whether it has only grown. */
export type ToldColumn = { key: string; groups: readonly number[]; isGrown: boolean }

/** What is known about any of these people, and about others through them. */
export function connected(told: readonly Told[], groups: readonly number[]): Told[] {
	const reached = new Set(groups)
	for (let size = 0; size < reached.size;) {
		size = reached.size
		for (const one of told)
			if (one.groups.some((group) => reached.has(group))) one.groups.forEach((at) => reached.add(at))
	}
	return told.filter((one) => one.groups.some((group) => reached.has(group)))
}

/** What a word, or a number, tells in this column. */
export function tellingOf(column: ToldColumn, shown: ShownBand): Told {
	const { key, groups, isGrown } = column
	const { band, least, most } = shown
	const alone = isNumber(shown) ? least : isGrown ? AT_LEAST[band] : 0
	return { key, groups, least, most, alone }
}

/** One number and nothing else. */
export function isNumber({ least, most }: ShownBand): boolean {
	return least === most
}

/** What a table told, by row. */
export function toldBy(
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
export function hasOnlyGrown({ key, heard }: ToldTable['columns'][number], before: readonly ToldTable[]): boolean {
	const now = new Set(heard)
	return before.every(({ columns }) => {
		const column = columns.find((one) => one.key === key)
		return !column || column.heard.every((person) => now.has(person))
	})
}

/** What the table showed in a cell, if it had it. */
export function shownIn({ columns, rows }: ToldTable, row: string, column: string): ShownBand | undefined {
	return rows.find(({ key }) => key === row)?.shown[columns.findIndex(({ key }) => key === column)]
}

/** People nobody can tell apart by the columns they were heard in, as groups by number. */
export function groupsHeard(tables: readonly Pick<ToldTable, 'columns'>[]) {
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

/** How many of a group one cell tells of by itself: all the others in it may have said it. */
export function aloneOf(sizes: readonly number[], { groups, alone }: Told, group: number): number {
	if (!groups.includes(group)) return 0
	return alone - groups.reduce((others, one) => (one === group ? others : others + sizes[one]!), 0)
}
