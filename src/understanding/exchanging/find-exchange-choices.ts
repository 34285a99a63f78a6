import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { findRounds } from '#listening/find-rounds.ts'
import { inTreeOrder } from '../codebook/codebook.rules.ts'

export type Choice = { value: string; label: string }

/** What an export can be narrowed to, as options of a form. */
export async function findExchangeChoices(db: MunicipalityDatabase) {
	const rounds = await findRounds(db)
	const { rows: themes } = await db.execute<{
		id: string
		slug: string
		label: string
		parentId: string | null
		position: number
	}>(sql`select id, slug, label, parent_id as "parentId", position from theme where archived_at is null`)
	const { rows: coders } = await db.execute<{ name: string }>(sql`
		select name from coder where id in (select coder_id from coding where removed_at is null) order by name`)
	return {
		rounds: rounds.map(({ slug, title }): Choice => ({ value: slug, label: title })),
		themes: inTreeOrder(themes).map(({ slug, label, depth }): Choice => ({
			value: slug,
			label: '– '.repeat(depth) + label,
		})),
		coders: coders.map(({ name }): Choice => ({ value: name, label: name })),
	}
}
