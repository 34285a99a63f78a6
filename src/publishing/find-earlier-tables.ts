/** What earlier editions showed and stood on, and the words of the tables. */
import { and, asc, eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { districts, sectors } from '#people/tables.ts'
import { themes } from '#understanding/tables.ts'
import type { EditionContent } from './edition-content.ts'
import type { Basis, TableMode } from './public-tables.rules.ts'
import type { TableWords } from './tables-in-content.rules.ts'
import { editions } from './tables.ts'

export type EarlierTables = { edition: number; content: EditionContent; basis: Basis; mode: TableMode }

/** All editions of the round, oldest first; other rounds heard other people. */
export async function findEarlierTables(db: MunicipalityDatabase, roundId: string): Promise<EarlierTables[]> {
	const rows = await db
		.select({ edition: editions.number, content: editions.content, basis: editions.basis, mode: editions.tableMode })
		.from(editions)
		.where(and(eq(editions.roundId, roundId)))
		.orderBy(asc(editions.number))
	return rows.map((row) => ({ ...row, basis: row.basis ?? { heard: {}, tables: {} } }))
}

/** In German, as everything in an edition. */
export async function findTableWords(db: MunicipalityDatabase): Promise<TableWords> {
	const sectorRows = await db.select({ slug: sectors.slug, label: sectors.label }).from(sectors)
	const districtRows = await db.select({ slug: districts.slug, name: districts.name }).from(districts)
	const themeRows = await db
		.select({ slug: themes.slug, label: themes.label, definition: themes.definition })
		.from(themes)
	return {
		sectors: new Map(sectorRows.map(({ slug, label }) => [slug, label.de])),
		districts: new Map(districtRows.map(({ slug, name }) => [slug, name])),
		themes: new Map(themeRows.map(({ slug, ...words }) => [slug, words])),
	}
}
