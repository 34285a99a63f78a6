import { eq } from 'drizzle-orm'
import { isUuid, type MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { initiatives, type InitiativeState } from './tables.ts'

/**
 * How an initiative stands, held until the transaction ends.
 *
 * @throws {Problem} `initiative-unknown`
 */
export async function requireInitiative(
	db: MunicipalityDatabase,
	initiativeId: string,
): Promise<{ state: InitiativeState; stateReason: string | null; nextAnswerBy: string | null }> {
	const [initiative] = isUuid(initiativeId)
		? await db
				.select({
					state: initiatives.state,
					stateReason: initiatives.stateReason,
					nextAnswerBy: initiatives.nextAnswerBy,
				})
				.from(initiatives)
				.where(eq(initiatives.id, initiativeId))
				.for('update')
		: []
	if (!initiative) throw new Problem('not-found', 'initiative-unknown')
	return initiative
}
