/** Fills an empty installation with the fictional municipality, publishes its first edition, and lets the machine learn. */
import { inMunicipality, type Database, type MunicipalityId } from '#platform/database/database.ts'
import { todayIn } from '#people/request.ts'
import { learnSuggestions, queueLearning } from '#understanding/suggesting/learn-suggestions.ts'
import { importPackage } from '#publishing/package/import-package.ts'
import { freezeEdition } from '#publishing/freeze-edition.ts'
import { idOf } from './conversation-rows.ts'
import { readDemoPackage } from './demo-package.ts'

/** Proposals do not travel in packages; the machine learns here: soon, beside the first pages, or before the town is handed over. */
export type Learns = 'soon' | 'now'

/** @throws {Problem} as `importPackage` does when the municipality is already here */
export async function loadDemo(
	database: Database,
	at: Date,
	learns: Learns,
	progress?: (done: number, of: number) => void,
): Promise<MunicipalityId> {
	const today = todayIn({ timeZone: 'Europe/Berlin' })
	const { content, sources } = readDemoPackage(today)
	const municipalityId = await importPackage(database, content, sources, progress)
	const { slug, title } = content.rows.rounds![0] as { slug: string; title: string }
	await inMunicipality(database, municipalityId, async (db) => {
		await freezeEdition(db, { roundId: idOf('round', slug), title, by: null, today, at })
		if (learns === 'soon') await queueLearning(db)
	})
	if (learns === 'now') await learnSuggestions(database, municipalityId, at)
	return municipalityId
}
