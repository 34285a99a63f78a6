/** In how many voices a word stands, from a sample: a rare word says more about what somebody looks for. */
import { sql } from 'drizzle-orm'
import { currentMunicipality } from '#platform/database/municipal-table.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { allowsBy } from '#listening/speaker-allows.ts'

export type WordFrequencies = {
	/** Voices of people who agree to be analysed: those read, and about as many as there are. */
	sampled: number
	voices: number
	/** Characters of a usual voice. */
	characters: number
	/** By stem. */
	counts: ReadonlyMap<string, number>
}

const SAMPLE = 2_500
const KEPT_MILLISECONDS = 60_000
const MOST_KEPT = 40

const kept = new Map<string, { frequencies: WordFrequencies; until: number }>()

/** Up to a minute old: it only decides in which order hits are shown. */
export async function findWordFrequencies(db: MunicipalityDatabase, isNew = false): Promise<WordFrequencies> {
	const now = performance.now()
	const { rows: here } = await db.execute<{ id: string }>(sql`select ${currentMunicipality} as id`)
	const id = here[0]!.id
	const known = kept.get(id)
	if (known && known.until > now && !isNew) return known.frequencies
	const frequencies = await readFrequencies(db)
	if (kept.size >= MOST_KEPT) kept.clear()
	// What is counted in a moment may be counted again; a large town is not.
	const keptFor = frequencies.voices > 200 ? KEPT_MILLISECONDS : 0
	kept.set(id, { frequencies, until: now + keptFor })
	return frequencies
}

/** Ids are random, so the first ones are a fair sample. */
async function readFrequencies(db: MunicipalityDatabase): Promise<WordFrequencies> {
	// One text of words and spaces is read ten times as fast as a list.
	const { rows } = await db.execute<{ words: string; characters: number }>(sql`
		select array_to_string(tsvector_to_array(search), ' ') as words, length(text) as characters from voice
		where search is not null and ${allowsBy(sql`voice.speaker_id`, 'analyse')}
		order by municipality_id, id limit ${SAMPLE}`)
	const counts = new Map<string, number>()
	for (const { words } of rows) for (const word of words.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1)
	const characters = rows.reduce((sum, row) => sum + row.characters, 0) / Math.max(1, rows.length)
	if (rows.length < SAMPLE) return { sampled: rows.length, voices: rows.length, characters, counts }
	const { rows: all } = await db.execute<{ voices: number }>(sql`select count(*)::int as voices from voice`)
	return { sampled: rows.length, voices: all[0]!.voices, characters, counts }
}

/** How rare a word is: 0 for one that stands everywhere. */
export function rarityOf({ sampled, counts }: WordFrequencies, stem: string): number {
	const count = counts.get(stem) ?? 0
	return Math.log(1 + (sampled - count + 0.5) / (count + 0.5))
}

/** In about how many voices it stands; 1 where the sample does not know it. */
export function expectedVoices({ sampled, voices, counts }: WordFrequencies, stem: string): number {
	const count = counts.get(stem) ?? 0
	return Math.max(1, sampled === 0 ? 0 : (count * voices) / sampled)
}
