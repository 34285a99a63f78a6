/** Whose pages an address shows: by host name, by the first part of the path, or because there is only one municipality. */
import { sql } from 'drizzle-orm'
import { readInstallation, type Database } from '#platform/database/database.ts'
import { plannedOnce } from '#platform/database/planned-once.ts'
import { Problem } from '#platform/problem.ts'
import { isLanguage, LANGUAGES, type Language } from '#platform/words/words.ts'
import type { Municipality } from './request.ts'
import { isSlug } from './slugs.rules.ts'
import { municipalities } from './tables.ts'

/** `mount` is `''` where the municipality has the whole host, `/slug` below one it shares with others. */
export type MunicipalitySite = { mount: string; municipality: Municipality }

/**
 * The municipality an address belongs to. A host named in `municipality.hosts` is that municipality's alone; elsewhere the
 * path decides; a municipality without others answers at every host. Null where several share a host and none is named.
 *
 * @throws {Problem} `municipality-missing` when there is none at all
 */
export async function findSite(database: Database, host: string, path: string): Promise<MunicipalitySite | null> {
	const first = path.split('/', 2)[1] ?? ''
	const found = await findCandidates(database, host, isSlug(first) ? first : '')
	const atHost = found.find(({ hosts }) => hosts.includes(host))
	if (atHost) return { mount: '', municipality: atHost }
	const atPath = found.find(({ slug }) => slug === first)
	if (atPath) return { mount: `/${first}`, municipality: atPath }
	const [only] = found
	if (only) return { mount: '', municipality: only }
	await refuseEmpty(database)
	return null
}

/** In which of its languages a municipality is read when nobody asks for another: the first. */
export function languagesOf({ languages }: Pick<Municipality, 'languages'>): readonly Language[] {
	const known = languages.filter(isLanguage)
	return known.length > 0 ? known : LANGUAGES
}

const asking = new Map<string, Promise<Municipality[]>>()

/** Requests that arrive while one is asking wait for the same answer: with a hall full of people it is the same question. */
function findCandidates(database: Database, host: string, slug: string): Promise<Municipality[]> {
	const key = `${host} ${slug}`
	const waiting = asking.get(key)
	if (waiting && askedOf.get(waiting) === database) return waiting
	const asked = readInstallation(database, (db) =>
		plannedOnce(
			db,
			db
				.select()
				.from(municipalities)
				.where(
					sql`${host} = any(${municipalities.hosts}) or ${municipalities.slug} = ${slug}
					or not exists (select from ${municipalities} as other where other.id <> ${municipalities.id})`,
				),
		),
	) as Promise<Municipality[]>
	asking.set(key, asked)
	askedOf.set(asked, database)
	return asked.finally(() => asking.delete(key))
}

const askedOf = new WeakMap<Promise<Municipality[]>, Database>()

async function refuseEmpty(database: Database) {
	const [any] = await readInstallation(database, (db) =>
		db.select({ id: municipalities.id }).from(municipalities).limit(1),
	)
	if (!any) throw new Problem('not-found', 'municipality-missing')
}
