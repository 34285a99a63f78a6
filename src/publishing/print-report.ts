/** The report of the live edition as a file: the kept one, or a new one that is kept. Never one with words taken out meanwhile. */
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { speaking } from '#platform/words/spoken-language.ts'
import { todayIn, type Municipality } from '#people/request.ts'
import { findLiveEdition, type Edition } from './find-edition.ts'
import { findArtefact, keepArtefact, readReport, renderAs, type ReportFormat } from './render-edition.ts'

export type PrintedReport = { edition: Edition; bytes: Uint8Array }

/** Runs work in one transaction of the municipality. */
type InTown = <Result>(work: (db: MunicipalityDatabase) => Promise<Result>) => Promise<Result>

/** Words may be taken out while the report is being set; then it is set again. */
const ATTEMPTS = 5

/**
 * Setting a PDF takes about a second; the database is not held meanwhile. Fixed words are German like the words of the
 * edition, whoever asks first.
 *
 * @throws {Problem} `edition-missing` before the first edition, `report-changing` when it is revised faster than it is set
 */
export function printReport(
	inTown: InTown,
	{ municipality, format }: { municipality: Municipality; format: ReportFormat },
): Promise<PrintedReport> {
	return speaking('de', async () => {
		for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
			const found = await inTown((db) => findOrRead(db, municipality, format))
			if (found.bytes) return { edition: found.edition, bytes: found.bytes }
			const bytes = await renderAs(format, found.report)
			if (await inTown((db) => keepArtefact(db, found.edition, format, bytes))) return { edition: found.edition, bytes }
		}
		throw new Problem('unavailable', 'report-changing')
	})
}

async function findOrRead(db: MunicipalityDatabase, municipality: Municipality, format: ReportFormat) {
	const edition = await findLiveEdition(db)
	if (!edition) throw new Problem('not-found', 'edition-missing')
	const bytes = await findArtefact(db, edition.id, format)
	if (bytes) return { edition, bytes }
	return { edition, bytes: null, report: await readReport(db, { edition, municipality, today: todayIn(municipality) }) }
}
