/** Brings an exchange file into a round: read in a thread, written in one transaction, so that no file arrives by half. */
import type { Database, MunicipalityDatabase, MunicipalityId } from '#platform/database/database.ts'
import { inMunicipality } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit } from '#people/audit-log.ts'
import { sectors } from '#people/tables.ts'
import { findFormats, usualFormat } from '#listening/find-formats.ts'
import { districtBehind, findKnownNames } from '#listening/find-known-names.ts'
import { findRound } from '#listening/find-rounds.ts'
import { findOrBeginRound, type ImportFile } from '#listening/import-file.ts'
import { endingOf } from '#listening/readers/readers.ts'
import { importProject, type ImportedProject } from './import-project.ts'
import { readExchangeFile } from './plan-file.ts'

export type ImportExchangeFile = Omit<ImportFile, 'round' | 'besideServer'> & {
	/** Slug; a codebook needs none. */
	round: string | undefined
	/** Account id, or who else brings it. */
	by: string
}

/**
 * Opens its own transactions, because reading takes long.
 *
 * @throws {Problem} `round-missing`, `round-unknown`, `district-not-known`, what `readExchangeFile` and `importProject` refuse
 */
export async function importExchangeFile(
	database: Database,
	municipalityId: MunicipalityId,
	{ file, round: slug, beginsRound = false, options, at, by, progress }: ImportExchangeFile,
): Promise<ImportedProject> {
	const isProject = endingOf(file.name) !== 'qdc'
	if (isProject && !slug) throw new Problem('invalid', 'round-missing')
	const known = await inMunicipality(database, municipalityId, async (db) => {
		if (isProject && !beginsRound) await findRound(db, slug!)
		const usual = usualFormat(await findFormats(db)).kind
		return { ...(await findKnownNames(db)), knownSectors: await findKnownSectors(db), usualFormat: usual }
	})
	const district = districtBehind(options.district, known.knownDistricts)
	const plan = await readExchangeFile(file, { ...options, ...known, district })
	return inMunicipality(database, municipalityId, async (db) => {
		const round = !isProject ? null : beginsRound ? await findOrBeginRound(db, slug!, at) : await findRound(db, slug!)
		const imported = await importProject(db, { plan, roundId: round?.id ?? null, at, ...(progress && { progress }) })
		await appendAudit(db, { by, act: 'project-imported', subject: 'round', ...(round && { subjectId: round.id }), at })
		return imported
	})
}

async function findKnownSectors(db: MunicipalityDatabase) {
	const rows = await db.select({ slug: sectors.slug, label: sectors.label }).from(sectors)
	return rows.map(({ slug, label }) => ({ slug, names: Object.values(label) }))
}
