/** What people may choose from when they say who they are: sectors, districts, roles, in the language of the page. */
import { asc } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { Language } from '#platform/words/words.ts'
import { districts, roles, sectors } from '#people/tables.ts'
import { inLanguage } from './wording.rules.ts'

export type Choice = { value: string; label: string }
export type Choices = { sectors: Choice[]; districts: Choice[]; roles: (Choice & { population: number })[] }

export async function findChoices(db: MunicipalityDatabase, language: Language): Promise<Choices> {
	const heard = await db
		.select({ value: sectors.slug, label: sectors.label })
		.from(sectors)
		.orderBy(asc(sectors.position))
	const places = await db
		.select({ value: districts.slug, label: districts.name })
		.from(districts)
		.orderBy(asc(districts.position))
	const labels = await db
		.select({ value: roles.slug, label: roles.label, population: roles.population })
		.from(roles)
		.orderBy(asc(roles.position))
	return {
		sectors: heard.map(({ value, label }) => ({ value, label: inLanguage(label, language) })),
		districts: places,
		roles: labels
			.map(({ value, label, population }) => ({ value, label: inLanguage(label, language), population }))
			.toSorted((one, other) => one.label.localeCompare(other.label, language)),
	}
}
