/** What an initiative is tied to: the fields of action it takes up and the partners who help. */
import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { initiativeFields, initiativePartners } from './tables.ts'

export async function replaceFields(db: MunicipalityDatabase, initiativeId: string, fieldOfActionIds: string[]) {
	await db.delete(initiativeFields).where(eq(initiativeFields.initiativeId, initiativeId))
	const rows = [...new Set(fieldOfActionIds)].map((fieldOfActionId) => ({ initiativeId, fieldOfActionId }))
	if (rows.length > 0) await db.insert(initiativeFields).values(rows)
}

export async function replacePartners(
	db: MunicipalityDatabase,
	initiativeId: string,
	partners: { actorId: string; part: string }[],
) {
	await db.delete(initiativePartners).where(eq(initiativePartners.initiativeId, initiativeId))
	const rows = [...new Map(partners.map(({ actorId, part }) => [actorId, part.trim()]))].map(([actorId, part]) => ({
		initiativeId,
		actorId,
		part,
	}))
	if (rows.length > 0) await db.insert(initiativePartners).values(rows)
}
