/** Who stands behind every cell of the public tables: people by theme, focus theme, sector and district. */
import { sql, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import { gatheredCodings } from '#focusing/find-gathered-codings.ts'
import { COLUMN_OF, findMatrixColumns } from '#understanding/weighing/find-matrix.ts'
import type { EditionBasis, TableBasis } from './edition-basis.ts'

/** The one row of a table that says who was heard. */
export const HEARD = 'heard'

type Tables = Pick<EditionBasis, 'heard' | 'tables'>

/**
 * Passages under a sub-theme count for the theme above it; suggestions of the machine do not count, nor does anybody who
 * does not allow to be analysed. A theme nobody spoke of has its row, too: when it first comes up must not show.
 */
export async function findTableBasis(
	db: MunicipalityDatabase,
	roundId: string,
	focusThemeIds: readonly string[],
): Promise<Tables> {
	const columns = await keysOf(db, sql`sector`)
	const heard = await peopleBy(db, roundId, sql`sector.slug`)
	const districts = await peopleBy(db, roundId, sql`district.slug`)
	const cells = (row: Map<string, string[]>, keys: string[]) => keys.map((key) => row.get(key) ?? [])
	const places = await keysOf(db, sql`district`)
	return {
		heard: Object.fromEntries(heard),
		tables: {
			themes: await themeTable(db, roundId, columns),
			focus: await focusTable(db, columns, focusThemeIds),
			sectors: { rows: [HEARD], columns, cells: [cells(heard, columns)] },
			districts: { rows: [HEARD], columns: places, cells: [cells(districts, places)] },
			...(await furtherTables(db, roundId)),
		},
	}
}

async function keysOf(db: MunicipalityDatabase, table: SQL): Promise<string[]> {
	const { rows } = await db.execute<{ slug: string }>(sql`select slug from ${table} order by position, slug`)
	return rows.map(({ slug }) => slug)
}

/** Everybody heard, moderators left out; '' where it is not known. */
async function peopleBy(db: MunicipalityDatabase, roundId: string, group: SQL): Promise<Map<string, string[]>> {
	const { rows } = await db.execute<{ key: string | null; people: string[] }>(sql`
		select ${group} as key, array_agg(speaker.id::text order by speaker.id) as people
		from speaker
		join conversation on conversation.id = speaker.conversation_id and conversation.round_id = ${roundId}
		left join sector on sector.id = speaker.sector_id
		left join district on district.id = speaker.district_id
		where not speaker.is_moderator and ${speakerAllows('analyse')}
		group by 1`)
	return new Map(rows.map(({ key, people }) => [key ?? '', people]))
}

const FURTHER = { district: true, format: true, role: true, stance: true } as const

/** Themes by district, format, role and stance; for stances anybody heard could be in any column. */
async function furtherTables(db: MunicipalityDatabase, roundId: string): Promise<Tables['tables']> {
	const tables: Tables['tables'] = {}
	for (const by of Object.keys(FURTHER) as (keyof typeof FURTHER)[]) {
		const keys = await findMatrixColumns(db, by)
		const keyOf = new Map(keys.map(({ id, key }) => [id, key]))
		const column = COLUMN_OF[by]
		const heard = await peopleBy(db, roundId, by === 'stance' ? sql`''` : column)
		const named = new Map([...heard].map(([id, people]) => [keyOf.get(id) ?? '', people]))
		const columns = keys.map(({ key }) => key).filter((key) => by === 'stance' || named.has(key))
		const cells = (await themeCells(db, roundId, column)).map((cell) => ({
			...cell,
			column: keyOf.get(cell.column) ?? '',
		}))
		const table = toTable(cells, await themeRows(db, cells), columns)
		tables[`themes-by-${by}`] = { ...table, heard: columns.map((key) => named.get(by === 'stance' ? '' : key) ?? []) }
	}
	return tables
}

type CellRow = { row: string; column: string; people: string[] }

async function themeTable(db: MunicipalityDatabase, roundId: string, columns: string[]): Promise<TableBasis> {
	const cells = await themeCells(db, roundId, sql`sector.slug`)
	return toTable(cells, await themeRows(db, cells), columns)
}

async function themeCells(db: MunicipalityDatabase, roundId: string, column: SQL): Promise<CellRow[]> {
	const { rows } = await db.execute<CellRow>(sql`
		with recursive branch(top, theme_id) as (
			select slug, id from theme where parent_id is null
			union all
			select branch.top, theme.id from branch join theme on theme.parent_id = branch.theme_id
		)
		select branch.top as row, ${column} as column, array_agg(distinct speaker.id::text) as people
		from branch
		join coding on coding.theme_id = branch.theme_id and coding.removed_at is null
		join coder on coder.id = coding.coder_id and coder.kind <> 'machine'
		join voice on voice.id = coding.voice_id
		join conversation on conversation.id = voice.conversation_id and conversation.round_id = ${roundId}
		join speaker on speaker.id = voice.speaker_id
		left join sector on sector.id = speaker.sector_id
		where ${speakerAllows('analyse')} and ${column} is not null
		group by 1, 2`)
	return rows
}

/** Every theme at the top of the codebook; one put away only when somebody spoke of it. */
async function themeRows(db: MunicipalityDatabase, cells: readonly CellRow[]): Promise<string[]> {
	const { rows } = await db.execute<{ slug: string; isArchived: boolean }>(sql`
		select slug, archived_at is not null as "isArchived" from theme where parent_id is null order by position, slug`)
	const spoken = new Set(cells.map(({ row }) => row))
	return rows.filter(({ slug, isArchived }) => !isArchived || spoken.has(slug)).map(({ slug }) => slug)
}

async function focusTable(
	db: MunicipalityDatabase,
	columns: string[],
	focusThemeIds: readonly string[],
): Promise<TableBasis> {
	const { rows } = await db.execute<CellRow>(sql`
		with recursive ${gatheredCodings}
		select gathered.focus_theme_id as row, sector.slug as column, array_agg(distinct speaker.id::text) as people
		from gathered
		join voice on voice.id = gathered.voice_id
		join speaker on speaker.id = voice.speaker_id
		join sector on sector.id = speaker.sector_id
		group by gathered.focus_theme_id, sector.slug`)
	return toTable(rows, focusThemeIds, columns)
}

function toTable(found: CellRow[], rows: readonly string[], columns: string[]): TableBasis {
	const people = new Map(found.map((cell) => [`${cell.row}\n${cell.column}`, cell.people]))
	return {
		rows: [...rows],
		columns,
		cells: rows.map((row) => columns.map((column) => people.get(`${row}\n${column}`) ?? [])),
	}
}
