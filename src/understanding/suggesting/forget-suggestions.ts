import { eq, inArray, isNotNull } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { suggestionModels, suggestions } from '../suggesting.tables.ts'

/**
 * Forgets what was learned, and every proposal nobody has decided on; of these voices those decided on too, as they name
 * words. What people accepted is a coding of theirs and stays.
 *
 * @returns whether anything had been learned
 */
export async function forgetSuggestions(
	db: MunicipalityDatabase,
	{ voiceIds = [] }: { voiceIds?: string[] } = {},
): Promise<boolean> {
	if (voiceIds.length > 0) await db.delete(suggestions).where(inArray(suggestions.voiceId, voiceIds))
	await db.delete(suggestions).where(eq(suggestions.state, 'open'))
	await db.update(suggestions).set({ modelId: null }).where(isNotNull(suggestions.modelId))
	const forgotten = await db.delete(suggestionModels).returning({ id: suggestionModels.id })
	return forgotten.length > 0
}
