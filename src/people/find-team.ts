/** Who works here. Addresses are for the team's leaders only. */
import { and, eq } from 'drizzle-orm'
import { inInstallation, type Database, type MunicipalityId } from '#platform/database/database.ts'
import type { Part } from './rights.ts'
import { accounts, credentials, memberships } from './account.tables.ts'

export type TeamMember = { accountId: string; name: string; email: string; part: Part; hasPassword: boolean }

/** In the order of their names, as German sorts them. */
export async function findTeam(database: Database, municipalityId: MunicipalityId): Promise<TeamMember[]> {
	const rows = await inInstallation(database, (db) =>
		db
			.select({
				accountId: accounts.id,
				name: accounts.name,
				email: accounts.email,
				part: memberships.part,
				credential: credentials.id,
			})
			.from(memberships)
			.innerJoin(accounts, eq(accounts.id, memberships.accountId))
			.leftJoin(credentials, and(eq(credentials.userId, accounts.id), eq(credentials.providerId, 'credential')))
			.where(eq(memberships.municipalityId, municipalityId)),
	)
	const members = rows.map(({ credential, ...member }) => ({ ...member, hasPassword: credential !== null }))
	const german = new Intl.Collator('de')
	return members.toSorted((one, other) => german.compare(one.name, other.name))
}
