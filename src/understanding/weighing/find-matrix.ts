/** Theme by who spoke: the heart of the analysis. */
import { sql, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { PACK_AGE_BANDS } from '#method/age-bands.ts'
import type { Wording } from '#people/tables.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import { findFormats } from '#listening/find-formats.ts'
import { STANCES } from '../tables.ts'
import { findTallies, rowsByNumber } from './find-tallies.ts'
import { findThemeHeads, topOf, type ThemeHead } from './find-theme-heads.ts'
import { countTallies, type CellCounts, type CountedTallies, type MatrixCount } from './matrix.rules.ts'

export const MATRIX_COLUMNS = ['sector', 'district', 'format', 'role', 'stance', 'age'] as const
export type MatrixColumns = (typeof MATRIX_COLUMNS)[number]
export { MATRIX_COUNTS, type MatrixCount } from './matrix.rules.ts'

export type MatrixColumn = {
	/** Slug of the sector, district or role; the format or stance itself; empty for "not known". */
	key: string
	/** Null where the page has the word: stances, "not known". */
	label: Wording | null
	/** Distinct persons who said anything coded in this column. */
	persons: number
	/** Distinct persons heard in this column, coded or not; for stances those of `persons`. */
	heard: number
}

export type MatrixRow = {
	theme: { slug: string; label: string; depth: number; colour: string }
	/** One number per column. */
	cells: number[]
	/** Mean intensity of the passages of each cell, 1 to 3; null where there are none. */
	intensities: (number | null)[]
	/** What the cells add up to. */
	sum: number
	/** Counted once each, however many cells they are in. */
	distinct: number
}

export type Matrix = {
	columns: MatrixColumn[]
	count: MatrixCount
	rows: MatrixRow[]
	/** What each column adds up to, and all of them. */
	sums: number[]
	sum: number
	/** Of each column, and of all, counted once each. */
	distinctByColumn: number[]
	distinct: number
}

export type FindMatrix = {
	columns: MatrixColumns
	count: MatrixCount
	roundId?: string | undefined
	/** Only people of this sector. */
	sectorId?: string | undefined
	/** What is coded with a sub-theme counts for the theme at the top, everybody once. */
	isRolledUp?: boolean
}

/** What a coding's column is, read from coding, speaker and conversation. A speaker without district has the conversation's. */
export const COLUMN_OF: Record<MatrixColumns, SQL> = {
	sector: sql`speaker.sector_id::text`,
	district: sql`coalesce(speaker.district_id, conversation.district_id)::text`,
	format: sql`conversation.format`,
	role: sql`speaker.role_id::text`,
	stance: sql`coding.stance`,
	age: sql`speaker.age_band`,
}

/**
 * Counts every theme by every column. One person stands in one sector, district, format and role, but may carry several
 * themes and several stances: there the sums count them more than once, and `distinct` once.
 */
export async function findMatrix(
	db: MunicipalityDatabase,
	{ columns: by, count, roundId, sectorId, isRolledUp = false }: FindMatrix,
): Promise<Matrix> {
	const ofRound = sql`${roundId ? sql`conversation.round_id = ${roundId}` : sql`true`}
		and ${sectorId ? sql`speaker.sector_id = ${sectorId}` : sql`true`}`
	const isByStance = by === 'stance'
	const { groups, themeIds } = await findTallies(db, isByStance ? sql`''` : COLUMN_OF[by], ofRound)
	const themes = await findThemeHeads(db)
	const shown = isRolledUp ? themes.filter(({ depth }) => depth === 0) : themes
	const place = new Map(shown.map(({ id }, row) => [id, row]))
	const rowOf = rowsByNumber(themeIds, (id) => place.get(isRolledUp ? topOf(themes, id) : id))
	const stanceCount = isByStance ? STANCES.length : undefined
	const counted = countTallies({ groups: groups.map(({ bytes }) => bytes), stanceCount, rowOf, rowCount: shown.length })
	const found = new Map((isByStance ? STANCES : groups.map(({ key }) => key)).map((key, column) => [key, column]))
	const heard = await findHeard(db, by, ofRound)
	return toMatrix({ counted, found, heard, known: await findMatrixColumns(db, by), themes: shown, count })
}

export type ColumnKey = { id: string | null; key: string; label: Wording | null }

/** How many people each column could have been said by. */
async function findHeard(
	db: MunicipalityDatabase,
	by: MatrixColumns,
	ofRound: SQL,
): Promise<Map<string | null, number>> {
	if (by === 'stance') return new Map()
	const { rows } = await db.execute<{ column: string | null; persons: number }>(sql`
		select ${COLUMN_OF[by]} as column, count(*)::int as persons
		from speaker join conversation on conversation.id = speaker.conversation_id
		where not speaker.is_moderator and ${speakerAllows('analyse')} and ${ofRound}
		group by 1`)
	return new Map(rows.map(({ column, persons }) => [column, persons]))
}

/** What a matrix can have as columns, in their order. */
export async function findMatrixColumns(db: MunicipalityDatabase, by: MatrixColumns): Promise<ColumnKey[]> {
	if (by === 'format') return (await findFormats(db)).map(({ kind, label }) => ({ id: kind, key: kind, label }))
	if (by === 'stance') return STANCES.map((key) => ({ id: key, key, label: null }))
	if (by === 'age') return PACK_AGE_BANDS.map(({ key, label }) => ({ id: key, key, label }))
	const table = sql.identifier(by)
	const label = by === 'district' ? sql`jsonb_build_object('de', name)` : sql`label`
	const { rows } = await db.execute<ColumnKey>(sql`
		select id::text, slug as key, ${label} as label from ${table} order by position, slug`)
	return rows
}

type Counted = {
	counted: CountedTallies
	/** Which counted column stands for which key. */
	found: Map<string | null, number>
	heard: Map<string | null, number>
	known: ColumnKey[]
	themes: ThemeHead[]
	count: MatrixCount
}

function toMatrix({ counted, found, heard, known, themes, count }: Counted): Matrix {
	const at = (row?: number, id?: string | null) => {
		const column = id === undefined ? undefined : found.get(id)
		return id !== undefined && column === undefined ? NOTHING : counted.at(row, column)
	}
	const isUsed = ({ id }: Pick<ColumnKey, 'id'>) => at(undefined, id).passages > 0 || heard.has(id)
	const unknown: ColumnKey[] = at(undefined, null).passages > 0 ? [{ id: null, key: '', label: null }] : []
	// A role dictionary is long: roles nobody has are left out, other columns show who has not been heard.
	const keys = [...(isLong(known) ? known.filter(isUsed) : known), ...unknown]
	const rows = themes.flatMap(({ id: _, parentId: __, position: ___, isArchived, ...theme }, row): MatrixRow[] => {
		if (isArchived && at(row).passages === 0) return []
		const cells = keys.map(({ id }) => at(row, id)[count])
		const intensities = keys.map(({ id }) => meanIntensity(at(row, id)))
		return [{ theme, cells, intensities, sum: total(cells), distinct: at(row)[count] }]
	})
	const sums = keys.map((_, column) => total(rows.map(({ cells }) => cells[column]!)))
	return {
		columns: keys.map(({ id, key, label }) => {
			const { persons } = at(undefined, id)
			return { key, label, persons, heard: Math.max(persons, heard.get(id) ?? 0) }
		}),
		count,
		rows,
		sums,
		sum: total(sums),
		distinctByColumn: keys.map(({ id }) => at(undefined, id)[count]),
		distinct: at()[count],
	}
}

const NOTHING: CellCounts = { persons: 0, voices: 0, passages: 0, intensities: 0 }

function meanIntensity({ intensities, passages }: CellCounts): number | null {
	return passages === 0 ? null : intensities / passages
}

function isLong(columns: readonly unknown[]): boolean {
	return columns.length > 12
}

function total(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0)
}
