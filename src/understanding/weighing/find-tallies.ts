/** Everybody's tallies, those that changed counted anew: what a million codings come to, without reading them. */
import { sql, type SQL } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import { STANCES, type Stance } from '../tables.ts'
import { NAMES } from './namings.ts'
import { packTally } from './tally.rules.ts'

export type Tallies = {
	/** One for each value of `by`: the tallies of its people, joined. */
	groups: { key: string | null; bytes: Uint8Array }[]
	/** Id of the theme behind each number of the tallies. */
	themeIds: Map<number, string>
}

/**
 * The tallies of everybody who allows to be analysed, today.
 *
 * `by` and `where` read the tables `speaker` and `conversation`. What is restricted or withdrawn is asked anew each time;
 * only the counting is kept.
 */
export async function findTallies(db: MunicipalityDatabase, by: SQL, where: SQL = sql`true`): Promise<Tallies> {
	await tallyChanged(db)
	const { rows: groups } = await db.execute<Tallies['groups'][number]>(sql`
		select ${by} as key, string_agg(coding_tally.tally, ''::bytea) as bytes
		from coding_tally
		join speaker on speaker.id = coding_tally.speaker_id
		join conversation on conversation.id = speaker.conversation_id
		where ${speakerAllows('analyse')} and ${where}
		group by 1`)
	return { groups: groups.filter(({ bytes }) => bytes), themeIds: await findThemeIds(db) }
}

/** Which row of a table each theme's number in the tallies counts for; those without one are left out. */
export function rowsByNumber(
	themeIds: Tallies['themeIds'],
	rowOfTheme: (id: string) => number | undefined,
): Map<number, number> {
	const rows = new Map<number, number>()
	for (const [number, id] of themeIds) {
		const row = rowOfTheme(id)
		if (row !== undefined) rows.set(number, row)
	}
	return rows
}

async function findThemeIds(db: MunicipalityDatabase): Promise<Map<number, string>> {
	const { rows } = await db.execute<{ number: number; id: string }>(
		sql`select number, theme_id as id from tallied_theme`,
	)
	return new Map(rows.map(({ number, id }) => [number, id]))
}

/** People counted anew in one statement. */
const PORTION = 2_000

/**
 * Also when two readers do it at once, or somebody codes meanwhile: a tally is kept only if nothing happened since. People
 * are taken in the order in which the triggers take them, so that nobody waits for one another.
 */
async function tallyChanged(db: MunicipalityDatabase) {
	const { rows: changed } = await db.execute<{ id: string }>(
		sql`select speaker_id as id from coding_tally where changes is distinct from tallied_changes
			order by municipality_id, speaker_id for update`,
	)
	if (changed.length === 0) return
	await db.execute(sql`
		insert into tallied_theme (theme_id)
		select id from theme where id not in (select theme_id from tallied_theme) order by id
		on conflict do nothing`)
	const numberOf = new Map([...(await findThemeIds(db))].map(([number, id]) => [id, number]))
	for (let from = 0; from < changed.length; from += PORTION)
		await tallyAnew(
			db,
			changed.slice(from, from + PORTION).map(({ id }) => id),
			numberOf,
		)
}

type ChangedRow = { speaker: string; changes: number; codings: ChangedCoding[] | null }
type ChangedCoding = {
	voice: number
	start: number
	end: number
	theme: string
	stance: Stance
	intensity: number
	isConcrete: boolean
	isHigher: boolean
}

async function tallyAnew(db: MunicipalityDatabase, speakerIds: string[], numberOf: Map<string, number>) {
	const { rows } = await db.execute<ChangedRow>(sql`
		select coding_tally.speaker_id as speaker, coding_tally.changes, own.codings
		from coding_tally
		left join lateral (
			select json_agg(passage order by voice, start) as codings from (
				select voice.position as voice, coding.start, coding."end", coding.theme_id as theme, coding.stance, coding.intensity,
					coding.stance = 'wish' and ${NAMES.concrete} as "isConcrete",
					coding.stance = 'wish' and ${NAMES.higher} as "isHigher"
				from voice join coding on coding.voice_id = voice.id
				where voice.speaker_id = coding_tally.speaker_id and coding.removed_at is null
			) as passage
		) as own on true
		where coding_tally.speaker_id = any (${sql.param(speakerIds)}::uuid[])`)
	const counted = rows.flatMap(({ speaker, changes, codings }) => {
		const numbered = (codings ?? []).map(({ theme, stance, ...passage }) => {
			return { ...passage, themeNumber: numberOf.get(theme) ?? 0, stance: STANCES.indexOf(stance) }
		})
		// Coded this moment with a theme just made: the next reader counts it.
		if (numbered.some(({ themeNumber }) => themeNumber === 0)) return []
		return [{ speaker, changes, tally: Buffer.from(packTally(numbered)).toString('hex') }]
	})
	await db.execute(sql`
		update coding_tally set tallied_changes = counted.changes, tally = decode(counted.tally, 'hex')
		from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) as counted (speaker uuid, changes int, tally text)
		where coding_tally.speaker_id = counted.speaker and coding_tally.changes = counted.changes`)
}
