import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { appendAudit } from './audit-log.ts'
import { refuseOddNames, type KnownName } from './known-names.rules.ts'
import { knownNames } from './tables.ts'

export type AddKnownNames = { names: readonly KnownName[]; by: string; at: Date }

/** Rows written at once. */
const BATCH = 500

/**
 * Adds names the municipality knows of itself; those it has stay as they are. Returns how many are new.
 *
 * @throws {Problem} those of `refuseOddNames`
 */
export async function addKnownNames(db: MunicipalityDatabase, { names, by, at }: AddKnownNames): Promise<number> {
	refuseOddNames(names)
	let added = 0
	for (let from = 0; from < names.length; from += BATCH) {
		const rows = await db
			.insert(knownNames)
			.values(names.slice(from, from + BATCH).map(({ kind, name }) => ({ kind, name })))
			.onConflictDoNothing()
			.returning({ id: knownNames.id })
		added += rows.length
	}
	if (added > 0) await appendAudit(db, { by, act: 'known-names-changed', subject: 'known_name', at })
	return added
}
