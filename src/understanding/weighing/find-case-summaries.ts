/** Theme by conversation: what each says about it, in the team's words, and how many passages that rests on. */
import { sql, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { SHOWN_TITLE, speakerAllows } from '#listening/speaker-allows.ts'
import { lineagesOf } from '../codebook/codebook.rules.ts'
import { findTallies } from './find-tallies.ts'
import { findThemeHeads, type ThemeHead } from './find-theme-heads.ts'
import { visitTallies } from './tally.rules.ts'

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
	const ids = sql`any (${sql.param(rows.map(({ id }) => id))}::uuid[])`
	const [counted, written] = [await countPassages(db, ids, heads), await findWritten(db, ids)]
	const cases = rows.map(({ total: _, ...row }) => ({
		...row,
		cells: themes.map(({ id }): CaseCell => {
			const place = `${row.id} ${id}`
			return { themeId: id, passages: counted.get(place) ?? 0, ...(written.get(place) ?? UNWRITTEN) }
		}),
	}))
	return { themes, cases, total: rows[0]?.total ?? 0 }
}

type Written = Omit<CaseCell, 'themeId' | 'passages'>

const UNWRITTEN: Written = { text: '', version: 0, writtenBy: null, isDoubtful: false }

/** By conversation and theme. Passages under sub-themes count for every theme above, and for themselves. */
async function countPassages(db: MunicipalityDatabase, conversationIds: SQL, heads: readonly ThemeHead[]) {
	const { groups, themeIds } = await findTallies(
		db,
		sql`conversation.id::text`,
		sql`conversation.id = ${conversationIds}`,
	)
	const lineages = lineagesOf(heads)
	const counts = new Map<string, number>()
	for (const { key, bytes } of groups) {
		const own = new Map<number, number>()
		visitTallies(bytes, ({ themeNumber }) => void own.set(themeNumber, (own.get(themeNumber) ?? 0) + 1))
		for (const [number, passages] of own) {
			for (const id of lineages.get(themeIds.get(number) ?? '') ?? []) {
				counts.set(`${key} ${id}`, (counts.get(`${key} ${id}`) ?? 0) + passages)
			}
		}
	}
	return counts
}

/** By conversation and theme. */
async function findWritten(db: MunicipalityDatabase, conversationIds: SQL): Promise<Map<string, Written>> {
	const { rows } = await db.execute<Written & { place: string }>(sql`
		select written.conversation_id || ' ' || written.theme_id as place, written.text, written.version,
			coder.name as "writtenBy", coalesce((
				select bool_or(greatest(consent.withdrawn_at, speaker.restricted_at) > written.changed_at)
				from speaker left join consent on consent.speaker_id = speaker.id and consent.channel = 'analyse'
				where speaker.conversation_id = written.conversation_id
			), false) as "isDoubtful"
		from case_summary as written left join coder on coder.id = written.coder_id
		where written.conversation_id = ${conversationIds}`)
	return new Map(rows.map(({ place, ...summary }) => [place, summary]))
}

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
