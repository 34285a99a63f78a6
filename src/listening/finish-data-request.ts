import { and, eq, isNull } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit } from '#people/audit-log.ts'
import { dataRequests } from './consent.tables.ts'

export type FinishDataRequest = { requestId: string; by: string; day: string; at: Date }

/** Notes that a request was dealt with. @throws {Problem} `data-request-unknown`, also for one that is done */
export async function finishDataRequest(db: MunicipalityDatabase, { requestId, by, day, at }: FinishDataRequest) {
	const finished = await db
		.update(dataRequests)
		.set({ doneOn: day, doneBy: by })
		.where(and(eq(dataRequests.id, requestId), isNull(dataRequests.doneOn)))
		.returning({ id: dataRequests.id })
	if (finished.length === 0) throw new Problem('not-found', 'data-request-unknown')
	await appendAudit(db, { by, act: 'data-request-done', subject: 'data_request', subjectId: requestId, at })
}
