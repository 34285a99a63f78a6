import { and, eq, isNull } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit } from '#people/audit-log.ts'
import { codePointLength } from './code-points.ts'
import { dataRequests } from './consent.tables.ts'
import { dueOn, LONGEST_WISH } from './data-request.rules.ts'

export type ExtendDataRequest = { requestId: string; because: string; by: string; day: string; at: Date }

/**
 * Gives a request two months more, once, with a reason that the person reads with their receipt. They have to be told within
 * the first month (Art. 12 (3) GDPR): afterwards nothing can be extended any more.
 *
 * @throws {Problem} `data-request-unknown`, also for one that is done; `extension-because-missing`, `wish-too-long`,
 * `request-already-extended`, `extension-too-late`
 */
export async function extendDataRequest(
	db: MunicipalityDatabase,
	{ requestId, because, by, day, at }: ExtendDataRequest,
) {
	const reason = because.replace(/\r\n?/g, '\n').trim()
	if (reason === '') throw new Problem('invalid', 'extension-because-missing')
	if (codePointLength(reason) > LONGEST_WISH) throw new Problem('invalid', 'wish-too-long', { limit: LONGEST_WISH })
	const [request] = await db
		.select({ receivedOn: dataRequests.receivedOn, extendedBecause: dataRequests.extendedBecause })
		.from(dataRequests)
		.where(and(eq(dataRequests.id, requestId), isNull(dataRequests.doneOn)))
		.for('update')
	if (!request) throw new Problem('not-found', 'data-request-unknown')
	if (request.extendedBecause) throw new Problem('conflict', 'request-already-extended')
	if (day > dueOn(request)) throw new Problem('conflict', 'extension-too-late')
	await db.update(dataRequests).set({ extendedBecause: reason }).where(eq(dataRequests.id, requestId))
	await appendAudit(db, { by, act: 'data-request-extended', subject: 'data_request', subjectId: requestId, at })
}
