import { eq, inArray, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { PACK_ROLES } from '#method/roles.ts'
import { appendAudit } from './audit-log.ts'
import { EVERYBODY, startingPopulation } from './populations.rules.ts'
import { isSlug, slugOf } from './slugs.rules.ts'
import { districts, rolePopulations, roles } from './tables.ts'

/** Without `id` it is new. Districts are never taken away: voices come from them. */
export type ChangedDistrict = { id?: string; name: string; population: number }
export type SaveDistricts = { districts: ChangedDistrict[]; by: string; at: Date }

/**
 * Names and inhabitants of the districts. The numbers behind roles nobody has corrected follow.
 *
 * @throws {Problem} `district-missing` for one without a name, `district-twice`, `population-invalid`
 */
export async function saveDistricts(db: MunicipalityDatabase, { districts: wanted, by, at }: SaveDistricts) {
	const changed = wanted.map(({ id, name, population }) => ({ id, name: name.trim(), population }))
	refuseInvalid(changed)
	const before = await db.select({ population: districts.population }).from(districts)
	for (const { id, name, population } of changed.filter(({ id }) => id)) {
		await db.update(districts).set({ name, population }).where(eq(districts.id, id!))
	}
	const added = changed.filter(({ id }) => !id)
	if (added.length > 0) {
		const rows = added.map(({ name, population }, at) => ({
			slug: slugOf(name),
			name,
			population,
			position: before.length + at,
		}))
		const kept = await db.insert(districts).values(rows).onConflictDoNothing().returning({ id: districts.id })
		if (kept.length < rows.length) throw new Problem('conflict', 'district-twice', { name: added[0]!.name })
	}
	await followPopulations(
		db,
		before.map(({ population }) => population),
	)
	await appendAudit(db, { by, act: 'municipality-changed', subject: 'district', at })
}

function refuseInvalid(changed: ChangedDistrict[]) {
	if (changed.length === 0 || changed.some(({ name }) => !isSlug(slugOf(name))))
		throw new Problem('invalid', 'district-missing')
	if (changed.some(({ population }) => !isCount(population))) throw new Problem('invalid', 'population-invalid')
	const twice = changed.find(({ name }, at) => changed.findIndex((other) => slugOf(other.name) === slugOf(name)) !== at)
	if (twice) throw new Problem('invalid', 'district-twice', { name: twice.name })
}

/** Whole, not negative, and smaller than the world. */
export function isCount(population: number): boolean {
	return Number.isInteger(population) && population >= 0 && population <= 20_000_000
}

async function followPopulations(db: MunicipalityDatabase, before: number[]) {
	const places = await db.select({ id: districts.id, population: districts.population }).from(districts)
	const now = places.map(({ population }) => population)
	const known = await db.select({ id: roles.id, slug: roles.slug, population: roles.population }).from(roles)
	const untouched = known.flatMap(({ id, slug, population }) => {
		const pack = PACK_ROLES.find((role) => role.slug === slug)
		if (!pack || population !== startingPopulation(pack, before)) return []
		return [{ id, population: startingPopulation(pack, now) }]
	})
	if (untouched.length > 0) {
		const values = sql.join(
			untouched.map(({ id, population }) => sql`(${id}::uuid, ${population}::integer)`),
			sql`, `,
		)
		await db.execute(
			sql`update role set population = new.population from (values ${values}) as new (id, population) where role.id = new.id`,
		)
	}
	const everybody = known.filter(({ slug }) => EVERYBODY.includes(slug)).map(({ id }) => id)
	if (everybody.length === 0) return
	await db.delete(rolePopulations).where(inArray(rolePopulations.roleId, everybody))
	const rows = everybody.flatMap((roleId) =>
		places
			.filter(({ population }) => population > 0)
			.map(({ id, population }) => ({ roleId, districtId: id, population })),
	)
	if (rows.length > 0) await db.insert(rolePopulations).values(rows)
}
