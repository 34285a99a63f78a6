/** What this stage does in the background. */
import { inMunicipality } from '#platform/database/database.ts'
import { workOn } from '#platform/jobs.ts'
import { findMunicipality } from '#people/find-municipality.ts'
import { holdFlaggedQuotes } from './hold-flagged-quotes.ts'
import { printReport } from './print-report.ts'

workOn('render-report', async (database, municipalityId) => {
	const municipality = await inMunicipality(database, municipalityId, findMunicipality)
	await printReport((work) => inMunicipality(database, municipalityId, work), { municipality, format: 'pdf' })
})

workOn('hold-flagged-quotes', (database, municipalityId, { codingId }) =>
	inMunicipality(database, municipalityId, (db) => holdFlaggedQuotes(db, { codingId, at: new Date() })),
)
