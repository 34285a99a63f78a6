import { inArray } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { appendAudit } from './audit-log.ts'
import { knownNames } from './tables.ts'

export type RemoveKnownNames = { ids: readonly string[]; by: string; at: Date }

/** @throws {Problem} `known-names-none-chosen`, also when none of them is there any more */
export async function removeKnownNames(db: MunicipalityDatabase, { ids, by, at }: RemoveKnownNames): Promise<number> {
	const chosen = ids.filter(isUuid)
	const removed =
		chosen.length === 0
			? []
			: await db.delete(knownNames).where(inArray(knownNames.id, chosen)).returning({ id: knownNames.id })
	if (removed.length === 0) throw new Problem('invalid', 'known-names-none-chosen')
	await appendAudit(db, { by, act: 'known-names-changed', subject: 'known_name', at })
	return removed.length
}
