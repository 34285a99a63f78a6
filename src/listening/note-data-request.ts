import { and, eq, isNull } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { codePointLength } from './code-points.ts'
import { LONGEST_WISH } from './data-request.rules.ts'
import { dataRequests } from './consent.tables.ts'

export type DataRequestKind = (typeof dataRequests.$inferInsert)['kind']

export type NoteDataRequest = {
	kind: DataRequestKind
	via: 'receipt' | 'mail' | 'in-person'
	/** Null when the person is erased with this very request. */
	speakerId: string | null
	wish?: string
	/** ISO date in the municipality's time zone. */
	receivedOn: string
	/** Where it was done at once. */
	doneOn?: string
	/** Account id; left out when the person did it themselves. */
	doneBy?: string
}

/** More open requests of one person than this are no requests any longer. */
const MOST_OPEN = 10

/** @throws {Problem} `wish-empty` for a correction that says nothing, `wish-too-long`, `too-many-requests-open` */
export async function noteDataRequest(db: MunicipalityDatabase, request: NoteDataRequest) {
	const wish = (request.wish ?? '').replace(/\r\n?/g, '\n').trim()
	if (request.kind === 'correct' && wish === '') throw new Problem('invalid', 'wish-empty')
	if (codePointLength(wish) > LONGEST_WISH) throw new Problem('invalid', 'wish-too-long', { limit: LONGEST_WISH })
	if (request.speakerId && !request.doneOn) {
		const open = and(eq(dataRequests.speakerId, request.speakerId), isNull(dataRequests.doneOn))
		if ((await db.$count(dataRequests, open)) >= MOST_OPEN) throw new Problem('too-many', 'too-many-requests-open')
	}
	await db.insert(dataRequests).values({ ...request, wish })
}
