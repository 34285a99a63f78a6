/** The second factor: a code of the authenticator app, or one of the recovery codes printed when it was set up. */
import { createHmac } from 'node:crypto'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { and, eq } from 'drizzle-orm'
import type { InstallationDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import type { Secrets } from '#platform/secrets.ts'
import { inGroups, newReadableCode, plainCode } from './readable-code.ts'
import { twoFactors } from './account.tables.ts'
import { matchingStep } from './totp.ts'

export type FactorKey = Pick<Secrets, 'sessionKey'>

/** After so many wrong codes in a row the second factor rests: three codes are right at any time, of a million. */
const MOST_FAILURES = 10
const LOCK_MINUTES = 15
const RECOVERY_CODES = 10
/** 50 random bits: tried at the gate only, ten at a time. */
const RECOVERY_CHARACTERS = 10

export type CheckSecondFactor = { accountId: string; typed: string; key: FactorKey; at: Date }

/**
 * What fits, if anything does. A code that fits is used up. A wrong one is counted: keep the transaction.
 *
 * @throws {Problem} `second-factor-rests` with the minutes to wait
 */
export async function checkSecondFactor(
	db: InstallationDatabase,
	{ accountId, typed, key, at }: CheckSecondFactor,
): Promise<'app' | 'recovery-code' | null> {
	const [factor] = await db
		.select()
		.from(twoFactors)
		.where(and(eq(twoFactors.userId, accountId), eq(twoFactors.verified, true)))
		.for('update')
	if (!factor) return null
	const { lockedUntil } = factor
	if (lockedUntil && lockedUntil > at)
		throw new Problem('too-many', 'second-factor-rests', {
			minutes: Math.ceil((lockedUntil.getTime() - at.getTime()) / 60_000),
		})
	const change = await useUp(factor, typed, key, at)
	await db
		.update(twoFactors)
		.set(change?.set ?? countFailure(factor.failedVerificationCount, at))
		.where(eq(twoFactors.id, factor.id))
	return change?.by ?? null
}

type Factor = typeof twoFactors.$inferSelect

async function useUp(factor: Factor, typed: string, key: FactorKey, at: Date) {
	const calm = { failedVerificationCount: 0, lockedUntil: null }
	const digits = typed.replace(/\s/g, '')
	if (/^\d{6}$/.test(digits)) {
		const lastStep = matchingStep(await openSecret(factor.secret, key), digits, at, factor.lastStep)
		return lastStep === null ? null : { by: 'app' as const, set: { ...calm, lastStep } }
	}
	const hashes = JSON.parse(factor.backupCodes) as string[]
	const hash = recoveryHash(typed, key)
	if (!hashes.includes(hash)) return null
	const backupCodes = JSON.stringify(hashes.filter((other) => other !== hash))
	return { by: 'recovery-code' as const, set: { ...calm, backupCodes } }
}

function countFailure(earlier: number, at: Date) {
	const failures = earlier + 1
	return failures < MOST_FAILURES
		? { failedVerificationCount: failures }
		: { failedVerificationCount: 0, lockedUntil: new Date(at.getTime() + LOCK_MINUTES * 60_000) }
}

/** `codes` are shown once, on screen and on paper; `stored` cannot be turned back without the key. */
export function newRecoveryCodes(key: FactorKey): { codes: string[]; stored: string } {
	const codes = Array.from({ length: RECOVERY_CODES }, () => newReadableCode(RECOVERY_CHARACTERS))
	return {
		codes: codes.map((code) => inGroups(code, 5)),
		stored: JSON.stringify(codes.map((code) => recoveryHash(code, key))),
	}
}

function recoveryHash(typed: string, { sessionKey }: FactorKey): string {
	return createHmac('sha256', sessionKey)
		.update(`recovery|${plainCode(typed)}`)
		.digest('base64url')
}

export function sealSecret(secret: string, { sessionKey }: FactorKey): Promise<string> {
	return symmetricEncrypt({ key: `second-factor|${sessionKey}`, data: secret })
}

export function openSecret(sealed: string, { sessionKey }: FactorKey): Promise<string> {
	return symmetricDecrypt({ key: `second-factor|${sessionKey}`, data: sealed })
}
