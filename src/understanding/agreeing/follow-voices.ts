/** Samples follow what happens to what was said: consent withdrawn, words replaced. */
import { inArray, sql } from 'drizzle-orm'
import type { Announcements } from '#platform/announcements.ts'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { mappingOf } from '#listening/rewrite.rules.ts'
import { agreementUnits } from '../agreeing.tables.ts'

/** Whoever no longer agrees to be analysed leaves every sample, with what was coded and decided about their words. */
export async function dropFromSamples(db: MunicipalityDatabase, { voiceIds }: { voiceIds: string[] }) {
	if (voiceIds.length > 0) await db.delete(agreementUnits).where(inArray(agreementUnits.voiceId, voiceIds))
}

/**
 * Blind codings keep lying on their words when names in them are replaced. Positions count from the beginning of the
 * contribution, so both versions' beginnings are taken off.
 */
export async function moveUnitCodings(
	db: MunicipalityDatabase,
	{ fromTranscriptId, toTranscriptId, moved }: Announcements['transcript-rewritten'],
) {
	const { rows } = await db.execute<{ id: string; start: number; end: number; from: number; to: number }>(sql`
		select coding.id, coding.start, coding."end", old.start as "from", new.start as "to"
		from agreement_coding as coding
		join agreement_unit as unit on unit.id = coding.agreement_unit_id
		join turn as old on old.voice_id = unit.voice_id and old.transcript_id = ${fromTranscriptId}
		join turn as new on new.voice_id = unit.voice_id and new.transcript_id = ${toTranscriptId}`)
	if (rows.length === 0) return
	const mapping = mappingOf(moved)
	const places = rows.map(({ id, start, end, from, to }) => ({
		id,
		start: mapping.start(start + from) - to,
		end: mapping.end(end + from) - to,
	}))
	await db.execute(sql`
		update agreement_coding as coding set start = place.start, "end" = place."end"
		from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as place(id uuid, start int, "end" int)
		where coding.id = place.id`)
}
