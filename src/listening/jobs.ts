/** What this stage does in the background. */
import { inMunicipality } from '#platform/database/database.ts'
import { workOn } from '#platform/jobs.ts'
import { liftTombstones } from './tombstones.ts'

workOn('lift-tombstones', (database, municipalityId, about) =>
	inMunicipality(database, municipalityId, (db) => liftTombstones(db, about)),
)
