import { and, eq, isNull, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit } from '#people/audit-log.ts'
import { codePointLength } from './code-points.ts'
import { dataRequests } from './consent.tables.ts'
import { LONGEST_WISH } from './data-request.rules.ts'
import { findPerson } from './find-person.ts'

export type FinishDataRequest = {
	requestId: string
	by: string
	day: string
	at: Date
	/** Given: nothing was done, and this is why. */
	declinedBecause?: string
}

/**
 * Notes that a request was dealt with, or declined with a reason. Where nobody found out who asked, the words go: they belong
 * to nobody we know, and nobody could ever ask for them.
 *
 * @throws {Problem} `data-request-unknown`, also for one that is done; `because-missing`, `wish-too-long`
 */
export async function finishDataRequest(
	db: MunicipalityDatabase,
	{ requestId, by, day, at, declinedBecause }: FinishDataRequest,
) {
	const because = declinedBecause?.replace(/\r\n?/g, '\n').trim()
	if (because === '') throw new Problem('invalid', 'because-missing')
	if (because && codePointLength(because) > LONGEST_WISH)
		throw new Problem('invalid', 'wish-too-long', { limit: LONGEST_WISH })
	const finished = await db
		.update(dataRequests)
		.set({
			...{ doneOn: day, doneBy: by, declinedBecause: because ?? '', about: '' },
			wish: ofSomebody(dataRequests.wish),
			extendedBecause: ofSomebody(dataRequests.extendedBecause),
		})
		.where(isOpen(requestId))
		.returning({ id: dataRequests.id })
	if (finished.length === 0) throw new Problem('not-found', 'data-request-unknown')
	const act = because ? 'data-request-declined' : 'data-request-done'
	await appendAudit(db, { by, act, subject: 'data_request', subjectId: requestId, at })
}

export type AssignDataRequest = { requestId: string; speakerId: string; by: string; at: Date }

/** Now it is known who asked. @throws {Problem} `data-request-unknown`, also for one of somebody known; `speaker-unknown` */
export async function assignDataRequest(db: MunicipalityDatabase, { requestId, speakerId, by, at }: AssignDataRequest) {
	await findPerson(db, speakerId)
	const assigned = await db
		.update(dataRequests)
		.set({ speakerId, about: '' })
		.where(and(isOpen(requestId), isNull(dataRequests.speakerId)))
		.returning({ id: dataRequests.id })
	if (assigned.length === 0) throw new Problem('not-found', 'data-request-unknown')
	await appendAudit(db, { by, act: 'data-request-assigned', subject: 'data_request', subjectId: requestId, at })
}

const isOpen = (requestId: string) => and(eq(dataRequests.id, requestId), isNull(dataRequests.doneOn))

const ofSomebody = (words: typeof dataRequests.wish | typeof dataRequests.extendedBecause) =>
	sql`case when ${dataRequests.speakerId} is null then '' else ${words} end`
