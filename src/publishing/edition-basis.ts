/** What the numbers of an edition rest on, kept to compare later editions with it. Never public, never exported to the public. */

export type TableBasis = {
	/** Row keys (theme or focus theme slugs) and column keys (sector slugs), in order. */
	rows: string[]
	columns: string[]
	/** Speaker ids behind each cell: `cells[row][column]`. */
	cells: string[][][]
}

export type EditionBasis = {
	version: 1
	/** Everybody heard up to then, by sector slug. */
	heard: Record<string, string[]>
	tables: Record<string, TableBasis>
}
