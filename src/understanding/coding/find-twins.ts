import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { rowsPlannedOnce } from '#platform/database/planned-once.ts'

export type TwinPlace = { transcriptId: string; start: number; end: number; themeId: string; coderId: string }

export function placeKey({ transcriptId, start, end, themeId, coderId }: TwinPlace): string {
	return [transcriptId, start, end, themeId, coderId].join(' ')
}

/**
 * Which codings, not taken back, give exactly these words this theme by this coder; there is at most one for each.
 *
 * @returns ids by `placeKey`
 */
export async function findTwins(db: MunicipalityDatabase, places: readonly TwinPlace[]): Promise<Map<string, string>> {
	if (places.length === 0) return new Map()
	const wanted = JSON.stringify(
		places.map(({ transcriptId, start, end, themeId, coderId }) => ({ transcriptId, start, end, themeId, coderId })),
	)
	const rows = await rowsPlannedOnce<TwinPlace & { id: string }>(
		db,
		sql`
		select distinct coding.id, coding.transcript_id as "transcriptId", coding.start, coding."end",
			coding.theme_id as "themeId", coding.coder_id as "coderId"
		from jsonb_to_recordset(${wanted}::jsonb)
			as place("transcriptId" uuid, start int, "end" int, "themeId" uuid, "coderId" uuid)
		join coding on coding.transcript_id = place."transcriptId" and coding.start = place.start
			and coding."end" = place."end" and coding.theme_id = place."themeId" and coding.coder_id = place."coderId"
		where coding.removed_at is null`,
	)
	return new Map(rows.map((row) => [placeKey(row), row.id]))
}
