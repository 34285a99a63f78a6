import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { rowsPlannedOnce } from '#platform/database/planned-once.ts'
import type { Deed } from './deeds.rules.ts'

export type NoteDeeds = {
	coderId: string
	at: Date
	/** At most one for each transcript. */
	deeds: readonly { id?: string | undefined; transcriptId: string; deed: Deed }[]
}

/**
 * Writes down what a person did, so that they can take it back. What they had taken back there before can no longer be
 * done again. When two windows of one person count at the same time, the second counts once more.
 */
export async function noteDeeds(db: MunicipalityDatabase, { coderId, at, deeds }: NoteDeeds) {
	let open = deeds.map(({ id = crypto.randomUUID(), ...one }) => ({ id, ...one }))
	while (open.length > 0) {
		const noted = await noteOnce(db, JSON.stringify(open), coderId, at)
		open = open.filter(({ id }) => !noted.has(id))
	}
}

async function noteOnce(db: MunicipalityDatabase, rows: string, coderId: string, at: Date): Promise<Set<string>> {
	const inserted = await rowsPlannedOnce<{ id: string }>(
		db,
		sql`
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
		from noted
		on conflict (municipality_id, transcript_id, coder_id, number) do nothing
		returning id`,
	)
	return new Set(inserted.map(({ id }) => id))
}
