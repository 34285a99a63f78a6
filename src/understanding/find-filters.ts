/** What lists of the workshop can be narrowed by, with the ids behind the slugs of an address. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { Wording } from '#people/tables.ts'

export type FilterChoice = { id: string; slug: string; label: Wording; depth?: number }
export type FilterChoices = Record<'rounds' | 'sectors' | 'districts' | 'themes', FilterChoice[]>

export async function findFilterChoices(db: MunicipalityDatabase): Promise<FilterChoices> {
	const { rows } = await db.execute<FilterChoice & { kind: keyof FilterChoices }>(sql`
		select 'rounds' as kind, id, slug, jsonb_build_object('de', title) as label, row_number() over (order by created_at desc)::int as place from round
		union all select 'sectors', id, slug, label, position from sector
		union all select 'districts', id, slug, jsonb_build_object('de', name), position from district
		union all select 'themes', id, slug, jsonb_build_object('de', label), position from theme where archived_at is null
		order by kind, place, slug`)
	const of = (kind: keyof FilterChoices) =>
		rows.filter((row) => row.kind === kind).map(({ id, slug, label }) => ({ id, slug, label }))
	return { rounds: of('rounds'), sectors: of('sectors'), districts: of('districts'), themes: of('themes') }
}

/** The id behind a slug; undefined when the address names none or one that is not there. */
export function idOf(choices: readonly FilterChoice[], slug: string | null): string | undefined {
	return choices.find((choice) => choice.slug === slug)?.id
}
