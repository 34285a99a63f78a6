/** Switching the second factor on and off. On: first a secret nobody relies on yet, then a code that shows the app has it. */
import { and, eq } from 'drizzle-orm'
import {
	enterMunicipality,
	inInstallation,
	type Database,
	type InstallationDatabase,
	type MunicipalityId,
} from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit, type AuditAct } from './audit-log.ts'
import { newRecoveryCodes, openSecret, sealSecret, type FactorKey } from './second-factor.ts'
import { endSessions, type Session } from './sessions.ts'
import { accounts, twoFactors } from './account.tables.ts'
import { matchingStep, newTotpSecret } from './totp.ts'

export type OwnSecondFactor = { municipalityId: MunicipalityId; session: Session; key: FactorKey; at: Date }

/**
 * Draws a secret for the app and returns it. Nothing is asked for at sign-in before `confirmSecondFactor`.
 *
 * @throws {Problem} `second-factor-on-already`
 */
export async function beginSecondFactor(database: Database, { session, key }: OwnSecondFactor): Promise<string> {
	const secret = newTotpSecret()
	const sealed = await sealSecret(secret, key)
	const { accountId } = session
	await inInstallation(database, async (db) => {
		await refuseIfOn(db, accountId)
		await db.delete(twoFactors).where(eq(twoFactors.userId, accountId))
		await db
			.insert(twoFactors)
			.values({ id: crypto.randomUUID(), userId: accountId, secret: sealed, backupCodes: '[]' })
	})
	return secret
}

/** The secret somebody is just setting up. @throws {Problem} `second-factor-not-begun` */
export async function findBegunSecret(database: Database, { session, key }: OwnSecondFactor): Promise<string> {
	const [begun] = await inInstallation(database, (db) =>
		db
			.select({ secret: twoFactors.secret })
			.from(twoFactors)
			.where(and(eq(twoFactors.userId, session.accountId), eq(twoFactors.verified, false))),
	)
	if (!begun) throw new Problem('conflict', 'second-factor-not-begun')
	return openSecret(begun.secret, key)
}

/**
 * Switches it on, ends the sessions on other devices and returns the recovery codes, which nobody can see again.
 *
 * @throws {Problem} `second-factor-not-begun`, `code-wrong`
 */
export async function confirmSecondFactor(
	database: Database,
	own: OwnSecondFactor & { typed: string },
): Promise<string[]> {
	const secret = await findBegunSecret(database, own)
	const { session, key, typed, at } = own
	const lastStep = matchingStep(secret, typed.replace(/\s/g, ''), at, null)
	if (lastStep === null) throw new Problem('invalid', 'code-wrong')
	const { codes, stored } = newRecoveryCodes(key)
	await change(database, own, 'second-factor-on', async (db) => {
		await db
			.update(twoFactors)
			.set({ verified: true, backupCodes: stored, lastStep, failedVerificationCount: 0, lockedUntil: null })
			.where(eq(twoFactors.userId, session.accountId))
		await db.update(accounts).set({ twoFactorEnabled: true, updatedAt: at }).where(eq(accounts.id, session.accountId))
		await endSessions(db, session.accountId, session.id)
	})
	return codes
}

/** New recovery codes; the old ones are worth nothing from now on. @throws {Problem} `second-factor-off` */
export async function renewRecoveryCodes(database: Database, own: OwnSecondFactor): Promise<string[]> {
	const { codes, stored } = newRecoveryCodes(own.key)
	await change(database, own, 'recovery-codes-renewed', async (db) => {
		const renewed = await db
			.update(twoFactors)
			.set({ backupCodes: stored })
			.where(and(eq(twoFactors.userId, own.session.accountId), eq(twoFactors.verified, true)))
			.returning({ id: twoFactors.id })
		if (renewed.length === 0) throw new Problem('conflict', 'second-factor-off')
	})
	return codes
}

export function endSecondFactor(database: Database, own: OwnSecondFactor): Promise<void> {
	const { accountId } = own.session
	return change(database, own, 'second-factor-off', async (db) => {
		await db.delete(twoFactors).where(eq(twoFactors.userId, accountId))
		await db.update(accounts).set({ twoFactorEnabled: false, updatedAt: own.at }).where(eq(accounts.id, accountId))
		await endSessions(db, accountId, own.session.id)
	})
}

/** How many recovery codes are left; null when there is no second factor. */
export async function findRecoveryCodesLeft(db: InstallationDatabase, accountId: string): Promise<number | null> {
	const [factor] = await db
		.select({ codes: twoFactors.backupCodes })
		.from(twoFactors)
		.where(and(eq(twoFactors.userId, accountId), eq(twoFactors.verified, true)))
	return factor ? (JSON.parse(factor.codes) as string[]).length : null
}

function change(
	database: Database,
	{ municipalityId, session, at }: OwnSecondFactor,
	act: AuditAct,
	work: (db: InstallationDatabase) => Promise<void>,
): Promise<void> {
	return inInstallation(database, async (db) => {
		await work(db)
		const inside = await enterMunicipality(db, municipalityId)
		await appendAudit(inside, { by: session.accountId, act, subject: 'account', at })
	})
}

async function refuseIfOn(db: InstallationDatabase, accountId: string) {
	const [account] = await db
		.select({ isOn: accounts.twoFactorEnabled })
		.from(accounts)
		.where(eq(accounts.id, accountId))
	if (account?.isOn) throw new Problem('conflict', 'second-factor-on-already')
}
