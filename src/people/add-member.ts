import { and, eq, ne } from 'drizzle-orm'
import {
	enterMunicipality,
	inInstallation,
	type Database,
	type InstallationDatabase,
	type MunicipalityId,
} from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { parseEmail, parseName } from './account.rules.ts'
import { appendAudit } from './audit-log.ts'
import type { Part } from './rights.ts'
import { accounts, memberships } from './account.tables.ts'

export type AddMember = {
	municipalityId: MunicipalityId
	email: string
	name: string
	part: Part
	by: string
	at: Date
}

/** `needsLink`: nobody else vouches for this account yet, so this team may hand out a link for it. */
export type AddedMember = { accountId: string; email: string; needsLink: boolean }

/**
 * Takes somebody into the team without asking them: for commands and first starts, whose users run the server. A team
 * invites instead (`invite.ts`). The account may exist already from another municipality.
 *
 * @throws {Problem} `email-invalid`, `person-name-missing`, `already-member`
 */
export async function addMember(
	database: Database,
	{ municipalityId, by, at, part, ...wanted }: AddMember,
): Promise<AddedMember> {
	const [email, name] = [parseEmail(wanted.email), parseName(wanted.name)]
	return inInstallation(database, async (db) => {
		const { accountId, isKnown } = await findOrCreateAccount(db, { email, name, at })
		const isElsewhere = isKnown && (await isMemberElsewhere(db, accountId, municipalityId))
		const inside = await enterMunicipality(db, municipalityId)
		const [member] = await inside
			.insert(memberships)
			.values({ accountId, part, createdAt: at })
			.onConflictDoNothing()
			.returning({ id: memberships.id })
		if (!member) throw new Problem('conflict', 'already-member')
		await appendAudit(inside, { by, act: 'member-added', subject: 'membership', subjectId: member.id, at })
		return { accountId, email, needsLink: !isElsewhere }
	})
}

async function findOrCreateAccount(
	db: InstallationDatabase,
	{ email, name, at }: { email: string; name: string; at: Date },
) {
	const [known] = await db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email))
	if (known) return { accountId: known.id, isKnown: true }
	const row = { id: crypto.randomUUID() as string, email, name, createdAt: at, updatedAt: at }
	await db.insert(accounts).values(row)
	return { accountId: row.id, isKnown: false }
}

/**
 * Whether another municipality knows this account too. Then no team alone may hand out links for it: a link signs in
 * everywhere.
 */
export async function isMemberElsewhere(
	db: InstallationDatabase,
	accountId: string,
	municipalityId: MunicipalityId,
): Promise<boolean> {
	const others = await db
		.select({ id: memberships.id })
		.from(memberships)
		.where(and(eq(memberships.accountId, accountId), ne(memberships.municipalityId, municipalityId)))
		.limit(1)
	return others.length > 0
}
