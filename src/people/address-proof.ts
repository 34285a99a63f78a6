/**
 * What a mail to an address may open. Somebody could have set up an account under an address that is not theirs, with a
 * password of their own, and waited: so a mail opens an account only if its address was confirmed before, or if there is
 * no other way into it yet. Then this mail confirms it.
 */
import { and, eq } from 'drizzle-orm'
import type { InstallationDatabase } from '#platform/database/database.ts'
import { revokeTokens } from './one-time-tokens.ts'
import { endSessions } from './sessions.ts'
import { accounts, credentials, passkeys } from './account.tables.ts'

export type AddressedAccount = { accountId: string; email: string; isConfirmed: boolean; opensByMail: boolean }

/** Null when no account has this address. */
export async function findByAddress(db: InstallationDatabase, email: string): Promise<AddressedAccount | null> {
	const [found] = await db
		.select({
			accountId: accounts.id,
			isConfirmed: accounts.emailVerified,
			asksTwice: accounts.twoFactorEnabled,
			password: credentials.id,
			passkey: passkeys.id,
		})
		.from(accounts)
		.leftJoin(credentials, eq(credentials.userId, accounts.id))
		.leftJoin(passkeys, eq(passkeys.userId, accounts.id))
		.where(eq(accounts.email, email))
		.limit(1)
	if (!found) return null
	const { accountId, isConfirmed, asksTwice, password, passkey } = found
	const hasOtherWay = asksTwice || password !== null || passkey !== null
	return { accountId, email, isConfirmed, opensByMail: isConfirmed || !hasOtherWay }
}

/** Notes that somebody reads the mails of this address. Whoever came in before by a link handed over is out. */
export async function confirmAddress(db: InstallationDatabase, { accountId, isConfirmed }: AddressedAccount, at: Date) {
	if (isConfirmed) return
	await endSessions(db, accountId)
	await revokeTokens(db, ['handed-link'], accountId)
	await db.update(accounts).set({ emailVerified: true, updatedAt: at }).where(eq(accounts.id, accountId))
}

/** Confirms the address of somebody who is signed in and opened the mail: nothing else changes. */
export async function confirmOwnAddress(
	db: InstallationDatabase,
	{ accountId, email, at }: { accountId: string; email: string; at: Date },
): Promise<boolean> {
	const confirmed = await db
		.update(accounts)
		.set({ emailVerified: true, updatedAt: at })
		.where(and(eq(accounts.id, accountId), eq(accounts.email, email)))
		.returning({ id: accounts.id })
	return confirmed.length > 0
}
