/**
 * Tokens that work once. The database keeps a hash that covers the purpose too, so that a token given out for one thing
 * never opens another, and a stolen table opens nothing.
 */
import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, inArray, like, lte } from 'drizzle-orm'
import type { InstallationDatabase } from '#platform/database/database.ts'
import { verifications } from './account.tables.ts'

/** `handed-link` came from a steward or a command, `mailed-link` was sent to the address itself. */
export type TokenPurpose =
	| 'handed-link'
	| 'mailed-link'
	| 'confirm-address'
	| 'second-factor'
	| 'passkey-entry'
	| 'passkey-new'
	| 'provider'

export type IssueToken = { purpose: TokenPurpose; value: string; minutes: number; at: Date }

/** Gives out a token for `value`, 43 characters. Whatever has expired is cleared away on the way. */
export async function issueToken(db: InstallationDatabase, { purpose, value, minutes, at }: IssueToken) {
	const token = randomBytes(32).toString('base64url')
	await db.delete(verifications).where(lte(verifications.expiresAt, at))
	await db.insert(verifications).values({
		id: crypto.randomUUID(),
		identifier: identifierOf(purpose, token),
		value,
		expiresAt: new Date(at.getTime() + minutes * 60_000),
		createdAt: at,
		updatedAt: at,
	})
	return token
}

export type FindToken = { purpose: TokenPurpose; token: string; at: Date }

/** Uses the token up and returns its value; null for all but the first who come in time. */
export async function takeToken(db: InstallationDatabase, wanted: FindToken): Promise<string | null> {
	const [taken] = await db.delete(verifications).where(matching(wanted)).returning({ value: verifications.value })
	return taken?.value ?? null
}

/** The value of a token that stays usable. */
export async function peekToken(db: InstallationDatabase, wanted: FindToken): Promise<string | null> {
	const [found] = await db.select({ value: verifications.value }).from(verifications).where(matching(wanted))
	return found?.value ?? null
}

/** Takes back every token of these purposes whose value is `value`, or begins with it and a blank. */
export async function revokeTokens(db: InstallationDatabase, purposes: TokenPurpose[], value: string) {
	const rows = await db
		.select({ id: verifications.id, identifier: verifications.identifier, value: verifications.value })
		.from(verifications)
		.where(like(verifications.value, `${value.replace(/[\\%_]/g, '\\$&')}%`))
	const ids = rows
		.filter((row) => row.value === value || row.value.startsWith(`${value} `))
		.filter((row) => purposes.some((purpose) => row.identifier.startsWith(`${purpose}:`)))
		.map(({ id }) => id)
	if (ids.length > 0) await db.delete(verifications).where(inArray(verifications.id, ids))
}

function matching({ purpose, token, at }: FindToken) {
	return and(eq(verifications.identifier, identifierOf(purpose, token)), gt(verifications.expiresAt, at))
}

function identifierOf(purpose: TokenPurpose, token: string): string {
	return `${purpose}:${createHash('sha256').update(`${purpose}|${token}`).digest('base64url')}`
}
