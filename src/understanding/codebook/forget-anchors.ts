/** No anchor example holds the words of somebody who does not allow it any more, in the codebook or its history. */
import { sql, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'

/** Shorter examples are words anybody may have used: "zu weit weg". */
const OWN_WORDS = 20

/** Lets go of passages chosen from these voices, and of examples typed or pasted that stand in them word for word. */
export async function forgetAnchors(db: MunicipalityDatabase, { voiceIds }: { voiceIds: string[] }) {
	if (voiceIds.length === 0) return
	const gone = sql`select from voice where voice.id = any (${sql.param(voiceIds)}::uuid[])`
	await db.execute(sql`
		update theme set anchor_passage_id = null where anchor_passage_id in (
			select coding.id from coding where coding.voice_id = any (${sql.param(voiceIds)}::uuid[])
		)`)
	const theirs = (words: SQL) =>
		sql`(length(${words}) >= ${OWN_WORDS} and exists (${gone} and position(${words} in voice.text) > 0))`
	await db.execute(sql`update theme set anchor_example = '' where ${theirs(sql`anchor_example`)}`)
	await db.execute(
		sql`update theme_change set before = before - 'anchorExample' where ${theirs(sql`before ->> 'anchorExample'`)}`,
	)
	await db.execute(
		sql`update theme_change set after = after - 'anchorExample' where ${theirs(sql`after ->> 'anchorExample'`)}`,
	)
}
