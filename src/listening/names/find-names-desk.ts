/** All the names desk shows of one conversation: a page of its words with what was found in them, and every name once. */
import { and, asc, eq, gt, gte, lt, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { appendAudit } from '#people/audit-log.ts'
import { findConversation, type FoundConversation } from '../find-conversation.ts'
import { nameFindings } from '../names.tables.ts'
import { conversations, speakers, transcripts, turns } from '../tables.ts'
import { countNames, FINDING_COLUMNS, type Finding } from './decide-names.ts'
import { pagesOf, pageAt, segmentsOf, type Segment } from './segments.rules.ts'
import type { Seal } from './seal-original.ts'
import { suggestNames } from './suggest-names.ts'

/** One name of the conversation, wherever it stands. */
export type NameGroup = {
	kind: string
	name: string
	/** Of its first place, case ending included. */
	replacement: string
	all: number
	open: number
	kept: number
	/** Its first place, the first undecided one before others; and the page that shows it. */
	findingId: string
	page: number
}

export type NamesDesk = {
	conversation: Pick<FoundConversation, 'id' | 'slug' | 'title' | 'roundSlug' | 'roundTitle'>
	checkedAt: Date | null
	/** When this was read: what others decide later is refused first, see `refuseMeanwhile`. */
	seenAt: Date
	transcriptId: string
	page: number
	pages: number
	segments: Segment[]
	/** Of this page, in the order of the text. */
	findings: Finding[]
	groups: NameGroup[]
	progress: { decided: number; all: number }
	/** The page with the next undecided place beyond this one. */
	nextOpenPage: number | null
}

export type FindNamesDesk = { slug: string; page: number; seal: Seal; by: string; at: Date }

/** Looks for names when nobody has yet. @throws {Problem} `conversation-unknown`, `transcript-missing` */
export async function findNamesDesk(
	db: MunicipalityDatabase,
	{ slug, page: wanted, seal, by, at }: FindNamesDesk,
): Promise<NamesDesk> {
	const { id, title, roundSlug, roundTitle } = await findConversation(db, slug)
	const { transcriptId } = await suggestNames(db, { conversationId: id, seal })
	const [state] = await db
		.select({ checkedAt: conversations.namesCheckedAt })
		.from(conversations)
		.where(eq(conversations.id, id))
	const edges = await findPages(db, transcriptId)
	const page = Math.min(Math.max(1, wanted), edges.length - 1)
	const [from, to] = [edges[page - 1]!, edges[page]!]
	const findings = await db
		.select(FINDING_COLUMNS)
		.from(nameFindings)
		.where(and(eq(nameFindings.transcriptId, transcriptId), gte(nameFindings.start, from), lt(nameFindings.start, to)))
		.orderBy(asc(nameFindings.start))
	const nextOpen = await findOpenFrom(db, transcriptId, to)
	await appendAudit(db, { by, act: 'transcript-read', subject: 'conversation', subjectId: id, at })
	return {
		conversation: { id, slug, title, roundSlug, roundTitle },
		checkedAt: state!.checkedAt,
		seenAt: at,
		transcriptId,
		page,
		pages: edges.length - 1,
		segments: await findSegments(db, { transcriptId, from, to, findings }),
		findings,
		groups: await findGroups(db, transcriptId, edges),
		progress: await countNames(db, transcriptId),
		nextOpenPage: nextOpen === null || (nextOpen >= from && nextOpen < to) ? null : pageAt(edges, nextOpen),
	}
}

/** Where pages begin, in code points, and where the last one ends. */
async function findPages(db: MunicipalityDatabase, transcriptId: string): Promise<number[]> {
	const [transcript] = await db
		.select({ length: transcripts.length })
		.from(transcripts)
		.where(eq(transcripts.id, transcriptId))
	const said = await db
		.select({ start: turns.start })
		.from(turns)
		.where(eq(turns.transcriptId, transcriptId))
		.orderBy(asc(turns.position))
	return pagesOf(
		said.map(({ start }) => start),
		transcript!.length,
	)
}

type Piece = { transcriptId: string; from: number; to: number; findings: readonly Finding[] }

async function findSegments(db: MunicipalityDatabase, { transcriptId, from, to, findings }: Piece): Promise<Segment[]> {
	const [piece] = await db
		.select({ text: sql<string>`substring(${transcripts.text} from ${from + 1}::int for ${to - from}::int)` })
		.from(transcripts)
		.where(eq(transcripts.id, transcriptId))
	const said = await db
		.select({ start: turns.start, end: turns.end, speaker: speakers.code })
		.from(turns)
		.innerJoin(speakers, eq(speakers.id, turns.speakerId))
		.where(and(eq(turns.transcriptId, transcriptId), gte(turns.start, from), lt(turns.start, to)))
		.orderBy(asc(turns.position))
	return segmentsOf(piece!.text, from, said, findings)
}

/** The first undecided place at or behind a position, else the first of all. */
async function findOpenFrom(db: MunicipalityDatabase, transcriptId: string, from: number): Promise<number | null> {
	const open = and(eq(nameFindings.transcriptId, transcriptId), eq(nameFindings.state, 'open'))
	for (const where of [and(open, gt(nameFindings.start, from - 1)), open]) {
		const [found] = await db
			.select({ start: nameFindings.start })
			.from(nameFindings)
			.where(where)
			.orderBy(asc(nameFindings.start))
			.limit(1)
		if (found) return found.start
	}
	return null
}

type GroupRow = Omit<NameGroup, 'page'> & { start: number }

async function findGroups(
	db: MunicipalityDatabase,
	transcriptId: string,
	edges: readonly number[],
): Promise<NameGroup[]> {
	const { rows } = await db.execute<GroupRow>(sql`
		select kind, name, count(*)::int as "all",
			(count(*) filter (where state = 'open'))::int as open,
			(count(*) filter (where state = 'kept'))::int as kept,
			(array_agg(replacement order by state <> 'open', start))[1] as replacement,
			(array_agg(id order by state <> 'open', start))[1] as "findingId",
			(array_agg(start order by state <> 'open', start))[1] as start
		from name_finding where transcript_id = ${transcriptId}
		group by kind, name
		order by min(start)`)
	return rows.map(({ start, ...group }) => ({ ...group, page: pageAt(edges, start) }))
}
