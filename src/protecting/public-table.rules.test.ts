import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import solver from 'javascript-lp-solver'
import { protectTable, rangesOf, type ShownTable, type TableOfPeople } from './public-table.rules.ts'

/** Council, residents, teachers by three themes; source: reference on qualitative analysis, section 6. */
const ORACLE: TableOfPeople = {
	cells: [
		[1, 6, 5],
		[8, 9, 7],
		[4, 2, 6],
	],
	hasColumnTotals: true,
	smallest: 3,
}

/** All totals shown, and all cells but these. */
function hiding({ cells }: TableOfPeople, hidden: [number, number][]): ShownTable {
	const sum = (row: readonly number[]) => row.reduce((all, one) => all + one, 0)
	const columns = cells[0]!.map((_, c) => sum(cells.map((row) => row[c]!)))
	return {
		cells: cells.map((row, r) => row.map((value, c) => (hidden.some(([x, y]) => x === r && y === c) ? null : value))),
		rowTotals: cells.map(sum),
		columnTotals: columns,
		total: sum(columns),
	}
}

test('hiding only the small cells hides nothing: their rows and columns give them back', () => {
	const found = rangesOf(
		ORACLE,
		hiding(ORACLE, [
			[0, 0],
			[2, 1],
		]),
	)
	assert.deepEqual(
		[found[0]![0], found[2]![1]],
		[
			{ least: 1, most: 1 },
			{ least: 2, most: 2 },
		],
	)
})

test('with two more hidden, each of the four may be one of six numbers', () => {
	const found = rangesOf(
		ORACLE,
		hiding(ORACLE, [
			[0, 0],
			[0, 1],
			[2, 0],
			[2, 1],
		]),
	)
	assert.deepEqual(found[0], [{ least: 0, most: 5 }, { least: 2, most: 7 }, null])
	assert.deepEqual(found[2], [{ least: 0, most: 5 }, { least: 1, most: 6 }, null])
})

test('the tool finds such a set of cells by itself, and hides no more than it must', () => {
	const shown = protectTable(ORACLE)
	const hidden = shown.cells.flat().filter((cell) => cell === null).length
	assert.equal(hidden, 4)
	assert.deepEqual([shown.cells[0]![0], shown.cells[2]![1]], [null, null])
	assert.equal(shown.total, 48)
})

test('a row with a few people only hides its total, too, and a cell with everybody in it is hidden', () => {
	const few = protectTable({
		cells: [
			[2, 0, 1],
			[20, 30, 40],
		],
		hasColumnTotals: false,
	})
	assert.deepEqual([few.cells[0]![0], few.cells[0]![2], few.rowTotals[0]], [null, null, null])
	assert.deepEqual(few.cells[1], [20, 30, 40])
	const all = protectTable({ cells: [[12, 30, 40, 25]], heard: [12, 60, 60, 60], hasColumnTotals: false })
	assert.equal(all.cells[0]![0], null)
})

const anyTable = fc
	.record({
		rows: fc.integer({ min: 1, max: 5 }),
		columns: fc.integer({ min: 2, max: 5 }),
		hasColumnTotals: fc.boolean(),
		isBounded: fc.boolean(),
	})
	.chain(({ rows, columns, hasColumnTotals, isBounded }) => {
		const cell = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 30 }))
		const heard = fc.array(fc.integer({ min: 30, max: 60 }), { minLength: columns, maxLength: columns })
		return fc
			.tuple(
				fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
				heard,
			)
			.map(([cells, known]): TableOfPeople => ({ cells, hasColumnTotals, ...(isBounded ? { heard: known } : {}) }))
	})

test('no small cell is shown, and no hidden one can be bounded more tightly than five numbers', () => {
	fc.assert(
		fc.property(anyTable, (table) => {
			const shown = protectTable(table)
			const ranges = rangesOf(table, shown)
			for (const [r, row] of table.cells.entries()) {
				for (const [c, value] of row.entries()) {
					if (shown.cells[r]![c] === null) assert.ok(ranges[r]![c]!.most - ranges[r]![c]!.least >= 4)
					else assert.ok(value === 0 || value >= 5)
				}
			}
			assert.ok(
				[...shown.rowTotals, ...(shown.columnTotals ?? [])].every((one) => one === null || one === 0 || one >= 5),
			)
		}),
		{ numRuns: 300 },
	)
})

test('an attacker with linear programming finds exactly the ranges the tool reckons with', () => {
	fc.assert(
		fc.property(anyTable, (table) => {
			const shown = protectTable(table)
			const ranges = rangesOf(table, shown)
			for (const [r, row] of shown.cells.entries()) {
				for (const [c, value] of row.entries()) {
					if (value !== null) continue
					const { least, most } = ranges[r]![c]!
					assert.equal(solve(table, shown, [r, c], 'min'), least)
					if (most < Infinity) assert.equal(solve(table, shown, [r, c], 'max'), most)
				}
			}
		}),
		{ numRuns: 60 },
	)
})

/** What the attacker knows: every number shown is the sum of its cells, nobody is counted less than once. */
function solve(
	table: TableOfPeople,
	shown: ShownTable,
	[row, column]: [number, number],
	opType: 'min' | 'max',
): number {
	const constraints: Record<string, { equal?: number; max?: number }> = {}
	const variables: Record<string, Record<string, number>> = {}
	const known = (numbers: readonly (number | null)[]) => numbers.reduce<number>((sum, number) => sum + (number ?? 0), 0)
	const columns = table.cells[0]!.map((_, c) => c)
	for (const [r, total] of shown.rowTotals.entries())
		if (total !== null) constraints[`row ${r}`] = { equal: total - known(shown.cells[r]!) }
	for (const c of columns) {
		const total = shown.columnTotals?.[c] ?? null
		if (total !== null) constraints[`column ${c}`] = { equal: total - known(shown.cells.map((one) => one[c]!)) }
	}
	if (shown.total !== null) constraints['all'] = { equal: shown.total - known(shown.cells.flat()) }
	for (const [r, cells] of shown.cells.entries()) {
		for (const [c, value] of cells.entries()) {
			if (value !== null) continue
			const name = `${r} ${c}`
			if (table.heard) constraints[`most ${name}`] = { max: table.heard[c]! }
			variables[name] = {
				[`row ${r}`]: 1,
				[`column ${c}`]: 1,
				all: 1,
				[`most ${name}`]: 1,
				aim: r === row && c === column ? 1 : 0,
			}
		}
	}
	const solved = solver.Solve({ optimize: 'aim', opType, constraints, variables }) as { result: number }
	return Math.round(solved.result * 1000) / 1000
}
