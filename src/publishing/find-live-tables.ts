/** The public tables as the live edition froze them; before the first one, as it would. */
import { desc } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import type { Wording } from '#people/tables.ts'
import { findRounds } from '#listening/find-rounds.ts'
import { themes } from '#understanding/tables.ts'
import { findMatrixColumns, type ColumnKey, type MatrixColumns } from '#understanding/weighing/find-matrix.ts'
import type { Band } from '#protecting/bands.rules.ts'
import type { TableName } from './edition-basis.ts'
import { findTableBasis } from './find-table-basis.ts'
import { bandsOf, sectorsIn, type Basis } from './public-tables.rules.ts'
import { editions } from './tables.ts'

/** Ages are asked of few and shown to nobody. */
export type PublicColumns = Exclude<MatrixColumns, 'age'>

export type PublicMatrix = {
	by: PublicColumns
	/** The edition's number; null while nothing has been published. */
	edition: number | null
	columns: { key: string; label: Wording | null }[]
	rows: {
		theme: { slug: string; label: string; colour: string; depth: number }
		bands: Band[]
		/** Where the edition shows numbers; null is hidden. */
		numbers?: (number | null)[]
		total?: number | null
	}[]
}

/**
 * Themes by one kind of column. What is shown is frozen: counted anew at any moment, a public table would tell of everybody
 * who spoke between two calls.
 *
 * @throws {Problem} `edition-missing` before the first round
 */
export async function findLiveTables(db: MunicipalityDatabase, by: PublicColumns): Promise<PublicMatrix> {
	const { edition, basis } = await liveBasis(db)
	const name: TableName = by === 'sector' ? 'themes' : `themes-by-${by}`
	const table = basis.tables[name]
	if (!table) throw new Problem('not-found', 'edition-missing')
	const columns = new Map((await findMatrixColumns(db, by)).map((column) => [column.key, column]))
	const codebook = await db.select({ slug: themes.slug, label: themes.label, colour: themes.colour }).from(themes)
	const themeOf = new Map(codebook.map((theme) => [theme.slug, theme]))
	return {
		by,
		edition,
		columns: table.columns.map((key) => ({
			key,
			label: joined(sectorsIn(key).flatMap((slug) => columns.get(slug) ?? [])),
		})),
		rows: table.rows.map((slug, at) => ({
			theme: { slug, depth: 0, label: themeOf.get(slug)?.label ?? slug, colour: themeOf.get(slug)?.colour ?? '' },
			bands: bandsOf(basis, name, slug),
			...(table.numbers ? { numbers: table.numbers.cells[at]!, total: table.numbers.totals[at]! } : {}),
		})),
	}
}

async function liveBasis(db: MunicipalityDatabase): Promise<{ edition: number | null; basis: Basis }> {
	const [live] = await db
		.select({ number: editions.number, basis: editions.basis })
		.from(editions)
		.orderBy(desc(editions.number))
		.limit(1)
	if (live?.basis) return { edition: live.number, basis: live.basis }
	const [round] = await findRounds(db)
	if (!round) throw new Problem('not-found', 'edition-missing')
	return { edition: null, basis: await findTableBasis(db, round.id, []) }
}

function joined(columns: ColumnKey[]): Wording | null {
	const labels = columns.flatMap(({ label }) => label ?? [])
	if (labels.length === 0) return null
	const words = (language: 'de' | 'en') => labels.map((label) => label[language] ?? label.de).join(' · ')
	return { de: words('de'), en: words('en') }
}
