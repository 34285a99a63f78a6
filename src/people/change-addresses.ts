import { eq } from 'drizzle-orm'
import { enterMunicipality, inInstallation, type Database, type MunicipalityId } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit } from './audit-log.ts'
import { checkHosts, checkLanguages } from './create-municipality.ts'
import { municipalities } from './tables.ts'

export type ChangeAddresses = {
	municipalityId: MunicipalityId
	/** All of them; none leads back to the path of the shared address. Left out: as before. */
	hosts?: string[] | undefined
	/** What its pages speak, the first unasked. Left out: as before. */
	languages?: string[] | undefined
	by: string
	at: Date
}

/**
 * At which hosts a municipality answers and what its pages speak, also after its beginning.
 *
 * @throws {Problem} `nothing-to-change`, `host-invalid`, `host-taken` by another municipality, `language-unknown`
 */
export async function changeAddresses(
	database: Database,
	{ municipalityId, hosts, languages, by, at }: ChangeAddresses,
) {
	if (!hosts && !languages?.length) throw new Problem('invalid', 'nothing-to-change')
	await inInstallation(database, async (db) => {
		const { id, slug, hosts: taken } = municipalities
		const known = await db.select({ id, slug, hosts: taken }).from(municipalities)
		const others = known.filter((other) => other.id !== municipalityId)
		const changed = {
			...(hosts && { hosts: checkHosts(hosts, others) }),
			...(languages?.length && { languages: checkLanguages(languages) }),
		}
		await db.update(municipalities).set(changed).where(eq(id, municipalityId))
		const inside = await enterMunicipality(db, municipalityId)
		await appendAudit(inside, { by, act: 'municipality-changed', subject: 'municipality', at })
	})
}
