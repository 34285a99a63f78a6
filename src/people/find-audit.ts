/** A page of the audit log, newest first, with the names of those who are accounts here. */
import { and, count, desc, eq, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { accounts } from './account.tables.ts'
import { auditEntries } from './tables.ts'

export type AuditLine = {
	sequence: number
	at: Date
	by: string
	name: string | null
	act: string
	subject: string
	subjectId: string | null
}

export type FindAudit = { act?: string | undefined; by?: string | undefined; limit: number; offset: number }

export async function findAudit(
	db: MunicipalityDatabase,
	{ act, by, limit, offset }: FindAudit,
): Promise<{ total: number; lines: AuditLine[] }> {
	const wanted = and(act ? eq(auditEntries.act, act) : undefined, by ? eq(auditEntries.by, by) : undefined)
	const [counted] = await db.select({ total: count() }).from(auditEntries).where(wanted)
	const lines = await db
		.select({
			sequence: auditEntries.sequence,
			at: auditEntries.at,
			by: auditEntries.by,
			name: accounts.name,
			act: auditEntries.act,
			subject: auditEntries.subject,
			subjectId: auditEntries.subjectId,
		})
		.from(auditEntries)
		.leftJoin(accounts, eq(accounts.id, auditEntries.by))
		.where(wanted)
		.orderBy(desc(auditEntries.sequence))
		.limit(limit)
		.offset(offset)
	return { total: counted!.total, lines }
}

/** Whoever has done something, and everything that was done: the choices of the page's filters. */
export async function findAuditChoices(
	db: MunicipalityDatabase,
): Promise<{ people: { by: string; name: string | null }[]; acts: string[] }> {
	const people = await db
		.selectDistinct({ by: auditEntries.by, name: accounts.name })
		.from(auditEntries)
		.leftJoin(accounts, eq(accounts.id, auditEntries.by))
	const acts = await db
		.selectDistinct({ act: auditEntries.act })
		.from(auditEntries)
		.orderBy(sql`1`)
	return { people, acts: acts.map(({ act }) => act) }
}
