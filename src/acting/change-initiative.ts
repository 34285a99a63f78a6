import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { replaceFields, replacePartners } from './replace-ties.ts'
import { requireInitiative } from './require-initiative.ts'
import { requireTies, toRow, type InitiativeWords } from './start-initiative.ts'
import { initiatives } from './tables.ts'

export type ChangeInitiative = InitiativeWords & { initiativeId: string }

/**
 * Changes what an initiative says of itself. Its address stays, its state and its next answer have their own ways.
 *
 * @throws {Problem} `initiative-title-missing`, `initiative-unknown`, and those of `requireTies`
 */
export async function changeInitiative(db: MunicipalityDatabase, { initiativeId, ...words }: ChangeInitiative) {
	if (words.title.trim() === '') throw new Problem('invalid', 'initiative-title-missing')
	await requireInitiative(db, initiativeId)
	await requireTies(db, words)
	await db.update(initiatives).set(toRow(words)).where(eq(initiatives.id, initiativeId))
	await replaceFields(db, initiativeId, words.fieldOfActionIds)
	await replacePartners(db, initiativeId, words.partners)
}
