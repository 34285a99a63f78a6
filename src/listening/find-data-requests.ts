/** Requests about own data, for the team. */
import { asc, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { dueOn } from './data-request.rules.ts'
import type { DataRequestKind } from './note-data-request.ts'
import { dataRequests } from './consent.tables.ts'
import { conversations, speakers } from './tables.ts'

export type FoundRequest = {
	id: string
	kind: DataRequestKind
	via: 'receipt' | 'mail' | 'in-person'
	wish: string
	/** How to find out who asked, while that is open. */
	about: string
	receivedOn: string
	dueOn: string
	doneOn: string | null
	/** Empty for what was done. */
	declinedBecause: string
	/** Empty while the first month counts. */
	extendedBecause: string
	/** Null once the person is erased, and while nobody knows who asked. */
	speaker: { id: string; code: string; conversation: { slug: string; title: string } } | null
}

/** Open ones, the most urgent first. */
export async function findOpenRequests(db: MunicipalityDatabase): Promise<FoundRequest[]> {
	const found = await select(db).where(isNull(dataRequests.doneOn)).orderBy(asc(dataRequests.receivedOn))
	return found.map(readable).toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : Number(one.dueOn > other.dueOn)))
}

/** The last ones that were dealt with. */
export async function findDoneRequests(db: MunicipalityDatabase): Promise<FoundRequest[]> {
	const found = await select(db).where(isNotNull(dataRequests.doneOn)).orderBy(desc(dataRequests.doneOn)).limit(20)
	return found.map(readable)
}

function select(db: MunicipalityDatabase) {
	return db
		.select({
			id: dataRequests.id,
			kind: dataRequests.kind,
			via: dataRequests.via,
			wish: dataRequests.wish,
			about: dataRequests.about,
			receivedOn: dataRequests.receivedOn,
			doneOn: dataRequests.doneOn,
			declinedBecause: dataRequests.declinedBecause,
			extendedBecause: dataRequests.extendedBecause,
			speakerId: speakers.id,
			code: speakers.code,
			slug: conversations.slug,
			title: conversations.title,
		})
		.from(dataRequests)
		.leftJoin(speakers, eq(speakers.id, dataRequests.speakerId))
		.leftJoin(conversations, eq(conversations.id, speakers.conversationId))
		.$dynamic()
}

type Row = Awaited<ReturnType<typeof select>>[number]

function readable({ speakerId, code, slug, title, ...request }: Row): FoundRequest {
	const conversation = { slug: slug ?? '', title: title ?? '' }
	return {
		...request,
		dueOn: dueOn(request),
		speaker: speakerId === null ? null : { id: speakerId, code: code ?? '', conversation },
	}
}
