import { and, eq } from 'drizzle-orm'
import { enterMunicipality, inInstallation, type Database, type MunicipalityId } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { isMemberElsewhere } from './add-member.ts'
import { appendAudit } from './audit-log.ts'
import { accounts, credentials, memberships, sessions } from './tables.ts'

export type RenewAccess = { municipalityId: MunicipalityId; accountId: string; by: string; at: Date }

/**
 * For somebody who lost their password: it is forgotten and every session ends, so that a new link can be handed out.
 * Returns the address the link is for.
 *
 * @throws {Problem} `member-unknown`, `member-elsewhere` when another municipality relies on this account too
 */
export async function renewAccess(
	database: Database,
	{ municipalityId, accountId, by, at }: RenewAccess,
): Promise<string> {
	return inInstallation(database, async (db) => {
		const [member] = await db
			.select({ id: memberships.id, email: accounts.email })
			.from(memberships)
			.innerJoin(accounts, eq(accounts.id, memberships.accountId))
			.where(and(eq(memberships.accountId, accountId), eq(memberships.municipalityId, municipalityId)))
		if (!member) throw new Problem('not-found', 'member-unknown')
		if (await isMemberElsewhere(db, accountId, municipalityId)) throw new Problem('conflict', 'member-elsewhere')
		await db.delete(credentials).where(eq(credentials.userId, accountId))
		await db.delete(sessions).where(eq(sessions.userId, accountId))
		const inside = await enterMunicipality(db, municipalityId)
		await appendAudit(inside, { by, act: 'link-renewed', subject: 'membership', subjectId: member.id, at })
		return member.email
	})
}
