/**
 * What an edition rests on, kept to compare later editions with it. Never public; it leaves the database only in the
 * municipality's own package, because editions are compared after a move, too.
 */

export type TableBasis = {
	/** Row keys (theme or focus theme slugs) and column keys (sector slugs), in order. */
	rows: string[]
	columns: string[]
	/** Speaker ids behind each cell: `cells[row][column]`. */
	cells: string[][][]
}

/** A quote as it was printed, and whose it was. */
export type QuoteBasis = { id: string; speakerId: string; voiceId: string; label: string }

export type EditionBasis = {
	version: 1
	/** Everybody heard up to then, by sector slug. */
	heard: Record<string, string[]>
	tables: Record<string, TableBasis>
	quotes?: QuoteBasis[]
}
