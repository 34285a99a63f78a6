/** The ids behind the slugs that prepared conversations use. */
import { desc } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { consentTexts, districts, roles, sectors } from '#people/tables.ts'
import type { PreparedConversation } from './prepared-conversation.ts'

/** Each answers null for no slug, and refuses an unknown one. */
export type NamedIds = {
	district: (slug: string | null | undefined) => string | null
	sector: (slug: string | null | undefined) => string | null
	role: (slug: string | null | undefined) => string | null
	/** The wording in force; only what was given on the web is known to follow it. */
	consentText: (given: string, channel: string) => string | null
}

/** Reads only the lists that are used. @throws {Problem} on use: `district-not-known`, `sector-not-known`, `role-not-known` */
export async function findNamedIds(
	db: MunicipalityDatabase,
	prepared: readonly PreparedConversation[],
): Promise<NamedIds> {
	const spoken = prepared.flatMap(({ speakers }) => speakers)
	const usesDistricts = prepared.some(({ district }) => district) || spoken.some(({ district }) => district)
	const districtIds = usesDistricts ? await db.select({ slug: districts.slug, id: districts.id }).from(districts) : []
	const sectorIds = spoken.some(({ sector }) => sector)
		? await db.select({ slug: sectors.slug, id: sectors.id }).from(sectors)
		: []
	const roleIds = spoken.some(({ role }) => role) ? await db.select({ slug: roles.slug, id: roles.id }).from(roles) : []
	const usesTexts = spoken.some(({ consent }) => consent?.given === 'on-the-web')
	const wordings = usesTexts ? await findNewestWordings(db) : new Map<string, string>()
	return {
		district: lookup('district-not-known', districtIds),
		sector: lookup('sector-not-known', sectorIds),
		role: lookup('role-not-known', roleIds),
		consentText: (given, channel) => (given === 'on-the-web' ? (wordings.get(channel) ?? null) : null),
	}
}

async function findNewestWordings(db: MunicipalityDatabase) {
	const found = await db
		.selectDistinctOn([consentTexts.channel], { channel: consentTexts.channel, id: consentTexts.id })
		.from(consentTexts)
		.orderBy(consentTexts.channel, desc(consentTexts.version))
	return new Map<string, string>(found.map(({ channel, id }) => [channel, id]))
}

function lookup(code: string, rows: { slug: string; id: string }[]) {
	const ids = new Map(rows.map(({ slug, id }) => [slug, id]))
	return (slug: string | null | undefined) => {
		if (!slug) return null
		const id = ids.get(slug)
		if (!id) throw new Problem('invalid', code, { slug: slug.slice(0, 60) })
		return id
	}
}
