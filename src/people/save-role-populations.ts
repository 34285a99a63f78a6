import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { isUuid } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit } from './audit-log.ts'
import { isCount } from './save-districts.ts'

export type SaveRolePopulations = { populations: ReadonlyMap<string, number>; by: string; at: Date }

/**
 * How many people each role of the dictionary stands for, by id of the role.
 *
 * @throws {Problem} `population-invalid`
 */
export async function saveRolePopulations(db: MunicipalityDatabase, { populations, by, at }: SaveRolePopulations) {
	const rows = [...populations]
	if (rows.some(([id, population]) => !isUuid(id) || !isCount(population)))
		throw new Problem('invalid', 'population-invalid')
	if (rows.length === 0) return
	const values = sql.join(
		rows.map(([id, population]) => sql`(${id}::uuid, ${population}::integer)`),
		sql`, `,
	)
	await db.execute(
		sql`update role set population = new.population from (values ${values}) as new (id, population) where role.id = new.id`,
	)
	await appendAudit(db, { by, act: 'municipality-changed', subject: 'role', at })
}
