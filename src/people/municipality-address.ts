/** The address people type to reach a municipality. Never made from what a request claims as its host. */
import { inInstallation, type Database } from '#platform/database/database.ts'
import type { Municipality } from './request.ts'
import { municipalities } from './tables.ts'

export type Addressed = Pick<Municipality, 'slug' | 'hosts'>

/**
 * Without a slash at the end. `baseUrl` is the installation's; a municipality's own host goes before it, and below it a
 * municipality that is not the only one has its slug.
 */
export function municipalityAddress(baseUrl: string, { slug, hosts }: Addressed, isAlone: boolean): string {
	const [host] = hosts
	if (!host) return isAlone ? baseUrl : `${baseUrl}/${slug}`
	const own = new URL(baseUrl)
	own.hostname = host
	return own.href.replace(/\/$/, '')
}

/** The same for whoever has no request at hand: commands, mails from the background. */
export async function findMunicipalityAddress(database: Database, baseUrl: string, municipality: Addressed) {
	const some = await inInstallation(database, (db) =>
		db.select({ id: municipalities.id }).from(municipalities).limit(2),
	)
	return municipalityAddress(baseUrl, municipality, some.length === 1)
}
