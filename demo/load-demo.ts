/** Fills an empty installation with the fictional municipality, publishes its first edition, and lets the machine learn. */
import { inMunicipality, type Database, type MunicipalityId } from '#platform/database/database.ts'
import { todayIn } from '#people/request.ts'
import { queueLearning } from '#understanding/suggesting/learn-suggestions.ts'
import { importPackage } from '#publishing/package/import-package.ts'
import { freezeEdition } from '#publishing/freeze-edition.ts'
import { idOf } from './conversation-rows.ts'
import { readDemoPackage } from './demo-package.ts'

/** @throws {Problem} as `importPackage` does when the municipality is already here */
export async function loadDemo(database: Database, at: Date, progress?: (done: number, of: number) => void): Promise<MunicipalityId> {
	const today = todayIn({ timeZone: 'Europe/Berlin' })
	const { content, sources } = readDemoPackage(today)
	const municipalityId = await importPackage(database, content, sources, progress)
	const { slug, title } = content.rows.rounds![0] as { slug: string; title: string }
	await inMunicipality(database, municipalityId, async (db) => {
		await freezeEdition(db, { roundId: idOf('round', slug), title, by: null, today, at })
		// Proposals do not travel in packages; the machine learns here, beside the first pages and not before them.
		await queueLearning(db)
	})
	return municipalityId
}
