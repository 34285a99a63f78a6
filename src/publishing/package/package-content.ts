/** What stands in `gehoert.json`, as a schema made from the tables themselves: published at /schema/package-1.json. */
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { SAY_WHAT_IS_WRONG } from '#platform/words/say-what-is-wrong.ts'
import { Problem } from '#platform/problem.ts'
import { FormatsSchema } from '#method/format-schema.ts'
import {
	PACKAGE_TABLES,
	PACKAGE_TABLE_NAMES,
	travellingColumns,
	type PackageRow,
	type PackageTableName,
} from './package-tables.ts'

export const PACKAGE_FORMAT = 'gehoert-package-1'

/** Rows as JSON: instants are ISO strings in UTC, days ISO dates, bytes base64. */
export type PackageContent = {
	format: typeof PACKAGE_FORMAT
	municipality: z.infer<typeof MunicipalityRow>
	/** People whose ids the rows name. No passwords, no sessions: they sign in by a new link. */
	accounts: { id: string; name: string; email: string }[]
	rows: { [Name in PackageTableName]?: Record<string, unknown>[] }
}

/** What a writer of packages fills in, with the types of the tables. */
export type PackageRows = { [Name in PackageTableName]?: PackageRow<Name>[] }

const MunicipalityRow = z.strictObject({
	id: z.uuid(),
	slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
	name: z.string().min(1),
	officialKey: z.string().nullable(),
	timeZone: z.string().min(1),
	languages: z.array(z.string()),
	hosts: z.array(z.string()),
	isFictional: z.boolean(),
	/** Packages from before version 0.2 carry none. */
	minimumPeople: z.number().int().min(5).default(10),
	profile: z.object({ formats: FormatsSchema.optional() }).catchall(z.json()),
	createdAt: z.iso.datetime(),
})

const rowSchemas = Object.fromEntries(
	PACKAGE_TABLE_NAMES.map((name) => [name, z.array(rowSchema(travellingColumns(PACKAGE_TABLES[name]))).optional()]),
)

const Content = z.strictObject({
	format: z.literal(PACKAGE_FORMAT),
	municipality: MunicipalityRow,
	accounts: z.array(z.strictObject({ id: z.string().min(1), name: z.string(), email: z.string() })),
	rows: z.strictObject(rowSchemas),
})

/**
 * Reads the text of `gehoert.json`.
 *
 * @throws {Problem} `package-unreadable` when it is no JSON, `package-invalid` with the place of the first mistake
 */
export function parsePackageContent(text: string): PackageContent {
	let json: unknown
	try {
		json = JSON.parse(text)
	} catch {
		throw new Problem('invalid', 'package-unreadable')
	}
	const parsed = Content.safeParse(json, SAY_WHAT_IS_WRONG)
	if (parsed.success) return parsed.data as PackageContent
	const [issue] = parsed.error.issues
	throw new Problem('invalid', 'package-invalid', { place: issue?.path.join('.') ?? '', why: issue?.message ?? '' })
}

/** JSON Schema (2020-12) of `gehoert.json`. */
export function packageJsonSchema(): Record<string, unknown> {
	return {
		$id: '/schema/package-1.json',
		title: 'Gehört package 1',
		...z.toJSONSchema(Content, { unrepresentable: 'any' }),
	}
}

function rowSchema(columns: Record<string, AnyPgColumn>) {
	return z.strictObject(
		Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, columnSchema(column)])),
	)
}

function columnSchema(column: AnyPgColumn): z.ZodType {
	const value = valueSchema(column)
	if (!column.notNull) return value.nullable().optional()
	return column.hasDefault ? value.optional() : value
}

function valueSchema(column: AnyPgColumn): z.ZodType {
	if (column.enumValues?.length) return z.enum(column.enumValues as [string, ...string[]])
	const sqlType = column.getSQLType()
	if (sqlType === 'uuid') return z.uuid()
	if (sqlType === 'date') return z.iso.date()
	if (sqlType === 'bytea') return z.base64()
	if (sqlType === 'integer' || sqlType === 'bigint') return z.int()
	if (sqlType === 'double precision') return z.number()
	if (sqlType === 'boolean') return z.boolean()
	if (sqlType === 'jsonb') return z.json()
	if (sqlType.endsWith('[]')) return z.array(z.string())
	return sqlType.startsWith('timestamp') ? z.iso.datetime() : z.string()
}
