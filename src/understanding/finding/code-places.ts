/** Codes what was found and looked through, in one step that can be taken back. */
import { eq, sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import { recordCodings } from '../coding/record-codings.ts'
import { themes, type Stance } from '../tables.ts'
import type { PlaceInVoice } from './place-in-voice.rules.ts'

export type CodePlaces = {
	places: PlaceInVoice[]
	/** Empty when none was chosen. */
	themeId: string
	stance: Stance
	coderId: string
	at: Date
}

/**
 * Gives these passages, or whole contributions, one theme. What carries it by this coder already stays as it is.
 *
 * @returns how many codings are new, and the step `undoStep` takes back
 * @throws {Problem} `places-none`, `theme-missing`; `theme-unknown`, `theme-archived`; those of `findPassages`
 */
export async function codePlaces(db: MunicipalityDatabase, { places, themeId, stance, coderId, at }: CodePlaces) {
	if (places.length === 0) throw new Problem('invalid', 'places-none')
	if (themeId === '') throw new Problem('invalid', 'theme-missing')
	const [theme] = await db.select({ archivedAt: themes.archivedAt }).from(themes).where(eq(themes.id, themeId))
	if (!theme) throw new Problem('not-found', 'theme-unknown')
	if (theme.archivedAt) throw new Problem('conflict', 'theme-archived')
	const given = JSON.stringify(places.map(({ voiceId, ...place }, n) => ({ id: voiceId, n, ...place })))
	const { rows } = await db.execute<{ transcriptId: string; start: number; end: number }>(sql`
		select turn.transcript_id as "transcriptId", turn.start + coalesce(given.start, 0) as start,
			least(turn."end", turn.start + coalesce(given."end", turn."end" - turn.start)) as "end"
		from jsonb_to_recordset(${given}::jsonb) as given (id uuid, n int, start int, "end" int)
		join lateral (
			select turn.transcript_id, turn.start, turn."end" from turn join transcript on transcript.id = turn.transcript_id
			where turn.voice_id = given.id order by transcript.version desc limit 1
		) as turn on true
		order by given.n`)
	const stepId = crypto.randomUUID()
	const { added } = await recordCodings(db, {
		codings: rows.map((place) => ({ ...place, themeId, stance, coderId })),
		at,
		step: { id: stepId, coderId },
	})
	return { stepId, added: added.length }
}
