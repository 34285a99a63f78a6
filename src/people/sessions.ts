/** Who is signed in where. A session knows its beginning and its end, nothing of the device or the place. */
import { createHash, randomBytes } from 'node:crypto'
import { and, desc, eq, gt, lte, ne, or } from 'drizzle-orm'
import type { InstallationDatabase } from '#platform/database/database.ts'
import { sessions } from './account.tables.ts'

/** Longer than most people's break between two rounds of work; nobody stays signed in for ever. */
export const SESSION_DAYS = 14

export type Session = { id: string; accountId: string; beganAt: Date }

/** Begins a session and returns its token, which only the browser keeps. */
export async function beginSession(db: InstallationDatabase, accountId: string, at: Date): Promise<string> {
	const token = randomBytes(32).toString('base64url')
	await db.delete(sessions).where(and(eq(sessions.userId, accountId), lte(sessions.expiresAt, at)))
	await db.insert(sessions).values({
		id: crypto.randomUUID(),
		userId: accountId,
		token: tokenHash(token),
		expiresAt: new Date(at.getTime() + SESSION_DAYS * 86_400_000),
		createdAt: at,
		updatedAt: at,
	})
	return token
}

export async function findSession(db: InstallationDatabase, token: string, at: Date): Promise<Session | null> {
	if (!token) return null
	const [found] = await db
		.select({ id: sessions.id, accountId: sessions.userId, beganAt: sessions.createdAt })
		.from(sessions)
		.where(and(eq(sessions.token, tokenHash(token)), gt(sessions.expiresAt, at)))
	return found ?? null
}

/** Gives a session another token, so that whoever has copied the old one is out. */
export async function renewSession(db: InstallationDatabase, sessionId: string, at: Date): Promise<string> {
	const token = randomBytes(32).toString('base64url')
	await db
		.update(sessions)
		.set({ token: tokenHash(token), updatedAt: at })
		.where(eq(sessions.id, sessionId))
	return token
}

/** Newest first. */
export function findSessions(db: InstallationDatabase, accountId: string, at: Date): Promise<Session[]> {
	return db
		.select({ id: sessions.id, accountId: sessions.userId, beganAt: sessions.createdAt })
		.from(sessions)
		.where(and(eq(sessions.userId, accountId), gt(sessions.expiresAt, at)))
		.orderBy(desc(sessions.createdAt))
}

/** Ends every session of an account, but for `except` if it is given. */
export async function endSessions(db: InstallationDatabase, accountId: string, except?: string) {
	await db
		.delete(sessions)
		.where(and(eq(sessions.userId, accountId), except === undefined ? undefined : ne(sessions.id, except)))
}

export async function endSession(db: InstallationDatabase, token: string, at: Date) {
	await db.delete(sessions).where(or(eq(sessions.token, tokenHash(token)), lte(sessions.expiresAt, at)))
}

export function tokenHash(token: string): string {
	return createHash('sha256').update(token).digest('base64url')
}
