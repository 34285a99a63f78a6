import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'

/**
 * Notes whose words stand in which edition, for every quote that still stands in a dossier. Done when an edition is
 * frozen; done again at start for editions that came in a package or from an older version.
 */
export async function noteEditionQuotes(db: MunicipalityDatabase) {
	await db.execute(sql`
		insert into edition_quote (edition_id, quote_id, speaker_id)
		select edition.id, quote.id, voice.speaker_id
		from edition
		cross join lateral (
			select jsonb_path_query(edition.content, '$.dossiers[*].quotes[*].id') as id
			union all
			select jsonb_path_query(edition.content, '$.dossiers[*].paraphrases[*].id')
		) printed
		join quote on quote.id = (printed.id #>> '{}')::uuid
		join coding on coding.id = quote.coding_id
		join voice on voice.id = coding.voice_id
		on conflict do nothing`)
}
