import { and, eq, ne } from 'drizzle-orm'
import { enterMunicipality, inInstallation, type Database, type MunicipalityId } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { checkNewPassword, parseEmail, parseName } from './account.rules.ts'
import { appendAudit } from './audit-log.ts'
import type { SetCookies, SignIn } from './sign-in.ts'
import { accounts, credentials } from './tables.ts'

export type SetOwnAccess = {
	municipalityId: MunicipalityId
	accountId: string
	name: string
	email: string
	password: string
	/** Needed once there is a password. */
	currentPassword?: string
	at: Date
}

/**
 * A member's own name, address and password. Every session of theirs ends, and a new one begins: its cookies are returned.
 *
 * @throws {Problem} `person-name-missing`, `email-invalid`, `email-taken`, `password-too-short`, `password-too-long`,
 * `password-wrong`
 */
export async function setOwnAccess(database: Database, signIn: SignIn, wanted: SetOwnAccess): Promise<SetCookies> {
	const { municipalityId, accountId, password, currentPassword, at } = wanted
	const [name, email] = [parseName(wanted.name), parseEmail(wanted.email)]
	checkNewPassword(password)
	const known = await findAccess(database, accountId)
	if (known.hasPassword && !(await signIn.withPassword(known.email, currentPassword ?? '')))
		throw new Problem('not-allowed', 'password-wrong')

	await inInstallation(database, async (db) => {
		const [taken] = await db
			.select({ id: accounts.id })
			.from(accounts)
			.where(and(eq(accounts.email, email), ne(accounts.id, accountId)))
		if (taken) throw new Problem('conflict', 'email-taken')
		await db.update(accounts).set({ name, email, updatedAt: at }).where(eq(accounts.id, accountId))
		const inside = await enterMunicipality(db, municipalityId)
		await appendAudit(inside, { by: accountId, act: 'password-set', subject: 'account', at })
	})
	await signIn.setPassword(accountId, password)
	return (await signIn.withPassword(email, password))?.cookies ?? []
}

/** Whether somebody has a password yet. */
export async function findAccess(
	database: Database,
	accountId: string,
): Promise<{ email: string; hasPassword: boolean }> {
	const [known] = await inInstallation(database, (db) =>
		db
			.select({ email: accounts.email, credential: credentials.id })
			.from(accounts)
			.leftJoin(credentials, and(eq(credentials.userId, accounts.id), eq(credentials.providerId, 'credential')))
			.where(eq(accounts.id, accountId)),
	)
	if (!known) throw new Problem('not-found', 'member-unknown')
	return { email: known.email, hasPassword: known.credential !== null }
}
