/** The places and roles of the municipality, by every name a file or a person may use for them. */
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { districts, roles } from '#people/tables.ts'
import { slugBehind, type KnownName } from './readers/read-options.ts'

export type KnownNames = { knownDistricts: KnownName[]; knownRoles: KnownName[] }

export async function findKnownNames(db: MunicipalityDatabase): Promise<KnownNames> {
	const places = await db.select({ slug: districts.slug, name: districts.name }).from(districts)
	const labels = await db.select({ slug: roles.slug, label: roles.label }).from(roles)
	return {
		knownDistricts: places.map(({ slug, name }) => ({ slug, names: [name] })),
		knownRoles: labels.map(({ slug, label }) => ({ slug, names: Object.values(label) })),
	}
}

/** The slug of a district named by slug or name. @throws {Problem} `district-not-known` */
export function districtBehind(name: string | undefined, known: readonly KnownName[]): string | undefined {
	if (!name?.trim()) return undefined
	const slug = slugBehind(name, known)
	if (!slug) throw new Problem('invalid', 'district-not-known', { slug: name.slice(0, 60) })
	return slug
}
