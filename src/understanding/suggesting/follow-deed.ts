/** Proposals decided on at the coding desk: they follow what is done there, taken back and done again. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { DecidedSuggestion } from '../coding/deeds.rules.ts'

export type DecideByDeed = {
	deedId: string
	transcriptId: string
	coderId: string
	suggestions: readonly DecidedSuggestion[]
	at: Date
}

/** What somebody else has decided on meanwhile, or is proposed no more, stays as it is. */
export async function decideByDeed(
	db: MunicipalityDatabase,
	{ deedId, transcriptId, coderId, suggestions, at }: DecideByDeed,
) {
	await db.execute(sql`
		update suggestion set state = case when made."codingId" is null then 'rejected' else 'accepted' end,
			coding_id = (select coding.id from coding where coding.id = made."codingId"),
			decided_by = ${coderId}, decided_at = ${at.toISOString()}, step_id = ${deedId}
		from jsonb_to_recordset(${JSON.stringify(suggestions)}::jsonb) as made (id uuid, "codingId" uuid)
		where suggestion.id = made.id and suggestion.state = 'open' and exists (
			select from turn where turn.voice_id = suggestion.voice_id and turn.transcript_id = ${transcriptId}
		)`)
}

/** Open again: those this deed decided on, and those whose coding it made, wherever they were accepted. */
export async function reopenByDeed(
	db: MunicipalityDatabase,
	{ deedId, coderId, codingIds }: { deedId: string; coderId: string; codingIds: readonly string[] },
) {
	await db.execute(sql`
		update suggestion set state = 'open', coding_id = null, decided_by = null, decided_at = null, step_id = null
		where decided_by = ${coderId} and (step_id = ${deedId} or coding_id in (
			select value::uuid from jsonb_array_elements_text(${JSON.stringify(codingIds)}::jsonb)
		))`)
}
