import { and, eq, ne } from 'drizzle-orm'
import { besideMunicipality, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit } from './audit-log.ts'
import { endInvitationsOf } from './invite.ts'
import type { Part } from './rights.ts'
import { endSessions } from './sessions.ts'
import { memberships } from './account.tables.ts'

export type ChangePart = { accountId: string; part: Part; by: string; at: Date }

/**
 * Gives a member another part. Every session of theirs ends: what stands open in their browser was for the part before.
 *
 * @throws {Problem} `member-unknown`, `last-steward` when nobody would be left who may lead the team
 */
export async function changePart(db: MunicipalityDatabase, { accountId, part, by, at }: ChangePart) {
	if (part !== 'steward') await refuseLastSteward(db, accountId)
	const [changed] = await db
		.update(memberships)
		.set({ part })
		.where(eq(memberships.accountId, accountId))
		.returning({ id: memberships.id })
	if (!changed) throw new Problem('not-found', 'member-unknown')
	if (part !== 'steward') await endInvitationsOf(db, accountId)
	await appendAudit(db, { by, act: 'member-part-changed', subject: 'membership', subjectId: changed.id, at })
	await besideMunicipality(db, (beside) => endSessions(beside, accountId))
}

/** @throws {Problem} `last-steward`. Locks the stewards, so that two cannot leave at the same moment. */
export async function refuseLastSteward(db: MunicipalityDatabase, accountId: string) {
	await db
		.select({ id: memberships.id })
		.from(memberships)
		.where(eq(memberships.part, 'steward'))
		.orderBy(memberships.id)
		.for('update')
	const others = await db
		.select({ id: memberships.id })
		.from(memberships)
		.where(and(eq(memberships.part, 'steward'), ne(memberships.accountId, accountId)))
		.limit(1)
	if (others.length === 0) throw new Problem('conflict', 'last-steward')
}
