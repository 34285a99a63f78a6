import { and, eq, ne } from 'drizzle-orm'
import { enterMunicipality, inInstallation, type Database, type MunicipalityId } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { checkNewPassword, parseEmail, parseName } from './account.rules.ts'
import { appendAudit } from './audit-log.ts'
import { revokeTokens } from './one-time-tokens.ts'
import { hashNewPassword, storePassword } from './passwords.ts'
import { endSessions, type Session } from './sessions.ts'
import { accounts } from './account.tables.ts'

export type SetOwnAccess = {
	municipalityId: MunicipalityId
	session: Session
	name: string
	email: string
	password: string
	at: Date
}

/**
 * A member's own name, address and password, after `confirmIdentity`. Every other session of theirs ends; a new address
 * is not confirmed.
 *
 * @throws {Problem} `person-name-missing`, `email-invalid`, `email-taken`, `password-too-short`, `password-too-long`
 */
export async function setOwnAccess(
	database: Database,
	{ municipalityId, session, password, at, ...own }: SetOwnAccess,
) {
	const { accountId } = session
	const [name, email] = [parseName(own.name), parseEmail(own.email)]
	checkNewPassword(password)
	const hash = await hashNewPassword(password)
	await inInstallation(database, async (db) => {
		const [before] = await db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, accountId))
		const [taken] = await db
			.select({ id: accounts.id })
			.from(accounts)
			.where(and(eq(accounts.email, email), ne(accounts.id, accountId)))
		if (taken) throw new Problem('conflict', 'email-taken')
		const moved = before?.email !== email
		await db
			.update(accounts)
			.set({ name, email, updatedAt: at, ...(moved && { emailVerified: false }) })
			.where(eq(accounts.id, accountId))
		await storePassword(db, accountId, hash, at)
		await revokeTokens(db, ['handed-link', 'mailed-link', 'second-factor', 'confirm-address'], accountId)
		await endSessions(db, accountId, session.id)
		const inside = await enterMunicipality(db, municipalityId)
		await appendAudit(inside, { by: accountId, act: 'password-set', subject: 'account', at })
	})
}
