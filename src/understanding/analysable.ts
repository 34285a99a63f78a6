/** Whose words may be understood at all. */
import { sql } from 'drizzle-orm'

/** In a query with a table `speaker`: the person agrees to be analysed and has not taken that back. */
export const SPEAKER_AGREES = sql`exists (
	select from consent
	where consent.speaker_id = speaker.id and consent.channel = 'analyse' and consent.withdrawn_at is null
)`
