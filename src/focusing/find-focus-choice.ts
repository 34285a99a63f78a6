/** Why these focus themes were chosen and what was left out. */
import { eq } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { focusChoices } from './tables.ts'

export type FocusChoice = { reasons: string[]; leftOut: string[] }

/** Empty lists while nobody has explained the choice. */
export async function findFocusChoice(db: MunicipalityDatabase, roundId: string): Promise<FocusChoice> {
	const [choice] = await db
		.select({ reasons: focusChoices.reasons, leftOut: focusChoices.leftOut })
		.from(focusChoices)
		.where(eq(focusChoices.roundId, roundId))
	return choice ?? { reasons: [], leftOut: [] }
}
