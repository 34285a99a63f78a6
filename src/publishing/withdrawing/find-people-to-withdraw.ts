/** Finds whoever wants to take something back, by what they remember: their words, where they spoke, what stands under it. */
import { inArray, sql, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { Wording } from '#people/tables.ts'
import { speakers } from '#listening/tables.ts'
import { toTsQuery } from '#understanding/find-voices.ts'
import { readSearchQuery } from '#understanding/search-query.rules.ts'

export type PersonToWithdraw = {
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
 * People whose voices or printed quotes hold these words, who spoke in such a conversation, or who carry this code,
 * pseudonym or public label. Also those who no longer allow anything: they may still ask.
 */
export function findPeopleToWithdraw(db: MunicipalityDatabase, typed: string): Promise<PersonToWithdraw[]> {
	const words = typed.trim().slice(0, 200)
	if (words.length < 2) return Promise.resolve([])
	const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
	const query = readSearchQuery(words)
	const asked = query.length > 0 ? toTsQuery(query) : NOTHING
	return findPeople(
		db,
		sql`(
			exists (select from voice where voice.speaker_id = speaker.id and voice.search @@ ${asked})
			or conversation.title ilike ${like} or conversation.place ilike ${like}
			or lower(speaker.code) = lower(${words}) or speaker.pseudonym ilike ${like}
			or exists (
				select from quote join coding on coding.id = quote.coding_id join voice on voice.id = coding.voice_id
				where voice.speaker_id = speaker.id and (quote.public_label ilike ${like} or quote.wording ilike ${like})
			)
		)`,
		asked,
	)
}

/** These people, as a receipt names them. Moderators are no speakers. */
export function findNamedPeople(db: MunicipalityDatabase, ids: readonly string[]): Promise<PersonToWithdraw[]> {
	return ids.length === 0 ? Promise.resolve([]) : findPeople(db, inArray(speakers.id, [...ids]))
}

/** Finds no word. */
const NOTHING = sql`''::tsquery`

async function findPeople(db: MunicipalityDatabase, condition: SQL, asked: SQL = NOTHING): Promise<PersonToWithdraw[]> {
	const { rows } = await db.execute<PersonToWithdraw>(sql`
		select speaker.id, speaker.code, speaker.pseudonym, role.label as role,
			jsonb_build_object('slug', conversation.slug, 'title', conversation.title, 'heldOn', conversation.held_on) as conversation,
			coalesce((
				select ts_headline('german', voice.text, ${asked}, 'StartSel="", StopSel="", MaxWords=30, MinWords=15')
				from voice where voice.speaker_id = speaker.id
				order by voice.search @@ ${asked} desc, voice.position limit 1
			), '') as "someWords",
			exists (select from edition_quote where edition_quote.speaker_id = speaker.id) as "isPrinted"
		from speaker
		join conversation on conversation.id = speaker.conversation_id
		left join role on role.id = speaker.role_id
		where not speaker.is_moderator and ${condition}
		order by conversation.held_on desc nulls last, conversation.title, speaker.code
		limit ${MOST}`)
	return rows
}
