import { desc } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { retentionRuns } from './tables.ts'

export type RetentionRun = { kind: string; ranOn: string; removed: number }

/** What the daily job did, newest first; a year of quiet days fits. */
export async function findRetentionLog(db: MunicipalityDatabase): Promise<RetentionRun[]> {
	return db
		.select({ kind: retentionRuns.kind, ranOn: retentionRuns.ranOn, removed: retentionRuns.removed })
		.from(retentionRuns)
		.orderBy(desc(retentionRuns.ranOn), retentionRuns.kind)
		.limit(100)
}
