/**
 * What the numbers of several editions tell together that none of them tells alone. Pure.
 *
 * No sum or difference of all numbers ever shown may come down to a handful of people, whatever else is left open. Source:
 * reference on disclosure control, section 5 (differencing guard).
 */
import { SMALLEST_CELL } from './public-table.rules.ts'

export type NumberTable = {
	columns: readonly string[]
	/** People in each cell, and what is shown of it: a number, or null where it is hidden. */
	rows: readonly {
		key: string
		cells: readonly (readonly string[])[]
		numbers: readonly (number | null)[]
		total: number | null
	}[]
}

export type Handful = {
	/** The earlier edition it is compared with. */
	edition: number
	row: string
	/** Empty when it takes several columns to see it. */
	column: string
	/** So many more people in the difference would make it safe. */
	missing: number
}

export type EarlierNumbers = { edition: number; table: NumberTable }

/** Handfuls of people that stand between the next table and earlier ones. */
export function findHandfuls(earlier: readonly EarlierNumbers[], next: NumberTable): Handful[] {
	const moved = earlier.flatMap(({ edition, table }) => movedCells(table, next).map((cell) => ({ edition, ...cell })))
	return [...moved, ...smallGroups(earlier, next)]
}

type Found = Omit<Handful, 'edition'>

function movedCells(before: NumberTable, next: NumberTable): Found[] {
	const rowsBefore = new Map(before.rows.map((row) => [row.key, row]))
	return next.rows.flatMap((row) => {
		const old = rowsBefore.get(row.key)
		if (!old) return []
		return next.columns.flatMap((column, to) => {
			const from = before.columns.indexOf(column)
			const cell = (of: typeof row, at: number): Cell => ({ people: of.cells[at]!, number: of.numbers[at]! })
			const few = from < 0 ? null : handful(cell(old, from), cell(row, to))
			return few ? [{ row: row.key, column, missing: SMALLEST_CELL - few }] : []
		})
	})
}

type Cell = { people: readonly string[]; number: number | null }

/** A difference of two numbers is a number of people, too. */
function handful(before: Cell, next: Cell): number | null {
	if (before.number === null || next.number === null) return null
	const sizes = [without(next.people, before.people).length, without(before.people, next.people).length]
	return sizes.find((size) => size > 0 && size < SMALLEST_CELL) ?? null
}

function without(people: readonly string[], others: readonly string[]): string[] {
	const known = new Set(others)
	return people.filter((one) => !known.has(one))
}

/**
 * Every number ever shown for a row is an equation over the people who are in the same cells of all editions. A group of
 * a few of them is given away when adding and subtracting equations leaves just that group.
 */
function smallGroups(earlier: readonly EarlierNumbers[], next: NumberTable): Handful[] {
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
		return told ? [{ edition: last, row: key, column: '', missing: 1 }] : []
	})
}

type PeopleSet = { people: ReadonlySet<string>; isShown: boolean }

function setsOf(table: NumberTable, key: string): PeopleSet[] {
	const row = table.rows.find((one) => one.key === key)
	if (!row) return []
	const cells = row.cells.map((people, at) => ({ people: new Set(people), isShown: row.numbers[at] !== null }))
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
