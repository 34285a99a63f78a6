import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit } from './audit-log.ts'
import { memberships } from './tables.ts'

export type RecordSignIn = { accountId: string; at: Date }

/**
 * Notes that a member came in. Somebody with an account but no place in this team hears what a stranger hears.
 *
 * @throws {Problem} `sign-in-failed`
 */
export async function recordSignIn(db: MunicipalityDatabase, { accountId, at }: RecordSignIn) {
	const [member] = await db.select({ id: memberships.id }).from(memberships).where(eq(memberships.accountId, accountId))
	if (!member) throw new Problem('not-allowed', 'sign-in-failed')
	await appendAudit(db, { by: accountId, act: 'signed-in', subject: 'membership', subjectId: member.id, at })
}
