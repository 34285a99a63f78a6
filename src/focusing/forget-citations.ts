import { inArray } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { codings } from '#understanding/tables.ts'
import { focusThemeCodings, paragraphEvidence, pointEvidence } from './tables.ts'

/** No paragraph or starting point rests any longer on what these voices said: they may not be analysed any more. */
export async function forgetCitations(db: MunicipalityDatabase, { voiceIds }: { voiceIds: string[] }) {
	if (voiceIds.length === 0) return
	const said = db.select({ id: codings.id }).from(codings).where(inArray(codings.voiceId, voiceIds))
	await db.delete(paragraphEvidence).where(inArray(paragraphEvidence.codingId, said))
	await db.delete(pointEvidence).where(inArray(pointEvidence.codingId, said))
	await db.delete(focusThemeCodings).where(inArray(focusThemeCodings.codingId, said))
}
