/**
 * What two editions tell together that none of them tells alone. Pure.
 *
 * Whoever keeps both knows roughly who was heard between them. So a word or a number in a table may only move when enough
 * people came (or went) in its column that it could have been any of them; and no sum or difference of all numbers ever
 * shown may come down to a handful. Source: reference on disclosure control, section 5 (differencing guard).
 */
import { AT_LEAST, AT_MOST, BANDS, LEFT_OPEN, type Band } from './bands.rules.ts'
import { SMALLEST_CELL } from './public-table.rules.ts'

export type PeopleTable = {
	/** Everybody heard who could be in the column; merged columns are one. */
	columns: readonly { key: string; heard: readonly string[] }[]
	/** People in each cell, and what is shown of it; a number that is null is hidden or told as a band only. */
	rows: readonly {
		key: string
		cells: readonly (readonly string[])[]
		bands: readonly Band[]
		numbers?: readonly (number | null)[]
		total?: number | null
	}[]
}

export type Leak = {
	/** The earlier edition it is compared with. */
	edition: number
	row: string
	/** Empty when it takes several columns to see it. */
	column: string
	because: 'too-few-new-people' | 'all-new-people' | 'small-group'
	/** So many more people in the column would make it safe. */
	missing: number
}

export type EarlierTable = { edition: number; table: PeopleTable }

/** What the next table would give away beside each earlier one; `minimum` is the municipality's number of people. */
export function compareTables(earlier: readonly EarlierTable[], next: PeopleTable, minimum: number): Leak[] {
	const moved = earlier.flatMap(({ edition, table }) =>
		movedCells(table, next, minimum).map((leak) => ({ edition, ...leak })),
	)
	return [...moved, ...smallGroups(earlier, next)]
}

type Found = Omit<Leak, 'edition'>

function movedCells(before: PeopleTable, next: PeopleTable, minimum: number): Found[] {
	const rowsBefore = new Map(before.rows.map((row) => [row.key, row]))
	return next.rows.flatMap((row) => {
		const old = rowsBefore.get(row.key)
		if (!old) return []
		return next.columns.flatMap(({ key, heard }, to) => {
			const from = before.columns.findIndex((column) => column.key === key)
			const cell = (of: typeof row, at: number, group: readonly string[]): Cell => {
				return { people: of.cells[at]!, heard: group, band: of.bands[at]!, number: of.numbers?.[at] ?? null }
			}
			if (from < 0) return []
			const leak = leakIn(cell(old, from, before.columns[from]!.heard), cell(row, to, heard), minimum)
			return leak ? [{ row: row.key, column: key, ...leak }] : []
		})
	})
}

type Cell = { people: readonly string[]; heard: readonly string[]; band: Band; number: number | null }

function leakIn(before: Cell, next: Cell, minimum: number): Pick<Leak, 'because' | 'missing'> | null {
	const [was, is] = [before.band, next.band]
	const areNumbers = before.number !== null && next.number !== null
	if (was === is && (!areNumbers || before.number === next.number)) return areNumbers ? handful(before, next) : null
	const isUp = areNumbers ? next.number! > before.number! : BANDS.indexOf(is) > BANDS.indexOf(was)
	const [less, more] = isUp ? [before, next] : [next, before]
	const changed = without(more.heard, less.heard).length
	// Where nobody came, it can have been anybody of before.
	const crowd = changed > 0 ? changed : less.heard.length
	if (crowd < minimum) return { because: 'too-few-new-people', missing: minimum - crowd }
	const least = areNumbers ? more.number! - less.number! : AT_LEAST[more.band] - AT_MOST[less.band]
	if (least > crowd - LEFT_OPEN) return { because: 'all-new-people', missing: least - crowd + LEFT_OPEN }
	return areNumbers ? handful(before, next) : null
}

/** A difference of two numbers is a number of people, too. */
function handful(before: Cell, next: Cell): Pick<Leak, 'because' | 'missing'> | null {
	const sizes = [without(next.people, before.people).length, without(before.people, next.people).length]
	const few = sizes.find((size) => size > 0 && size < SMALLEST_CELL)
	return few === undefined ? null : { because: 'small-group', missing: SMALLEST_CELL - few }
}

function without(people: readonly string[], others: readonly string[]): string[] {
	const known = new Set(others)
	return people.filter((one) => !known.has(one))
}

/**
 * Every number ever shown for a row is an equation over the people who are in the same cells of all editions. A group of
 * a few of them is given away when adding and subtracting equations leaves just that group.
 */
function smallGroups(earlier: readonly EarlierTable[], next: PeopleTable): Leak[] {
	const last = earlier.at(-1)?.edition ?? 0
	return next.rows.flatMap(({ key }) => {
		const sets = [...earlier.map(({ table }) => table), next].flatMap((table) => setsOf(table, key))
		if (!sets.some(({ isShown }) => isShown)) return []
		const atoms = atomsOf(sets.map(({ people }) => people))
		const sums = reduced(sets.filter(({ isShown }) => isShown).map(({ people }) => vectorOf(people, atoms)))
		const groups = sets.flatMap((one) =>
			sets.map((other) => (one === other ? [...one.people] : without([...one.people], [...other.people]))),
		)
		const told = groups.some(
			(group) => group.length > 0 && group.length < SMALLEST_CELL && isSum(vectorOf(new Set(group), atoms), sums),
		)
		return told ? [{ edition: last, row: key, column: '', because: 'small-group' as const, missing: 1 }] : []
	})
}

type PeopleSet = { people: ReadonlySet<string>; isShown: boolean }

function setsOf(table: PeopleTable, key: string): PeopleSet[] {
	const row = table.rows.find((one) => one.key === key)
	if (!row?.numbers) return []
	const cells = row.cells.map((people, at) => ({ people: new Set(people), isShown: row.numbers?.[at] !== null }))
	return [...cells, { people: new Set(row.cells.flat()), isShown: typeof row.total === 'number' }]
}

/** People nobody can tell apart by the sets they are in, by a number each. */
function atomsOf(sets: readonly ReadonlySet<string>[]): Map<string, number> {
	const people = new Set(sets.flatMap((set) => [...set]))
	const numbers = new Map<string, number>()
	const atomOf = (one: string) => {
		const pattern = sets.map((set) => (set.has(one) ? 1 : 0)).join('')
		return numbers.getOrInsertComputed(pattern, () => numbers.size)
	}
	return new Map([...people].map((one) => [one, atomOf(one)]))
}

function vectorOf(people: ReadonlySet<string>, atoms: ReadonlyMap<string, number>): number[] {
	const vector = Array.from({ length: Math.max(0, ...atoms.values()) + 1 }, () => 0)
	for (const one of people) vector[atoms.get(one)!] = 1
	return vector
}

const TINY = 1e-9

/** Gauss: the same sums, each with a place where it alone is not zero. */
function reduced(equations: readonly number[][]): { pivot: number; vector: number[] }[] {
	const basis: { pivot: number; vector: number[] }[] = []
	for (const equation of equations) {
		const vector = remainder(equation, basis)
		const pivot = vector.findIndex((value) => Math.abs(value) > TINY)
		if (pivot < 0) continue
		const unit = vector.map((value) => value / vector[pivot]!)
		for (const other of basis) other.vector = minus(other.vector, unit, other.vector[pivot]!)
		basis.push({ pivot, vector: unit })
	}
	return basis
}

function remainder(vector: readonly number[], basis: readonly { pivot: number; vector: number[] }[]): number[] {
	return basis.reduce<number[]>((left, { pivot, vector: known }) => minus(left, known, left[pivot]!), [...vector])
}

function minus(vector: readonly number[], other: readonly number[], times: number): number[] {
	return vector.map((value, at) => value - times * other[at]!)
}

function isSum(vector: readonly number[], basis: readonly { pivot: number; vector: number[] }[]): boolean {
	return remainder(vector, basis).every((value) => Math.abs(value) <= TINY)
}
