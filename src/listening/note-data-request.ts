import { and, eq, isNull } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { codePointLength } from './code-points.ts'
import { dataRequests } from './consent.tables.ts'
import { isAnsweredByDoing, LONGEST_WISH } from './data-request.rules.ts'

export type DataRequestKind = (typeof dataRequests.$inferInsert)['kind']

export type NoteDataRequest = {
	kind: DataRequestKind
	via: 'receipt' | 'mail' | 'in-person'
	/** Null when the person is erased with this very request, or nobody knows yet who asked. */
	speakerId: string | null
	wish?: string
	/** How to find out who asked. */
	about?: string
	/** ISO date in the municipality's time zone. */
	receivedOn: string
	/** Where it was done at once. */
	doneOn?: string
	/** Account id; left out when the person did it themselves. */
	doneBy?: string
}

/** More open requests of one person than this are no requests any longer. */
const MOST_OPEN = 10

/**
 * What the team does at once is the answer to requests of the same kind that were waiting, and is no second one beside them.
 *
 * @throws {Problem} `wish-empty` for a correction that says nothing, `wish-too-long`, `too-many-requests-open`
 */
export async function noteDataRequest(db: MunicipalityDatabase, request: NoteDataRequest) {
	const [wish, about] = [tidy(request.wish), tidy(request.about)]
	if (request.kind === 'correct' && wish === '') throw new Problem('invalid', 'wish-empty')
	if (Math.max(codePointLength(wish), codePointLength(about)) > LONGEST_WISH)
		throw new Problem('invalid', 'wish-too-long', { limit: LONGEST_WISH })
	const { kind, speakerId, doneOn, doneBy } = request
	if (speakerId && !doneOn) {
		const open = and(eq(dataRequests.speakerId, speakerId), isNull(dataRequests.doneOn))
		if ((await db.$count(dataRequests, open)) >= MOST_OPEN) throw new Problem('too-many', 'too-many-requests-open')
	}
	if (speakerId && doneOn && doneBy && isAnsweredByDoing(kind)) {
		const waited = await answerWaiting(db, { speakerId, kind, doneOn, doneBy })
		if (waited > 0) return undefined
	}
	const [noted] = await db
		.insert(dataRequests)
		.values({ ...request, wish, about })
		.returning({ id: dataRequests.id })
	return noted!.id
}

/** Closes what this person was waiting for, all of it where no kind is named; says how many that were. */
export async function answerWaiting(
	db: MunicipalityDatabase,
	{ speakerId, kind, ...done }: { speakerId: string; kind?: DataRequestKind; doneOn: string; doneBy?: string },
): Promise<number> {
	const ofKind = kind && eq(dataRequests.kind, kind)
	const waiting = and(eq(dataRequests.speakerId, speakerId), isNull(dataRequests.doneOn), ofKind)
	return (await db.update(dataRequests).set(done).where(waiting)).rowCount ?? 0
}

const tidy = (written = '') => written.replace(/\r\n?/g, '\n').trim()
