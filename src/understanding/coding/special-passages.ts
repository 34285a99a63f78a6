/** Passages that tell a special category of their speaker (Art. 9 GDPR): flagged by whoever coded any of their words. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { SpecialCategory } from '../tables.ts'

/** Codings, not taken back, that flag any of the words of the table `coding`. */
const flagged = sql`
	coding as flagged where flagged.voice_id = coding.voice_id and flagged.transcript_id = coding.transcript_id
		and flagged.removed_at is null and flagged.special_category is not null
		and flagged.start < coding."end" and flagged."end" > coding.start`

/** In a query with a table `coding`: the special categories of its words, also where another coding flags them. */
export const SPECIAL_CATEGORIES_OF = sql<SpecialCategory[]>`array(
	select distinct flagged.special_category from ${flagged} order by 1
)`

/** In a query with a table `coding`: whether there is any. */
export const IS_SPECIAL = sql<boolean>`((select count(*) from ${flagged}) > 0)`

export type SpecialPassage = {
	categories: SpecialCategory[]
	/** Account ids of everybody who coded any of these words: they do not confirm their own reading. */
	codedBy: string[]
}

export async function findSpecialPassage(db: MunicipalityDatabase, codingId: string): Promise<SpecialPassage> {
	const { rows } = await db.execute<SpecialPassage>(sql`
		select ${SPECIAL_CATEGORIES_OF} as categories, array(
			select distinct coder.account_id from coding as other join coder on coder.id = other.coder_id
			where other.voice_id = coding.voice_id and other.transcript_id = coding.transcript_id
				and other.removed_at is null and coder.account_id is not null
				and (other.id = coding.id or (
					other.special_category is not null and other.start < coding."end" and other."end" > coding.start
				))
		) as "codedBy"
		from coding where coding.id = ${codingId}`)
	return rows[0] ?? { categories: [], codedBy: [] }
}
