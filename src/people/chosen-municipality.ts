/** Which municipality a command or request is for. */
import { arrayContains, eq } from 'drizzle-orm'
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

/**
 * The municipality that answers at a host (without port), or the only one, whatever the host.
 *
 * @throws {Problem} `municipality-missing` when there is none, `host-unknown` when there are several and none has this host
 */
export async function municipalityAtHost(database: Database, host: string): Promise<Municipality> {
	const [only, another] = await findFirstTwo(database)
	if (!only) throw new Problem('not-found', 'municipality-missing')
	if (!another) return only as Municipality
	const [named] = await inInstallation(database, (db) =>
		db
			.select()
			.from(municipalities)
			.where(arrayContains(municipalities.hosts, [host]))
			.limit(1),
	)
	if (!named) throw new Problem('not-found', 'host-unknown', { host })
	return named as Municipality
}

const asking = new WeakMap<Database, Promise<(typeof municipalities.$inferSelect)[]>>()

/** Requests that arrive while one is asking wait for the same answer: with a hall full of people it is the same question. */
function findFirstTwo(database: Database) {
	const asked = asking.get(database) ?? inInstallation(database, (db) => db.select().from(municipalities).limit(2))
	asking.set(database, asked)
	return asked.finally(() => asking.delete(database))
}
