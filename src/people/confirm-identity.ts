import { and, eq } from 'drizzle-orm'
import { inInstallation, type Database, type InstallationDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { checkPassword } from './passwords.ts'
import { plainCode } from './readable-code.ts'
import { checkSecondFactor, type FactorKey } from './second-factor.ts'
import type { Session } from './sessions.ts'
import { accounts, credentials } from './account.tables.ts'

/** Who stays away from an open computer this long could be somebody else. */
const FRESH_MINUTES = 15

export type ConfirmIdentity = { session: Session; typed: string; key: FactorKey; at: Date }

/**
 * Before somebody changes how they sign in, they show once more who they are: by their password or a code of the second
 * factor. Whoever has neither has signed in within the last 15 minutes.
 *
 * @throws {Problem} `confirmation-wrong`, `sign-in-again`, `second-factor-rests`
 */
export async function confirmIdentity(database: Database, { session, typed, key, at }: ConfirmIdentity) {
	const { accountId, beganAt } = session
	const { email, hasPassword, hasSecondFactor } = await inInstallation(database, (db) => findWays(db, accountId))
	if (!hasPassword && !hasSecondFactor) {
		if (at.getTime() - beganAt.getTime() <= FRESH_MINUTES * 60_000) return
		throw new Problem('not-allowed', 'sign-in-again', { minutes: FRESH_MINUTES })
	}
	// No password is that short.
	if (hasSecondFactor && plainCode(typed).length <= 10) {
		const fits = await inInstallation(database, (db) => checkSecondFactor(db, { accountId, typed, key, at }))
		if (fits) return
	} else if ((await checkPassword(database, email, typed)) === accountId) return
	throw new Problem('not-allowed', 'confirmation-wrong')
}

export function findOwnWays(database: Database, accountId: string): Promise<Ways> {
	return inInstallation(database, (db) => findWays(db, accountId))
}

export type Ways = { email: string; isConfirmed: boolean; hasPassword: boolean; hasSecondFactor: boolean }

/** @throws {Problem} `member-unknown` */
export async function findWays(db: InstallationDatabase, accountId: string): Promise<Ways> {
	const [known] = await db
		.select({
			email: accounts.email,
			isConfirmed: accounts.emailVerified,
			hasSecondFactor: accounts.twoFactorEnabled,
			password: credentials.id,
		})
		.from(accounts)
		.leftJoin(credentials, and(eq(credentials.userId, accounts.id), eq(credentials.providerId, 'credential')))
		.where(eq(accounts.id, accountId))
	if (!known) throw new Problem('not-found', 'member-unknown')
	const { password, ...ways } = known
	return { ...ways, hasPassword: password !== null }
}
