/** What a municipality has entered about itself: places and the people behind each role. */
import { asc } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { Language } from '#platform/words/words.ts'
import { districts, roles } from './tables.ts'

export type SettingsView = {
	districts: { id: string; name: string; population: number }[]
	roles: { id: string; label: string; population: number }[]
}

export async function findSettings(db: MunicipalityDatabase, language: Language): Promise<SettingsView> {
	const places = await db
		.select({ id: districts.id, name: districts.name, population: districts.population })
		.from(districts)
		.orderBy(asc(districts.position))
	const labels = await db
		.select({ id: roles.id, label: roles.label, population: roles.population })
		.from(roles)
		.orderBy(asc(roles.position))
	return { districts: places, roles: labels.map((role) => ({ ...role, label: role.label[language] ?? role.label.de })) }
}
