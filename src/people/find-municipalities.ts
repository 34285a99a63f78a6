import { inInstallation, type Database } from '#platform/database/database.ts'
import type { Municipality } from './request.ts'
import { municipalities } from './tables.ts'

/** All municipalities of this installation, in the order of their names as German sorts them. */
export async function findMunicipalities(database: Database): Promise<Municipality[]> {
	const found = (await inInstallation(database, (db) => db.select().from(municipalities))) as Municipality[]
	const german = new Intl.Collator('de')
	return found.toSorted((one, other) => german.compare(one.name, other.name))
}
