import { eq } from 'drizzle-orm'
import { besideMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit } from './audit-log.ts'
import { refuseLastSteward } from './change-part.ts'
import { endInvitationsOf } from './invite.ts'
import { endSessions } from './sessions.ts'
import { memberships } from './account.tables.ts'

export type RemoveMember = { accountId: string; by: string; at: Date }

/**
 * Takes somebody out of the team, at once: their sessions end, and the next click of theirs is a stranger's. What they did
 * keeps their name. Who leaves by themselves is `by` and `accountId` in one.
 *
 * @throws {Problem} `last-steward`, `member-unknown`
 */
export async function removeMember(db: MunicipalityDatabase, { accountId, by, at }: RemoveMember) {
	await refuseLastSteward(db, accountId)
	const [removed] = await db
		.delete(memberships)
		.where(eq(memberships.accountId, accountId))
		.returning({ id: memberships.id })
	if (!removed) throw new Problem('not-found', 'member-unknown')
	await endInvitationsOf(db, accountId)
	await appendAudit(db, { by, act: 'member-removed', subject: 'membership', subjectId: removed.id, at })
	await besideMunicipality(db, (beside) => endSessions(beside, accountId))
}
