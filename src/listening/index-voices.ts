/** Makes voices findable whose words are new: the database forgets what a text was found by when the text changes. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { searchWordsOf } from './search-words.rules.ts'

const BATCH = 500

/**
 * Notes the words of voices that have none noted: after a transcript was rewritten, a backup or a package brought in.
 * Does nothing, at the cost of one look at an index, when there are none.
 *
 * @returns how many there were
 */
export async function indexVoices(db: MunicipalityDatabase): Promise<number> {
	for (let done = 0; ;) {
		const { rows } = await db.execute<{ id: string; text: string }>(
			sql`select id, text from voice where search is null limit ${BATCH} for update skip locked`,
		)
		if (rows.length === 0) return done
		const words = JSON.stringify(rows.map(({ id, text }) => ({ id, words: searchWordsOf(text) })))
		await db.execute(sql`
			update voice set search = given.words::tsvector
			from json_to_recordset(${words}::json) as given (id uuid, words text) where voice.id = given.id`)
		done += rows.length
	}
}
