/**
 * How every table of a municipality begins: the municipality's id leads the primary key, and row-level security
 * shows a transaction the rows of its own municipality only (see `in-municipality.ts`).
 */
import { getTableName, sql } from 'drizzle-orm'
import type { BuildColumns, BuildExtraConfigColumns } from 'drizzle-orm'
import {
	foreignKey,
	pgPolicy,
	pgTable,
	primaryKey,
	uuid,
	type AnyPgColumn,
	type PgColumnBuilderBase,
	type PgTableExtraConfigValue,
	type PgTableWithColumns,
} from 'drizzle-orm/pg-core'

/** The municipality a transaction works for; an unset one matches no row. */
export const currentMunicipality = sql.raw(`nullif(current_setting('gehoert.municipality', true), '')::uuid`)

const leading = () => ({
	municipalityId: uuid().notNull().default(currentMunicipality),
	id: uuid().notNull().defaultRandom(),
})
type Leading = ReturnType<typeof leading>

/**
 * A table whose rows belong to one municipality.
 *
 * Inserts leave `municipalityId` out: the database fills in the municipality of the transaction and refuses any other.
 */
export function municipalTable<Name extends string, Columns extends Record<string, PgColumnBuilderBase>>(
	name: Name,
	columns: Columns,
	extra: (table: BuildExtraConfigColumns<Name, Leading & Columns, 'pg'>) => PgTableExtraConfigValue[] = () => [],
): PgTableWithColumns<{
	name: Name
	schema: undefined
	columns: BuildColumns<Name, Leading & Columns, 'pg'>
	dialect: 'pg'
}> {
	return pgTable(name, { ...leading(), ...columns }, (table) => {
		const own = table as unknown as { municipalityId: AnyPgColumn; id: AnyPgColumn }
		return [
			primaryKey({ columns: [own.municipalityId, own.id] }),
			pgPolicy(`${name}_of_own_municipality`, {
				using: sql`municipality_id = ${currentMunicipality}`,
				withCheck: sql`municipality_id = ${currentMunicipality}`,
			}),
			...extra(table),
		]
	})
}

type Cited = { municipalityId: AnyPgColumn; id: AnyPgColumn }

/**
 * A foreign key that cannot leave the municipality: both ends carry its id.
 *
 * `table` holds the columns of the citing table as `extra` receives them, `column` is the one that cites.
 */
export function cites(table: object, column: unknown, cited: Cited, onDelete: 'cascade' | 'restrict' = 'restrict') {
	const citing = column as AnyPgColumn
	return foreignKey({
		// PostgreSQL cuts names at 63 characters; drizzle's own would collide there.
		name: `${getTableName(citing.table)}_cites_${citing.name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
		columns: [(table as Cited).municipalityId, citing],
		foreignColumns: [cited.municipalityId, cited.id],
	}).onDelete(onDelete)
}
