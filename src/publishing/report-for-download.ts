/** Finds the kept file of the live edition, or what is needed to render it. */
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { todayIn, type Municipality } from '#people/request.ts'
import { findLiveEdition, type Edition } from './find-edition.ts'
import { findArtefact, keepArtefact, readReport, type ReportFormat } from './render-edition.ts'
import type { ReportContent } from './report/report-content.ts'

export type ReportForDownload = { edition: Edition } & ({ bytes: Uint8Array } | { bytes: null; report: ReportContent })

/** @throws {Problem} `edition-missing` before the first edition */
export async function reportForDownload(
	db: MunicipalityDatabase,
	municipality: Municipality,
	format: ReportFormat,
): Promise<ReportForDownload> {
	const edition = await findLiveEdition(db)
	if (!edition) throw new Problem('not-found', 'edition-missing')
	const bytes = await findArtefact(db, edition.id, format)
	if (bytes) return { edition, bytes }
	return { edition, bytes: null, report: await readReport(db, { edition, municipality, today: todayIn(municipality) }) }
}

export { keepArtefact as keepReport }
