/**
 * Numbers of people in a public table, with as many of them hidden as it takes. Pure.
 *
 * Source: reference on disclosure control, section 5: small cells are hidden (primary), then others beside them
 * (complementary), until nobody can work out a hidden cell from its row, its column and the totals. The bounds are exact,
 * not estimated: a table with its totals is a network in which numbers flow, and how far one can move while all that is
 * shown stays as it is, is the largest flow around it.
 */

/** Cells of 1 … 4 people are hidden. */
export const SMALLEST_CELL = 5
/** Below this many people heard, public tables never show numbers. */
export const FEWEST_FOR_NUMBERS = 150

export type TableOfPeople = {
	/** People by row and column. */
	cells: readonly (readonly number[])[]
	/** People there are in each column, which everybody may know: no cell is larger. Without it there is no such bound. */
	heard?: readonly number[]
	/** Whether column totals are shown as well as row totals. A person in several rows has no column total. */
	hasColumnTotals: boolean
	smallest?: number
}

/** What is shown; null is hidden. */
export type ShownTable = {
	cells: (number | null)[][]
	rowTotals: (number | null)[]
	columnTotals: (number | null)[] | null
	total: number | null
}

/** The table with numbers hidden until every hidden one could be anything in a range of at least `smallest`. */
export function protectTable(table: TableOfPeople): ShownTable {
	const smallest = table.smallest ?? SMALLEST_CELL
	const edges = edgesOf(table)
	const isSafe = (edge: Edge) => !edge.isPublished || !edge.isHidden || widthOf(rangeOf(edges, edge)) >= smallest - 1
	for (const edge of edges) if (edge.isPublished && isSmall(edge, smallest)) edge.isHidden = true
	const primary = new Set(edges.filter(({ isHidden }) => isHidden))
	for (let open = edges.find((edge) => !isSafe(edge)); open; open = edges.find((edge) => !isSafe(edge))) {
		const next = nextToHide(edges, open, smallest)
		if (!next) break
		next.isHidden = true
	}
	const added = edges.filter((edge) => edge.isHidden && edge.isPublished && !primary.has(edge))
	for (const edge of added.toSorted((one, other) => other.value - one.value)) {
		edge.isHidden = false
		if (!edges.every(isSafe)) edge.isHidden = true
	}
	return shownOf(table, edges)
}

/** The smallest and the largest a hidden number can be, for somebody who knows everything that is shown. */
export type Range = { least: number; most: number }

/** Ranges of all hidden numbers of a table as shown: cells by row and column. A cell that is shown has no range. */
export function rangesOf(table: TableOfPeople, shown: ShownTable): (Range | null)[][] {
	const edges = edgesOf(table)
	for (const edge of edges) if (edge.isPublished) edge.isHidden = valueShown(shown, edge.at) === null
	const rangeAt = new Map(edges.filter(({ isHidden }) => isHidden).map((edge) => [edge.at, rangeOf(edges, edge)]))
	return table.cells.map((row, r) => row.map((_, c) => rangeAt.get(`${r} ${c}`) ?? null))
}

type Edge = {
	/** `row column`, with `*` for a total. */
	at: string
	from: string
	to: string
	value: number
	most: number
	isPublished: boolean
	isHidden: boolean
}

/** People flow from the source through rows and columns to the sink and back: every total is what its cells add up to. */
function edgesOf({ cells, heard, hasColumnTotals }: TableOfPeople): Edge[] {
	const columns = cells[0]?.map((_, column) => column) ?? []
	const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0)
	const edge = (at: string, from: string, to: string, value: number, isPublished = true, most = Infinity): Edge => {
		return { at, from, to, value, most, isPublished, isHidden: !isPublished }
	}
	return [
		...cells.flatMap((row, r) =>
			row.map((value, c) => edge(`${r} ${c}`, `row ${r}`, `column ${c}`, value, true, heard?.[c] ?? Infinity)),
		),
		...cells.map((row, r) => edge(`${r} *`, 'source', `row ${r}`, sum(row))),
		...columns.map((c) => edge(`* ${c}`, `column ${c}`, 'sink', sum(cells.map((row) => row[c]!)), hasColumnTotals)),
		edge('* *', 'sink', 'source', sum(cells.map(sum)), hasColumnTotals),
	]
}

/** A few people, or all but nobody of those there are. */
function isSmall({ value, most }: Edge, smallest: number): boolean {
	return value > 0 && (value < smallest || value > most - 2)
}

function widthOf({ least, most }: Range): number {
	return most - least
}

function rangeOf(edges: readonly Edge[], edge: Edge): Range {
	const others = edges.filter((one) => one.isHidden && one !== edge)
	return {
		least: edge.value - Math.min(edge.value, largestFlow(others, edge.from, edge.to)),
		most: edge.value + Math.min(edge.most - edge.value, largestFlow(others, edge.to, edge.from)),
	}
}

/** How much can be moved from one node to the other by changing hidden numbers, none below zero or above what there is. */
function largestFlow(hidden: readonly Edge[], from: string, to: string): number {
	const room = new Map<string, Map<string, number>>()
	const widen = (one: string, other: string, by: number) => {
		const out = room.getOrInsertComputed(one, () => new Map<string, number>())
		out.set(other, (out.get(other) ?? 0) + by)
	}
	for (const edge of hidden) {
		widen(edge.from, edge.to, edge.most - edge.value)
		widen(edge.to, edge.from, edge.value)
	}
	let flow = 0
	for (let path = findPath(room, from, to); path; path = findPath(room, from, to)) {
		const steps = path.slice(1).map((node, at) => [path[at]!, node] as const)
		const by = Math.min(...steps.map(([one, other]) => room.get(one)!.get(other)!))
		if (by === Infinity) return Infinity
		for (const [one, other] of steps) {
			room.get(one)!.set(other, room.get(one)!.get(other)! - by)
			widen(other, one, by)
		}
		flow += by
	}
	return flow
}

/** The shortest way with room on every step. */
function findPath(room: ReadonlyMap<string, ReadonlyMap<string, number>>, from: string, to: string): string[] | null {
	const paths = [[from]]
	const seen = new Set([from])
	for (const path of paths) {
		for (const [next, left] of room.get(path.at(-1)!) ?? []) {
			if (left <= 0 || seen.has(next)) continue
			if (next === to) return [...path, next]
			seen.add(next)
			paths.push([...path, next])
		}
	}
	return null
}

/** What to hide next so that `open` is less exposed: in its own row or column, what makes it safe, else the smallest. */
function nextToHide(edges: readonly Edge[], open: Edge, smallest: number): Edge | undefined {
	const isBeside = (edge: Edge) => [edge.from, edge.to].some((node) => node === open.from || node === open.to)
	const shown = edges
		.filter((edge) => edge.isPublished && !edge.isHidden)
		.toSorted((one, other) => costOf(one) - costOf(other))
	const beside = shown.filter(isBeside)
	const enough = beside.find((edge) => {
		edge.isHidden = true
		const isEnough = widthOf(rangeOf(edges, open)) >= smallest - 1
		edge.isHidden = false
		return isEnough
	})
	return enough ?? beside[0] ?? shown[0]
}

/** Small numbers tell least; nobody at all, and totals, are given up last. */
function costOf({ at, value }: Edge): number {
	return (value === 0 ? 1_000 : value) + (at.includes('*') ? 1_000_000 : 0)
}

function shownOf({ cells, hasColumnTotals }: TableOfPeople, edges: readonly Edge[]): ShownTable {
	const found = new Map(edges.map(({ at, value, isHidden }) => [at, isHidden ? null : value]))
	const at = (key: string) => found.get(key) ?? null
	const columns = cells[0] ?? []
	return {
		cells: cells.map((row, r) => row.map((_, c) => at(`${r} ${c}`))),
		rowTotals: cells.map((_, r) => at(`${r} *`)),
		columnTotals: hasColumnTotals ? columns.map((_, c) => at(`* ${c}`)) : null,
		total: at('* *'),
	}
}

function valueShown({ cells, rowTotals, columnTotals, total }: ShownTable, at: string): number | null {
	const [row, column] = at.split(' ') as [string, string]
	if (row === '*') return column === '*' ? total : (columnTotals?.[Number(column)] ?? null)
	return (column === '*' ? rowTotals[Number(row)] : cells[Number(row)]?.[Number(column)]) ?? null
}
