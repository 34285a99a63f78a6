import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { Municipality } from './request.ts'
import { municipalities } from './tables.ts'

/** The municipality of this transaction, for work that no request stands behind. */
export async function findMunicipality(db: MunicipalityDatabase): Promise<Municipality> {
	const [municipality] = await db.select().from(municipalities)
	return municipality as Municipality
}
