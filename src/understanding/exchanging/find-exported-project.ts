/** Reads everything an exchange file will hold, in a handful of questions to the database. */
import { sql, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { positionsIn } from '#listening/code-points.ts'
import { codingAllows, SHOWN_TITLE, speakerAllows } from '#listening/speaker-allows.ts'
import { movedBy, type Edit } from '#listening/turns.rules.ts'
import { findExportedThemes } from './find-exported-themes.ts'
import type {
	ExportedCoding,
	ExportedConversation,
	ExportedMemo,
	ExportedProject,
	ExportedSpeaker,
	ExportFilter,
} from './exported-project.ts'
import { LossReport } from './project-plan.ts'

/** Stands where somebody spoke who did not agree to be analysed. */
const LEFT_OUT = '[…]'

export async function findExportedProject(db: MunicipalityDatabase, filter: ExportFilter): Promise<ExportedProject> {
	const losses = new LossReport()
	const name = await findTownName(db)
	const transcripts = await findTranscripts(db, filter)
	const turns = await findTurns(
		db,
		transcripts.map(({ transcriptId }) => transcriptId),
	)
	const codings = await findCodings(db, filter, new Set(transcripts.map(({ transcriptId }) => transcriptId)), losses)
	const conversations = transcripts.flatMap((transcript) =>
		conversationOf(
			transcript,
			turns.get(transcript.transcriptId) ?? [],
			codings.get(transcript.transcriptId) ?? [],
			losses,
		),
	)
	const coded = conversations.flatMap((conversation) => conversation.codings)
	const themes = await findExportedThemes(db, filter, coded, losses)
	const memos = await findMemos(db, { filter, conversations, coded, themeIds: new Set(themes.map(({ id }) => id)) })
	const coders = await findCoders(db, new Set([...coded, ...memos].map(({ coderId }) => coderId)))
	losses.add('consents-stay', conversations.length)
	losses.add('marks-as-notes', coded.filter(({ stance, intensity }) => stance !== 'neutral' || intensity > 1).length)
	return { name, coders, themes, conversations, memos, losses: [...losses.list(), ...(await findOthers(db))] }
}

async function findTownName(db: MunicipalityDatabase): Promise<string> {
	const { rows } = await db.execute<{ name: string }>(sql`select name from municipality`)
	return rows[0]?.name ?? ''
}

type FoundTranscript = Omit<ExportedConversation, 'speakers' | 'turns' | 'codings'> & {
	transcriptId: string
	isChecked: boolean
}

async function findTranscripts(db: MunicipalityDatabase, { roundId }: ExportFilter): Promise<FoundTranscript[]> {
	const { rows } = await db.execute<FoundTranscript>(sql`
		select id, title, format, "heldOn", district, place, "transcriptId", text, "isChecked" from (
			select distinct on (conversation.id) conversation.id, ${SHOWN_TITLE} as title, conversation.format,
				conversation.held_on::text as "heldOn", district.name as district, conversation.place,
				conversation.created_at as created, transcript.id as "transcriptId", transcript.text,
				conversation.names_checked_at is not null as "isChecked"
			from conversation join transcript on transcript.conversation_id = conversation.id
			left join district on district.id = conversation.district_id
			where ${roundId ? sql`conversation.round_id = ${roundId}` : sql`true`}
			order by conversation.id, transcript.version desc
		) as newest order by created, title, id`)
	return rows
}

type FoundTurn = Omit<ExportedSpeaker, 'id'> & {
	transcriptId: string
	speakerId: string
	voiceId: string | null
	start: number
	end: number
	isAllowed: boolean
	hasDetails: boolean
}

async function findTurns(db: MunicipalityDatabase, ids: string[]): Promise<Map<string, FoundTurn[]>> {
	const { rows } = await db.execute<FoundTurn>(sql`
		select turn.transcript_id as "transcriptId", turn.speaker_id as "speakerId", turn.voice_id as "voiceId", turn.start,
			turn."end", speaker.code, speaker.pseudonym, speaker.is_moderator as "isModerator",
			coalesce(sector.label ->> 'de', sector.slug) as sector, coalesce(role.label ->> 'de', role.slug) as role,
			district.name as district, speaker.age_band as "ageBand",
			case when speaker.is_moderator then speaker.restricted_at is null else ${speakerAllows('analyse')} end as "isAllowed",
			turn.from_ms is not null or voice.title is not null or voice.stance is not null or voice.latitude is not null
				as "hasDetails"
		from turn join speaker on speaker.id = turn.speaker_id
		left join voice on voice.id = turn.voice_id
		left join sector on sector.id = speaker.sector_id
		left join role on role.id = speaker.role_id
		left join district on district.id = speaker.district_id
		where turn.transcript_id in ${listed(ids)}
		order by turn.transcript_id, turn.start`)
	return Map.groupBy(rows, ({ transcriptId }) => transcriptId)
}

type PlacedCoding = ExportedCoding & { transcriptId: string }
type FoundCoding = Omit<PlacedCoding, 'createdAt'> & { createdAt: Date | string }

async function findCodings(
	db: MunicipalityDatabase,
	{ roundId, themeId, coderId }: ExportFilter,
	newest: ReadonlySet<string>,
	losses: LossReport,
): Promise<Map<string, PlacedCoding[]>> {
	const conditions: SQL[] = [sql`coding.removed_at is null`, codingAllows('analyse')]
	if (roundId) conditions.push(sql`conversation.round_id = ${roundId}`)
	if (coderId) conditions.push(sql`coding.coder_id = ${coderId}`)
	if (themeId) conditions.push(sql`coding.theme_id in ${themesUnder(themeId)}`)
	const { rows } = await db.execute<FoundCoding>(sql`
		select coding.id, coding.transcript_id as "transcriptId", coding.theme_id as "themeId", coding.coder_id as "coderId",
			coding.start, coding."end", coding.stance, coding.intensity, coding.is_good_quote as "isGoodQuote",
			coding.is_sensitive as "isSensitive", coding.special_category as "specialCategory",
			coding.created_at as "createdAt"
		from coding join transcript on transcript.id = coding.transcript_id
		join conversation on conversation.id = transcript.conversation_id
		where ${sql.join(conditions, sql` and `)}
		order by coding.transcript_id, coding.start, coding."end" desc, coding.created_at, coding.id`)
	const current = rows.filter(({ transcriptId }) => newest.has(transcriptId))
	losses.add('codings-older-version', rows.length - current.length)
	const dated = current.map((row) => ({ ...row, createdAt: new Date(row.createdAt) }))
	return Map.groupBy(dated, ({ transcriptId }) => transcriptId)
}

/** A theme and all below it. */
export function themesUnder(themeId: string): SQL {
	return sql`(with recursive below as (
		select id from theme where id = ${themeId} union select theme.id from theme join below on theme.parent_id = below.id
	) select id from below)`
}

function conversationOf(
	{ transcriptId: _, isChecked, ...transcript }: FoundTranscript,
	found: readonly FoundTurn[],
	codings: readonly PlacedCoding[],
	losses: LossReport,
): ExportedConversation[] {
	const allowed = found.filter(({ isAllowed }) => isAllowed)
	losses.add('not-agreed', new Set(found.filter(({ isAllowed }) => !isAllowed).map(({ speakerId }) => speakerId)).size)
	if (!allowed.some(({ voiceId }) => voiceId)) return []
	losses.add('turn-details', allowed.filter(({ hasDetails }) => hasDetails).length)
	losses.add('names-unchecked', isChecked ? 0 : 1)
	const { text, moved } = withoutOthers(transcript.text, found)
	const place = <Placed extends { start: number; end: number }>(one: Placed) => ({
		...one,
		start: moved(one.start),
		end: moved(one.end),
	})
	const speakers = new Map(
		allowed.map(({ speakerId, code, pseudonym, isModerator, sector, role, district, ageBand }) => [
			speakerId,
			{ id: speakerId, code, pseudonym, isModerator, sector, role, district, ageBand },
		]),
	)
	return [
		{
			...transcript,
			text,
			speakers: [...speakers.values()],
			turns: allowed.map(({ speakerId, voiceId, start, end }) => place({ speakerId, voiceId, start, end })),
			codings: codings.map(({ transcriptId: __, ...coding }) => place(coding)),
		},
	]
}

function withoutOthers(text: string, turns: readonly FoundTurn[]) {
	const { toUnit } = positionsIn(text)
	const edits: Edit[] = []
	let kept = ''
	let before = 0
	for (const { start, end, isAllowed } of turns) {
		if (isAllowed) continue
		kept += text.slice(before, toUnit(start)) + LEFT_OUT
		before = toUnit(end)
		edits.push({ start, end, length: LEFT_OUT.length })
	}
	return { text: kept + text.slice(before), moved: movedBy(edits) }
}

type MemoScope = {
	filter: ExportFilter
	conversations: readonly ExportedConversation[]
	coded: readonly ExportedCoding[]
	themeIds: ReadonlySet<string>
}

async function findMemos(db: MunicipalityDatabase, { filter, conversations, coded, themeIds }: MemoScope) {
	const { rows } = await db.execute<Omit<ExportedMemo, 'createdAt'> & { createdAt: Date | string }>(sql`
		select id, text, coder_id as "coderId", created_at as "createdAt", coding_id as "codingId", theme_id as "themeId",
			voice_id as "voiceId", conversation_id as "conversationId", round_id as "roundId"
		from memo order by created_at, id`)
	const codingIds = new Set(coded.map(({ id }) => id))
	const voiceIds = new Set(conversations.flatMap(({ turns }) => turns.map(({ voiceId }) => voiceId)))
	const conversationIds = new Set(conversations.map(({ id }) => id))
	return rows
		.filter(
			({ codingId, themeId, voiceId, conversationId, roundId }) =>
				(codingId && codingIds.has(codingId)) ||
				(themeId && themeIds.has(themeId)) ||
				(voiceId && voiceIds.has(voiceId)) ||
				(conversationId && conversationIds.has(conversationId)) ||
				(roundId && (!filter.roundId || filter.roundId === roundId)),
		)
		.map((memo): ExportedMemo => ({ ...memo, createdAt: new Date(memo.createdAt) }))
}

async function findCoders(db: MunicipalityDatabase, ids: ReadonlySet<string>) {
	const { rows } = await db.execute<ExportedProject['coders'][number]>(
		sql`select id, kind, name from coder order by name, id`,
	)
	return rows.filter(({ id }) => ids.has(id))
}

/** What we hold and the format cannot. */
async function findOthers(db: MunicipalityDatabase) {
	const { rows } = await db.execute<{ sets: number; summaries: number }>(sql`
		select (select count(*)::int from passage_set) as sets, (select count(*)::int from case_summary) as summaries`)
	const losses = new LossReport()
	losses.add('passage-sets', rows[0]?.sets ?? 0)
	losses.add('summaries', rows[0]?.summaries ?? 0)
	return losses.list()
}

export function listed(ids: readonly string[]): SQL {
	return sql`(select id::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) as given (id))`
}
