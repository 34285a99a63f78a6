/** Analysts' notes, the newest first. Notes on words of people who do not allow analysis are never among them. */
import { sql, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { allowsBy } from '#listening/speaker-allows.ts'

export const MEMO_KINDS = ['coding', 'voice', 'theme', 'conversation', 'round'] as const
export type MemoKind = (typeof MEMO_KINDS)[number]

export type FoundMemo = {
	id: string
	kind: MemoKind
	text: string
	coderName: string
	accountId: string | null
	/** ISO instants. */
	createdAt: string
	changedAt: string | null
	codingId: string | null
	/** What it is about: a theme's, conversation's or round's name; the words of a passage or the beginning of a contribution. */
	about: string
	/** A passage's theme. */
	themeLabel: string | null
	themeSlug: string | null
	conversationSlug: string | null
	conversationTitle: string | null
	roundSlug: string | null
	/** Of the contribution, for an address at the desk. */
	position: number | null
}

export type MemoFilter = {
	kind?: MemoKind | undefined
	transcriptId?: string | undefined
	coderName?: string | undefined
	/** Words in the note, whatever case. */
	words?: string | undefined
	limit: number
	offset?: number
}

export async function findMemos(
	db: MunicipalityDatabase,
	{ kind, transcriptId, coderName, words, limit, offset = 0 }: MemoFilter,
): Promise<{ total: number; memos: FoundMemo[] }> {
	const conditions: SQL[] = [
		sql`(voice.id is null or ${allowsBy(sql`voice.speaker_id`, 'analyse')})`,
		sql`(memo.coding_id is null or coding.removed_at is null)`,
	]
	if (kind) conditions.push(sql`memo.${sql.identifier(`${kind}_id`)} is not null`)
	if (coderName) conditions.push(sql`coder.name = ${coderName}`)
	if (words) conditions.push(sql`memo.text ilike ${`%${words.replace(/[\\%_]/g, String.raw`\$&`)}%`}`)
	if (transcriptId)
		conditions.push(sql`conversation.id = (select conversation_id from transcript where id = ${transcriptId})`)
	const { rows } = await db.execute<FoundMemo & { total: number }>(sql`
		select memo.id, memo.text, coder.name as "coderName", coder.account_id as "accountId",
			memo.created_at::text as "createdAt", memo.changed_at::text as "changedAt", memo.coding_id as "codingId",
			case when memo.coding_id is not null then 'coding' when memo.voice_id is not null then 'voice'
				when memo.theme_id is not null then 'theme' when memo.conversation_id is not null then 'conversation'
				else 'round' end as kind,
			coalesce(coding.quote, left(voice.text, 200), theme.label, conversation.title, round.title) as about,
			case when memo.coding_id is not null then theme.label end as "themeLabel", theme.slug as "themeSlug",
			conversation.slug as "conversationSlug", conversation.title as "conversationTitle", round.slug as "roundSlug",
			coalesce(turn.position, voice.position) as position, count(*) over ()::int as total
		from memo
		join coder on coder.id = memo.coder_id
		left join coding on coding.id = memo.coding_id
		left join voice on voice.id = coalesce(memo.voice_id, coding.voice_id)
		left join theme on theme.id = coalesce(memo.theme_id, coding.theme_id)
		left join conversation on conversation.id = coalesce(memo.conversation_id, voice.conversation_id)
		left join round on round.id = memo.round_id
		left join lateral (
			select turn.position from turn join transcript on transcript.id = turn.transcript_id
			where turn.voice_id = voice.id order by transcript.version desc limit 1
		) as turn on true
		where ${sql.join(conditions, sql` and `)}
		order by memo.created_at desc, memo.id
		limit ${limit} offset ${offset}`)
	return { total: rows[0]?.total ?? 0, memos: rows.map(({ total: _, ...memo }) => memo) }
}
