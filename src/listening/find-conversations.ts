/** The conversations of a round, page by page, with what may be filtered by. */
import { and, asc, count, desc, eq, exists, inArray, notInArray, sql, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { districts, sectors } from '#people/tables.ts'
import { allowsBy, SHOWN_TITLE } from './speaker-allows.ts'
import { conversations, speakers, voices } from './tables.ts'
import { WRITTEN_FORMATS, type Format } from './vocabulary.ts'

/** Everything by slug; what is left out does not filter. */
export type ConversationFilter = {
	format?: Format | undefined
	sector?: string | undefined
	district?: string | undefined
}

export type FindConversations = {
	roundId: string
	filter: ConversationFilter
	/** Written voices and cards have a list of their own: there may be thousands. */
	kind: 'spoken' | 'written'
	/** Counts from 1. */
	page: number
}

export type ListedConversation = {
	slug: string
	/** Empty for a written voice whose words may not be read any more. */
	title: string
	format: Format
	heldOn: string | null
	district: string | null
	people: number
	voices: number
	/** Beginning of the first voice; only of written ones. */
	beginning: string | null
	/** Somebody has gone through the names in it. */
	isNamesChecked: boolean
}

export type ConversationPage = { total: number; pages: number; conversations: ListedConversation[] }

const PAGE_LENGTH = 50
/** Code points of a written voice that the list shows. */
const BEGINNING_LENGTH = 200

export async function findConversations(
	db: MunicipalityDatabase,
	wanted: FindConversations,
): Promise<ConversationPage> {
	const where = and(...conditionsOf(db, wanted))
	const [counted] = await db.select({ total: count() }).from(conversations).where(where)
	const total = counted?.total ?? 0
	const isWritten = wanted.kind === 'written'
	const found = await db
		.select({
			id: conversations.id,
			slug: conversations.slug,
			title: SHOWN_TITLE,
			format: conversations.format,
			heldOn: conversations.heldOn,
			isNamesChecked: sql<boolean>`${conversations.namesCheckedAt} is not null`,
			district: districts.name,
		})
		.from(conversations)
		.leftJoin(districts, eq(districts.id, conversations.districtId))
		.where(where)
		.orderBy(desc(sql`coalesce(${conversations.heldOn}, '0001-01-01')`), asc(conversations.slug))
		.limit(PAGE_LENGTH)
		.offset((Math.max(1, wanted.page) - 1) * PAGE_LENGTH)
	const ids = found.map(({ id }) => id)
	const people = ids.length ? await countPeople(db, ids) : new Map<string, number>()
	const heard = ids.length
		? await countVoices(db, ids, isWritten)
		: new Map<string, { count: number; beginning: string | null }>()
	return {
		total,
		pages: Math.ceil(total / PAGE_LENGTH),
		conversations: found.map(({ id, ...conversation }) => ({
			...conversation,
			people: people.get(id) ?? 0,
			voices: heard.get(id)?.count ?? 0,
			beginning: heard.get(id)?.beginning ?? null,
		})),
	}
}

function conditionsOf(db: MunicipalityDatabase, { roundId, filter, kind }: FindConversations): (SQL | undefined)[] {
	const bySector =
		filter.sector &&
		exists(
			db
				.select({ one: sql`1` })
				.from(speakers)
				.innerJoin(sectors, eq(sectors.id, speakers.sectorId))
				.where(and(eq(speakers.conversationId, conversations.id), eq(sectors.slug, filter.sector))),
		)
	const inDistrict =
		filter.district &&
		inArray(
			conversations.districtId,
			db.select({ id: districts.id }).from(districts).where(eq(districts.slug, filter.district)),
		)
	return [
		eq(conversations.roundId, roundId),
		kind === 'written'
			? inArray(conversations.format, WRITTEN_FORMATS)
			: notInArray(conversations.format, WRITTEN_FORMATS),
		filter.format ? eq(conversations.format, filter.format) : undefined,
		bySector || undefined,
		inDistrict || undefined,
	]
}

async function countPeople(db: MunicipalityDatabase, ids: string[]): Promise<Map<string, number>> {
	const counted = await db
		.select({ id: speakers.conversationId, count: count() })
		.from(speakers)
		.where(and(inArray(speakers.conversationId, ids), eq(speakers.isModerator, false)))
		.groupBy(speakers.conversationId)
	return new Map(counted.map(({ id, count }) => [id, count]))
}

async function countVoices(db: MunicipalityDatabase, ids: string[], withBeginning: boolean) {
	const beginning = withBeginning
		? sql<string>`left(min(${voices.text}) filter (where ${voices.position} = 0 and ${allowsBy(sql`voice.speaker_id`, 'analyse')}), ${BEGINNING_LENGTH})`
		: sql<null>`null`
	const counted = await db
		.select({ id: voices.conversationId, count: count(), beginning })
		.from(voices)
		.where(inArray(voices.conversationId, ids))
		.groupBy(voices.conversationId)
	return new Map(counted.map(({ id, count, beginning }) => [id, { count, beginning }]))
}
