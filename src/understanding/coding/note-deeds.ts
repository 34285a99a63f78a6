import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import type { Deed } from './deeds.rules.ts'

export type NoteDeeds = {
	coderId: string
	at: Date
	/** At most one for each transcript. */
	deeds: readonly { id?: string | undefined; transcriptId: string; deed: Deed }[]
}

/**
 * Writes down what a person did, so that they can take it back. What they had taken back there before can no longer be
 * done again. The coder's row is held meanwhile: two windows of one person count on one after the other.
 */
export async function noteDeeds(db: MunicipalityDatabase, { coderId, at, deeds }: NoteDeeds) {
	if (deeds.length === 0) return
	const rows = JSON.stringify(deeds.map(({ id = crypto.randomUUID(), ...one }) => ({ id, ...one })))
	await db.execute(sql`select from coder where id = ${coderId} for no key update`)
	await db.execute(sql`
		with noted as (
			select * from jsonb_to_recordset(${rows}::jsonb) as noted(id uuid, "transcriptId" uuid, deed jsonb)
		), gone as (
			delete from coding_deed using noted
			where coding_deed.transcript_id = noted."transcriptId" and coding_deed.coder_id = ${coderId}
				and coding_deed.undone_at is not null
		)
		insert into coding_deed (id, transcript_id, coder_id, number, deed, done_at)
		select noted.id, noted."transcriptId", ${coderId}::uuid, 1 + coalesce((
			select max(number) from coding_deed
			where transcript_id = noted."transcriptId" and coder_id = ${coderId}
		), 0), noted.deed, ${at.toISOString()}::timestamptz
		from noted`)
}
