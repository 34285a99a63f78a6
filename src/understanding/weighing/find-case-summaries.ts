/** Theme by conversation: what each says about it, in the team's words, and how many passages that rests on. */
import { sql, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { SHOWN_TITLE, speakerAllows } from '#listening/speaker-allows.ts'
import { findThemeHeads, type ThemeHead } from './find-theme-heads.ts'

export type CaseCell = {
	themeId: string
	passages: number
	/** Empty until somebody writes it. */
	text: string
	version: number
	writtenBy: string | null
	/** Somebody took back their consent, or is restricted, since it was written: it may still tell of their words. */
	isDoubtful: boolean
}
export type Case = { id: string; slug: string; title: string; heldOn: string | null; cells: CaseCell[] }
export type CaseGrid = { themes: ThemeHead[]; cases: Case[]; total: number }

export type FindCases = {
	roundId?: string | undefined
	conversationId?: string | undefined
	themeId?: string | undefined
	limit: number
	offset?: number
}

/** A conversation is listed while anybody in it allows to be analysed; without anybody its summaries are shown nowhere. */
export async function findCases(db: MunicipalityDatabase, wanted: FindCases): Promise<CaseGrid> {
	const { roundId, conversationId, themeId, limit, offset = 0 } = wanted
	const heads = await findThemeHeads(db)
	const themes = heads.filter((theme) => (themeId ? theme.id === themeId : theme.depth === 0 && !theme.isArchived))
	const { rows } = await db.execute<Omit<Case, 'cells'> & { total: number }>(sql`
		select conversation.id, conversation.slug, ${SHOWN_TITLE} as title, conversation.held_on::text as "heldOn",
			count(*) over ()::int as total
		from conversation
		where conversation.id in (select speaker.conversation_id from speaker where ${speakerAllows('analyse')} and not speaker.is_moderator)
			and ${roundId ? sql`conversation.round_id = ${roundId}` : sql`true`}
			and ${conversationId ? sql`conversation.id = ${conversationId}` : sql`true`}
		order by conversation.held_on nulls last, conversation.created_at, conversation.slug
		limit ${limit} offset ${offset}`)
	const cells = await findCells(db, sql`any (${sql.param(rows.map(({ id }) => id))}::uuid[])`)
	const cases = rows.map(({ total: _, ...row }) => ({
		...row,
		cells: themes.map(({ id }) => cells.get(`${row.id} ${id}`) ?? nothing(id)),
	}))
	return { themes, cases, total: rows[0]?.total ?? 0 }
}

function nothing(themeId: string): CaseCell {
	return { themeId, passages: 0, text: '', version: 0, writtenBy: null, isDoubtful: false }
}

/** Passages under sub-themes count for the theme at the top, and for themselves. */
async function findCells(db: MunicipalityDatabase, conversationIds: SQL): Promise<Map<string, CaseCell>> {
	const { rows } = await db.execute<CaseCell & { conversationId: string }>(sql`
		with recursive branch(top, theme_id) as (
			select id, id from theme
			union all
			select branch.top, theme.id from branch join theme on theme.parent_id = branch.theme_id
		), coded as (
			select voice.conversation_id, branch.top as theme_id, count(*)::int as passages
			from coding join voice on voice.id = coding.voice_id join speaker on speaker.id = voice.speaker_id
			join branch on branch.theme_id = coding.theme_id
			where coding.removed_at is null and voice.conversation_id = ${conversationIds} and ${speakerAllows('analyse')}
			group by 1, 2
		), written as (
			select * from case_summary where conversation_id = ${conversationIds}
		)
		select coalesce(coded.conversation_id, written.conversation_id) as "conversationId",
			coalesce(coded.theme_id, written.theme_id) as "themeId", coalesce(coded.passages, 0) as passages,
			coalesce(written.text, '') as text, coalesce(written.version, 0) as version, coder.name as "writtenBy",
			coalesce((
				select bool_or(greatest(consent.withdrawn_at, speaker.restricted_at) > written.changed_at)
				from speaker left join consent on consent.speaker_id = speaker.id and consent.channel = 'analyse'
				where speaker.conversation_id = written.conversation_id
			), false) as "isDoubtful"
		from coded full join written on written.conversation_id = coded.conversation_id and written.theme_id = coded.theme_id
		left join coder on coder.id = written.coder_id`)
	return new Map(rows.map(({ conversationId, ...cell }) => [`${conversationId} ${cell.themeId}`, cell]))
}

/** @throws {Problem} `conversation-unknown` */
/** @throws {Problem} `conversation-unknown` */
export async function findConversation(db: MunicipalityDatabase, slug: string): Promise<{ id: string; title: string }> {
	const { rows } = await db.execute<{ id: string; title: string }>(
		sql`select conversation.id, ${SHOWN_TITLE} as title from conversation where slug = ${slug}`,
	)
	if (!rows[0]) throw new Problem('not-found', 'conversation-unknown')
	return rows[0]
}

/** @throws {Problem} `conversation-unknown`, `theme-unknown` */
export async function findCase(db: MunicipalityDatabase, place: { conversation: string; theme: string }) {
	const { id: conversationId } = await findConversation(db, place.conversation)
	const theme = (await findThemeHeads(db)).find(({ slug }) => slug === place.theme)
	if (!theme) throw new Problem('not-found', 'theme-unknown')
	const { cases } = await findCases(db, { conversationId, themeId: theme.id, limit: 1 })
	const [found] = cases
	if (!found) throw new Problem('not-found', 'conversation-unknown')
	return { conversation: found, theme, cell: found.cells[0]! }
}
