import { and, eq, gt, isNull } from 'drizzle-orm'
import {
	enterMunicipality,
	inInstallation,
	inMunicipality,
	type Database,
	type InstallationDatabase,
	type MunicipalityId,
} from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { checkNewPassword, parseEmail, parseName } from './account.rules.ts'
import { confirmAddress, findByAddress, type AddressedAccount } from './address-proof.ts'
import { appendAudit } from './audit-log.ts'
import { findInvitation, type OpenInvitation } from './invite.ts'
import { checkPassword, hashNewPassword, storePassword } from './passwords.ts'
import { accounts, invitations, memberships } from './account.tables.ts'

export type AcceptInvitation = {
	municipalityId: MunicipalityId
	code: string
	name: string
	/** Only for a printed code; a mailed one is for the address it was sent to. */
	email: string
	/** The new account's, or that of the account there is already. */
	password: string
	at: Date
}

/**
 * Takes up an invitation, once, and returns the account that is now in the team. It begins no session.
 *
 * A mailed invitation shows that somebody reads the address: an account that is there already joins. A printed one shows
 * nothing about an address: an account that is there already joins only by its own password.
 *
 * @throws {Problem} `invitation-not-open`, `invitation-not-for-you`, `already-member`, `person-name-missing`,
 * `email-invalid`, `password-too-short`, `password-too-long`
 */
export async function acceptInvitation(database: Database, wanted: AcceptInvitation): Promise<string> {
	const { municipalityId, at } = wanted
	const invitation = await inMunicipality(database, municipalityId, (db) => findInvitation(db, wanted.code, at))
	const email = invitation.email ?? parseEmail(wanted.email)
	const known = await inInstallation(database, (db) => findByAddress(db, email))
	// One hash, whether there is an account or not.
	const joining = known ? await knownAccount(database, known, invitation, wanted) : await newAccount(email, wanted)
	return inInstallation(database, async (db) => {
		const accountId = await joining.prepare(db, invitation)
		const inside = await enterMunicipality(db, municipalityId)
		const taken = await inside
			.update(invitations)
			.set({ usedAt: at })
			.where(and(eq(invitations.id, invitation.id), isNull(invitations.usedAt), gt(invitations.expiresAt, at)))
			.returning({ id: invitations.id })
		if (taken.length === 0) throw new Problem('not-found', 'invitation-not-open')
		const [member] = await inside
			.insert(memberships)
			.values({ accountId, part: invitation.part, createdAt: at })
			.onConflictDoNothing()
			.returning({ id: memberships.id })
		if (!member) throw new Problem('conflict', 'already-member')
		const subjectId = invitation.id
		await appendAudit(inside, { by: accountId, act: 'invitation-accepted', subject: 'invitation', subjectId, at })
		return accountId
	})
}

type Joining = { prepare: (db: InstallationDatabase, invitation: OpenInvitation) => Promise<string> }

async function knownAccount(
	database: Database,
	known: AddressedAccount,
	invitation: OpenInvitation,
	{ password, at }: AcceptInvitation,
): Promise<Joining> {
	const shown = await checkPassword(database, known.email, password)
	const mayJoin = invitation.email ? known.opensByMail || shown === known.accountId : shown === known.accountId
	if (!mayJoin) throw new Problem('not-allowed', 'invitation-not-for-you')
	return {
		async prepare(db) {
			if (invitation.email) await confirmAddress(db, known, at)
			return known.accountId
		},
	}
}

async function newAccount(email: string, { name, password, at }: AcceptInvitation): Promise<Joining> {
	const fullName = parseName(name)
	checkNewPassword(password)
	const hash = await hashNewPassword(password)
	return {
		async prepare(db, invitation) {
			const accountId = crypto.randomUUID() as string
			const emailVerified = invitation.email !== null
			const row = { id: accountId, email, name: fullName, emailVerified, createdAt: at, updatedAt: at }
			const made = await db.insert(accounts).values(row).onConflictDoNothing().returning({ id: accounts.id })
			if (made.length === 0) throw new Problem('not-allowed', 'invitation-not-for-you')
			await storePassword(db, accountId, hash, at)
			return accountId
		},
	}
}
