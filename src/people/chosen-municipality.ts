/** Which municipality a command is for. */
import { eq } from 'drizzle-orm'
import { inInstallation, type Database } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { municipalities } from './tables.ts'
import type { Municipality } from './request.ts'

/**
 * The municipality with this slug, or the only one.
 *
 * @throws {Problem} `municipality-unknown`, `municipality-missing` when there is none yet, `municipality-not-named` when
 * there are several
 */
export async function chooseMunicipality(database: Database, slug: string | undefined): Promise<Municipality> {
	const found = await inInstallation(database, (db) =>
		db
			.select()
			.from(municipalities)
			.where(slug ? eq(municipalities.slug, slug) : undefined)
			.limit(2),
	)
	if (found.length > 1) throw new Problem('invalid', 'municipality-not-named')
	const [municipality] = found
	if (municipality) return municipality as Municipality
	throw slug
		? new Problem('not-found', 'municipality-unknown', { slug })
		: new Problem('not-found', 'municipality-missing')
}
