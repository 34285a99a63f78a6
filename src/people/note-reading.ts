import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { appendAudit, type AuditSubject } from './audit-log.ts'

/** Writes into the log that somebody was shown what people said, without what it was. `by` is an account id. */
export function noteReading(
	db: MunicipalityDatabase,
	by: string,
	subject: AuditSubject,
	subjectId: string | null = null,
) {
	return appendAudit(db, { by, act: 'passages-read', subject, subjectId, at: new Date() })
}
