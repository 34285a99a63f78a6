/** A small believable municipality for tests: six places, a team of five. */
import { inInstallation, inMunicipality, type Database, type MunicipalityId } from '#platform/database/database.ts'
import { hashNewPassword, storePassword } from './passwords.ts'
import { createMunicipality } from './create-municipality.ts'
import type { Member, Municipality } from './request.ts'
import { PARTS, type Part } from './rights.ts'
import { memberships, accounts } from './account.tables.ts'
import { districts, roles, sectors } from './tables.ts'

export type SampleMunicipality = Municipality & {
	/** Ids by slug. */
	districts: Record<string, string>
	sectors: Record<string, string>
	roles: Record<string, string>
	/** One member per part. */
	team: Record<Part, Member>
}

const NAMES: Record<Part, string> = {
	steward: 'Renate Vogel',
	analyst: 'Anna Lindner',
	moderator: 'Ben Okafor',
	editor: 'Clara Weiß',
	partner: 'Dietmar Kolb',
}

/** Every call makes another municipality (`slug`, or a random one), but embedded databases take only one. */
export async function sampleMunicipality(
	database: Database,
	{ slug = 'birkenrode', name = 'Birkenrode' }: { slug?: string; name?: string } = {},
): Promise<SampleMunicipality> {
	const municipality = await createMunicipality(database, {
		slug,
		name,
		isFictional: true,
		profile: { convener: 'Zukunft Birkenrode e. V.' },
		districts: [
			{ slug: 'kernstadt', name: 'Kernstadt', population: 5650 },
			{ slug: 'oberlohe', name: 'Oberlohe', population: 1140 },
			{ slug: 'kraehwiesen', name: 'Krähwiesen', population: 860 },
			{ slug: 'sandhoefe', name: 'Sandhöfe', population: 569 },
			{ slug: 'muehlgrund', name: 'Mühlgrund', population: 453 },
			{ slug: 'hinterbuch', name: 'Hinterbuch', population: 28 },
		],
		at: new Date('2025-03-03T08:00:00Z'),
	})
	const team = await sampleTeam(database, municipality.id, slug)
	return { ...municipality, ...(await idsBySlug(database, municipality.id)), team }
}

/** Gives a member a password, as if they had set it themselves. */
export async function samplePassword(database: Database, { accountId }: Pick<Member, 'accountId'>, password: string) {
	const hash = await hashNewPassword(password)
	await inInstallation(database, (db) => storePassword(db, accountId, hash, new Date('2025-03-03T08:00:00Z')))
}

/** One member per part; their addresses end in the slug. */
export async function sampleTeam(
	database: Database,
	municipalityId: MunicipalityId,
	slug: string,
): Promise<Record<Part, Member>> {
	const team = PARTS.map((part) => ({
		part,
		accountId: `sample-${slug}-${part}`,
		name: NAMES[part],
		email: `${part}@${slug}.example`,
	}))
	await inInstallation(database, (db) =>
		db.insert(accounts).values(team.map(({ accountId, name, email }) => ({ id: accountId, name, email }))),
	)
	await inMunicipality(database, municipalityId, (db) =>
		db.insert(memberships).values(team.map(({ accountId, part }) => ({ accountId, part }))),
	)
	return Object.fromEntries(team.map((member) => [member.part, member])) as Record<Part, Member>
}

function idsBySlug(database: Database, municipalityId: MunicipalityId) {
	return inMunicipality(database, municipalityId, async (db) => {
		const places = await db.select({ slug: districts.slug, id: districts.id }).from(districts)
		const parts = await db.select({ slug: sectors.slug, id: sectors.id }).from(sectors)
		const labels = await db.select({ slug: roles.slug, id: roles.id }).from(roles)
		return { districts: bySlug(places), sectors: bySlug(parts), roles: bySlug(labels) }
	})
}

function bySlug(rows: { slug: string; id: string }[]): Record<string, string> {
	return Object.fromEntries(rows.map(({ slug, id }) => [slug, id]))
}
