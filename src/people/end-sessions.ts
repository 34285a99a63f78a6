import { enterMunicipality, inInstallation, type Database, type MunicipalityId } from '#platform/database/database.ts'
import { appendAudit } from './audit-log.ts'
import { endSessions, type Session } from './sessions.ts'

/** Signs somebody out on every device, this one included. */
export async function endAllSessions(
	database: Database,
	{ municipalityId, session, at }: { municipalityId: MunicipalityId; session: Session; at: Date },
) {
	await inInstallation(database, async (db) => {
		await endSessions(db, session.accountId)
		const inside = await enterMunicipality(db, municipalityId)
		await appendAudit(inside, { by: session.accountId, act: 'sessions-ended', subject: 'account', at })
	})
}
