/**
 * What an edition rests on, kept to compare later editions with it. Never public; it leaves the database only in the
 * municipality's own package, because editions are compared after a move, too.
 */

import type { Band } from '#protecting/bands.rules.ts'

export type TableBasis = {
	/** Row keys (theme slugs, focus theme ids) and column keys (sector slugs), in order. */
	rows: string[]
	columns: string[]
	/** Speaker ids behind each cell: `cells[row][column]`. */
	cells: string[][][]
	/** Everybody heard in each column, where columns are no sectors. */
	heard?: string[][]
	/** Bands shown that are not those of the cells, because these would have given somebody away; null elsewhere. */
	held?: (Band | null)[][]
	/** What a reader knows by each band: of those heard in the column at least and at most so many. */
	told?: [number, number][][]
	/** What was shown as numbers, by cell and as row totals; absent where bands were shown. */
	numbers?: { cells: (number | null)[][]; totals: (number | null)[] }
}

/** A quote as it was printed, and whose it was. */
export type QuoteBasis = { id: string; speakerId: string; voiceId: string; label: string }

/** Tables of the edition's pages, checked when it is frozen. */
export const TABLES = ['themes', 'focus', 'sectors', 'districts'] as const
/** Other ways to cut themes, in bands only; cells that would give somebody away stay as they were, unasked. */
export const FURTHER_TABLES = ['themes-by-district', 'themes-by-format', 'themes-by-role', 'themes-by-stance'] as const
export type TableName = (typeof TABLES)[number] | (typeof FURTHER_TABLES)[number]

export type EditionBasis = {
	version: 1
	/** Everybody heard up to then who may be counted, by sector slug; '' where the sector is not known. */
	heard: Record<string, string[]>
	tables: Partial<Record<TableName, TableBasis>>
	quotes?: QuoteBasis[]
}
