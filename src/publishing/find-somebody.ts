/** Finds whoever asks about their own words, by what they remember: what they said, where and when, what stands under it. */
import { inArray, sql, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { Wording } from '#people/tables.ts'
import { speakers } from '#listening/tables.ts'
import { indexVoices } from '#listening/index-voices.ts'
import { hitsIn, snippetOf } from '#understanding/finding/rank-hits.rules.ts'
import { readSearchQuery } from '#understanding/finding/search-query.rules.ts'
import { sayingSomething, termsOf, tsQueryOf, type Term } from '#understanding/finding/search-terms.rules.ts'

export type FoundSomebody = {
	id: string
	code: string
	pseudonym: string | null
	role: Wording | null
	conversation: { slug: string; title: string; heldOn: string | null }
	/** Some of their words: those looked for, else how they began. */
	someWords: string
	/** Something of theirs stands in an edition. */
	isPrinted: boolean
}

const MOST = 20

/**
 * People whose voices or printed quotes hold these words, who spoke in such a conversation or on that day (`2025-04-09`,
 * `9.4.2025`), or who carry this code, pseudonym or public label. Also those who no longer allow anything: they may still ask.
 */
export async function findSomebody(db: MunicipalityDatabase, typed: string): Promise<FoundSomebody[]> {
	const words = typed.trim().slice(0, 200)
	if (words.length < 2) return []
	await indexVoices(db)
	const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
	const query = readSearchQuery(words).asked
	const asked = query ? sql`${tsQueryOf(sayingSomething(query))}::tsquery` : NOTHING
	return findPeople(
		db,
		sql`(
			exists (select from voice where voice.speaker_id = speaker.id and voice.search @@ ${asked})
			or conversation.title ilike ${like} or conversation.place ilike ${like}
			or conversation.held_on::text = ${dayIn(words)}
			or lower(speaker.code) = lower(${words}) or speaker.pseudonym ilike ${like}
			or exists (
				select from quote join coding on coding.id = quote.coding_id join voice on voice.id = coding.voice_id
				where voice.speaker_id = speaker.id and (quote.public_label ilike ${like} or quote.wording ilike ${like})
			)
		)`,
		{ asked, terms: query ? termsOf(query) : [] },
	)
}

/** These people, as a receipt names them. Moderators are no speakers. */
export function findNamedPeople(db: MunicipalityDatabase, ids: readonly string[]): Promise<FoundSomebody[]> {
	return ids.length === 0 ? Promise.resolve([]) : findPeople(db, inArray(speakers.id, [...ids]))
}

/** A day as one writes it in Germany, or as a calendar field does; empty for everything else. */
function dayIn(words: string): string {
	const [, day, month, year] = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/.exec(words) ?? []
	return year
		? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
		: /^\d{4}-\d\d-\d\d$/.test(words)
			? words
			: ''
}

/** Finds no word. */
const NOTHING = sql`''::tsquery`

async function findPeople(
	db: MunicipalityDatabase,
	condition: SQL,
	{ asked, terms }: { asked: SQL; terms: Term[] } = { asked: NOTHING, terms: [] },
): Promise<FoundSomebody[]> {
	const { rows } = await db.execute<FoundSomebody>(sql`
		select speaker.id, speaker.code, speaker.pseudonym, role.label as role,
			jsonb_build_object('slug', conversation.slug, 'title', conversation.title, 'heldOn', conversation.held_on) as conversation,
			coalesce((
				select voice.text from voice where voice.speaker_id = speaker.id
				order by coalesce(voice.search @@ ${asked}, false) desc, voice.position limit 1
			), '') as "someWords",
			exists (select from edition_quote where edition_quote.speaker_id = speaker.id) as "isPrinted"
		from speaker
		join conversation on conversation.id = speaker.conversation_id
		left join role on role.id = speaker.role_id
		where not speaker.is_moderator and ${condition}
		order by conversation.held_on desc nulls last, conversation.title, speaker.code
		limit ${MOST}`)
	return rows.map((row) => ({
		...row,
		someWords: snippetOf(row.someWords, hitsIn(row.someWords, terms))
			.map(({ text }) => text)
			.join(''),
	}))
}
