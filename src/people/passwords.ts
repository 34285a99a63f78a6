/** Passwords: scrypt, and the same work whether or not somebody exists. */
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { and, eq } from 'drizzle-orm'
import { inInstallation, type Database, type InstallationDatabase } from '#platform/database/database.ts'
import { accounts, credentials } from './account.tables.ts'

/** A hash nobody's password belongs to, made at the first need. */
let decoy: Promise<string> | undefined

/** Account this address and password belong to. One query and one hash, whoever asks and whatever is true. */
export async function checkPassword(database: Database, email: string, password: string): Promise<string | null> {
	decoy ??= hashPassword(crypto.randomUUID())
	const [known] = await inInstallation(database, (db) =>
		db
			.select({ accountId: accounts.id, hash: credentials.password })
			.from(accounts)
			.leftJoin(credentials, ownPassword)
			.where(eq(accounts.email, email)),
	)
	const fits = await verifyPassword({ hash: known?.hash ?? (await decoy), password })
	return fits && known?.hash ? known.accountId : null
}

/** Hashing takes a tenth of a second: do it before a transaction begins. */
export async function hashNewPassword(password: string): Promise<string> {
	return hashPassword(password)
}

export async function storePassword(db: InstallationDatabase, accountId: string, hash: string, at: Date) {
	await db.delete(credentials).where(and(eq(credentials.userId, accountId), eq(credentials.providerId, 'credential')))
	await db.insert(credentials).values({
		id: crypto.randomUUID(),
		userId: accountId,
		accountId,
		providerId: 'credential',
		password: hash,
		createdAt: at,
		updatedAt: at,
	})
}

const ownPassword = and(eq(credentials.userId, accounts.id), eq(credentials.providerId, 'credential'))
