import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { parseEmail, parseName } from './account.rules.ts'
import { appendAudit } from './audit-log.ts'
import { codeHash, newReadableCode } from './readable-code.ts'
import type { Part } from './rights.ts'
import { invitations } from './account.tables.ts'

/** A mail is read within the week; a sheet of paper may lie in a pigeonhole. */
export const INVITATION_DAYS = { mail: 7, paper: 14 }
/** 80 random bits. */
const CODE_CHARACTERS = 16

export type Invite = {
	name: string
	/** Left out for a printed code: whoever holds it enters their own. */
	email?: string | undefined
	part: Part
	by: string
	at: Date
}

export type Invitation = { code: string; name: string; email: string | null; part: Part; expiresAt: Date }

/**
 * Writes an invitation and returns its code, which is kept nowhere. It says the same whether or not the address has an
 * account; an earlier open invitation for the same address ends.
 *
 * @throws {Problem} `email-invalid`, `person-name-missing`
 */
export async function invite(db: MunicipalityDatabase, { part, by, at, ...wanted }: Invite): Promise<Invitation> {
	const name = parseName(wanted.name)
	const email = wanted.email === undefined ? null : parseEmail(wanted.email)
	const code = newReadableCode(CODE_CHARACTERS)
	const days = email ? INVITATION_DAYS.mail : INVITATION_DAYS.paper
	const expiresAt = new Date(at.getTime() + days * 86_400_000)
	if (email) await db.delete(invitations).where(and(eq(invitations.email, email), isNull(invitations.usedAt)))
	const [row] = await db
		.insert(invitations)
		.values({ codeHash: codeHash(code), name, email, part, invitedBy: by, createdAt: at, expiresAt })
		.returning({ id: invitations.id })
	await appendAudit(db, { by, act: 'invited', subject: 'invitation', subjectId: row!.id, at })
	return { code, name, email, part, expiresAt }
}

export type OpenInvitation = { id: string; name: string; email: string | null; part: Part; expiresAt: Date }

/** Not yet used and not yet expired, newest first. */
export function findOpenInvitations(db: MunicipalityDatabase, at: Date): Promise<OpenInvitation[]> {
	const { id, name, email, part, expiresAt } = invitations
	return db
		.select({ id, name, email, part, expiresAt })
		.from(invitations)
		.where(and(isNull(invitations.usedAt), gt(invitations.expiresAt, at)))
		.orderBy(desc(invitations.createdAt))
}

/**
 * The open invitation with this code. Unknown, used, expired and taken back are the same.
 *
 * @throws {Problem} `invitation-not-open`
 */
export async function findInvitation(db: MunicipalityDatabase, code: string, at: Date): Promise<OpenInvitation> {
	const { id, name, email, part, expiresAt } = invitations
	const [found] = await db
		.select({ id, name, email, part, expiresAt })
		.from(invitations)
		.where(and(eq(invitations.codeHash, codeHash(code)), isNull(invitations.usedAt), gt(expiresAt, at)))
	if (!found) throw new Problem('not-found', 'invitation-not-open')
	return found
}

/** @throws {Problem} `invitation-not-open` */
export async function revokeInvitation(
	db: MunicipalityDatabase,
	{ invitationId, by, at }: { invitationId: string; by: string; at: Date },
) {
	if (!isUuid(invitationId)) throw new Problem('not-found', 'invitation-not-open')
	const [revoked] = await db
		.delete(invitations)
		.where(and(eq(invitations.id, invitationId), isNull(invitations.usedAt)))
		.returning({ id: invitations.id })
	if (!revoked) throw new Problem('not-found', 'invitation-not-open')
	await appendAudit(db, { by, act: 'invitation-revoked', subject: 'invitation', subjectId: revoked.id, at })
}

/** Invitations of somebody who leads the team no longer: they could hold one of them. */
export async function endInvitationsOf(db: MunicipalityDatabase, accountId: string) {
	await db.delete(invitations).where(and(isNull(invitations.usedAt), eq(invitations.invitedBy, accountId)))
}
