import { and, eq } from 'drizzle-orm'
import { enterMunicipality, inInstallation, type Database, type MunicipalityId } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { isMemberElsewhere } from './add-member.ts'
import { appendAudit } from './audit-log.ts'
import { revokeTokens } from './one-time-tokens.ts'
import { endSessions } from './sessions.ts'
import { accounts, credentials, memberships, passkeys, twoFactors } from './account.tables.ts'

export type RenewAccess = { municipalityId: MunicipalityId; accountId: string; by: string; at: Date }

/**
 * For somebody who lost their password, phone or codes: every way in is forgotten, passkeys and second factor included, and
 * every session ends, so that a new link can be handed out. Returns the address the link is for.
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
		for (const table of [credentials, passkeys, twoFactors]) await db.delete(table).where(eq(table.userId, accountId))
		// The address was shown by mail, if ever, to whoever had it then.
		await db
			.update(accounts)
			.set({ twoFactorEnabled: false, emailVerified: false, updatedAt: at })
			.where(eq(accounts.id, accountId))
		await revokeTokens(db, ['handed-link', 'mailed-link', 'second-factor', 'confirm-address'], accountId)
		await endSessions(db, accountId)
		const inside = await enterMunicipality(db, municipalityId)
		await appendAudit(inside, { by, act: 'link-renewed', subject: 'membership', subjectId: member.id, at })
		return member.email
	})
}
