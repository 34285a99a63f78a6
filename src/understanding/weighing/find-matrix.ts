/** Theme by who spoke: the heart of the analysis. */
import { sql, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { Wording } from '#people/tables.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import { findFormats } from '#listening/find-formats.ts'
import { inTreeOrder } from '../codebook/codebook.rules.ts'
import { STANCES } from '../tables.ts'

export const MATRIX_COLUMNS = ['sector', 'district', 'format', 'role', 'stance'] as const
export type MatrixColumns = (typeof MATRIX_COLUMNS)[number]
export const MATRIX_COUNTS = ['persons', 'voices', 'passages'] as const
export type MatrixCount = (typeof MATRIX_COUNTS)[number]

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

export type FindMatrix = { columns: MatrixColumns; count: MatrixCount; roundId?: string | undefined }

type Counts = Record<MatrixCount, number>
type CountRow = Counts & { theme: string | null; column: string | null; of_all_themes: number; of_all_columns: number }

/** What a coding's column is, read from coding, speaker and conversation. A speaker without district has the conversation's. */
export const COLUMN_OF: Record<MatrixColumns, SQL> = {
	sector: sql`speaker.sector_id::text`,
	district: sql`coalesce(speaker.district_id, conversation.district_id)::text`,
	format: sql`conversation.format`,
	role: sql`speaker.role_id::text`,
	stance: sql`coding.stance`,
}

/**
 * Counts every theme by every column. One person stands in one sector, district, format and role, but may carry several
 * themes and several stances: there the sums count them more than once, and `distinct` once.
 */
export async function findMatrix(
	db: MunicipalityDatabase,
	{ columns: by, count, roundId }: FindMatrix,
): Promise<Matrix> {
	const ofRound = roundId ? sql`and conversation.round_id = ${roundId}` : sql``
	const { rows: counts } = await db.execute<CountRow>(sql`
		with spoken as (
			select coding.theme_id, ${COLUMN_OF[by]} as column_key, voice.speaker_id, coding.voice_id, count(*) as passages
			from coding
			join voice on voice.id = coding.voice_id
			join speaker on speaker.id = voice.speaker_id
			join conversation on conversation.id = voice.conversation_id
			where coding.removed_at is null and ${speakerAllows('analyse')} ${ofRound}
			group by 1, 2, 3, 4
		)
		select theme_id as theme, column_key as column, grouping(theme_id) as of_all_themes,
			grouping(column_key) as of_all_columns, sum(passages)::int as passages,
			count(distinct voice_id)::int as voices, count(distinct speaker_id)::int as persons
		from spoken
		group by grouping sets ((theme_id, column_key), (theme_id), (column_key), ())`)
	const heard = await findHeard(db, by, ofRound)
	const keys = await findMatrixColumns(db, by)
	return toMatrix(counts, heard, keys, await findThemeHeads(db), count)
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
		where not speaker.is_moderator and ${speakerAllows('analyse')} ${ofRound}
		group by 1`)
	return new Map(rows.map(({ column, persons }) => [column, persons]))
}

/** What a matrix can have as columns, in their order. */
export async function findMatrixColumns(db: MunicipalityDatabase, by: MatrixColumns): Promise<ColumnKey[]> {
	if (by === 'format') return (await findFormats(db)).map(({ kind, label }) => ({ id: kind, key: kind, label }))
	if (by === 'stance') return STANCES.map((key) => ({ id: key, key, label: null }))
	const table = sql.identifier(by)
	const label = by === 'district' ? sql`jsonb_build_object('de', name)` : sql`label`
	const { rows } = await db.execute<ColumnKey>(sql`
		select id::text, slug as key, ${label} as label from ${table} order by position, slug`)
	return rows
}

type ThemeHead = {
	id: string
	parentId: string | null
	slug: string
	label: string
	colour: string
	position: number
	isArchived: boolean
}

async function findThemeHeads(db: MunicipalityDatabase) {
	const { rows } = await db.execute<ThemeHead>(sql`
		select id, parent_id as "parentId", slug, label, colour, position, archived_at is not null as "isArchived" from theme`)
	return inTreeOrder(rows)
}

function toMatrix(
	counts: CountRow[],
	heard: Map<string | null, number>,
	known: ColumnKey[],
	themes: (ThemeHead & { depth: number })[],
	count: MatrixCount,
): Matrix {
	const found = new Map(
		counts.map((row) => [place(row.of_all_themes ? ALL : row.theme, row.of_all_columns ? ALL : row.column), row]),
	)
	const at = (theme: string, column: string | null, what: MatrixCount = count) =>
		found.get(place(theme, column))?.[what] ?? 0
	const unknown: ColumnKey[] = found.has(place(ALL, null)) ? [{ id: null, key: '', label: null }] : []
	// A role dictionary is long: roles nobody has are left out, other columns show who has not been heard.
	const keys = [...known.filter(({ id }) => !isLong(known) || found.has(place(ALL, id)) || heard.has(id)), ...unknown]
	const rows = themes
		.filter(({ id, isArchived }) => !isArchived || found.has(place(id, ALL)))
		.map(({ id, slug, label, depth, colour }): MatrixRow => {
			const cells = keys.map((column) => at(id, column.id))
			return { theme: { slug, label, depth, colour }, cells, sum: total(cells), distinct: at(id, ALL) }
		})
	const sums = keys.map((_, column) => total(rows.map(({ cells }) => cells[column]!)))
	return {
		columns: keys.map(({ id, key, label }) => {
			const persons = at(ALL, id, 'persons')
			return { key, label, persons, heard: Math.max(persons, heard.get(id) ?? 0) }
		}),
		count,
		rows,
		sums,
		sum: total(sums),
		distinctByColumn: keys.map(({ id }) => at(ALL, id)),
		distinct: at(ALL, ALL),
	}
}

const ALL = '*'

function place(theme: string | null, column: string | null): string {
	return `${theme} ${column}`
}

function isLong(columns: readonly unknown[]): boolean {
	return columns.length > 12
}

function total(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0)
}
