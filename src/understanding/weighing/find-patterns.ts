/** The figures the patterns rest on, for every theme at the top with its sub-themes. */
import { sql } from 'drizzle-orm'
import type { MunicipalityDatabase } from '#platform/database/database.ts'
import { speakerAllows } from '#listening/speaker-allows.ts'
import type { ThemeFigures } from './patterns.rules.ts'

export type ThemePattern = ThemeFigures & { id: string; slug: string; label: string }

/** Whether a passage names something anybody could begin with: a number, a weekday, a time of day, or a district by its name. */
export const CONCRETE = sql`(
	coding.quote ~* '[0-9]|\\m(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|abend|morgen|woche|monat)'
	or exists (select from district where coding.quote ilike '%' || district.name || '%')
)`

/** Whether a passage names what lies above the municipality. */
export const HIGHER = sql`coding.quote ~* '\\m(bundes|landes|landkreis|landtag|ministeri|kreistag|EU\\M)'`

export async function findPatterns(
	db: MunicipalityDatabase,
	{ roundId }: { roundId?: string | undefined },
): Promise<ThemePattern[]> {
	const ofRound = roundId ? sql`conversation.round_id = ${roundId}` : sql`true`
	const { rows } = await db.execute<ThemePattern>(sql`
		with recursive branch(top, theme_id) as (
			select id, id from theme where parent_id is null and archived_at is null
			union all
			select branch.top, theme.id from branch join theme on theme.parent_id = branch.theme_id
		)
		select top.id, top.slug, top.label,
			count(distinct speaker.id) filter (where ${ofRound})::int as persons,
			count(*) filter (where coding.stance = 'helps' and ${ofRound})::int as helps,
			count(*) filter (where coding.stance = 'hinders' and ${ofRound})::int as hinders,
			count(*) filter (where coding.stance = 'wish' and ${ofRound})::int as wishes,
			avg(coding.intensity) filter (where coding.stance = 'hinders' and ${ofRound})::float as weight,
			count(distinct conversation.round_id) filter (where coding.stance = 'hinders')::int as rounds,
			count(distinct speaker.sector_id) filter (where coding.stance = 'wish' and ${ofRound})::int as "wishSectors",
			count(*) filter (where coding.stance = 'wish' and ${ofRound} and ${CONCRETE})::int as "concreteWishes",
			count(*) filter (where coding.stance = 'wish' and ${ofRound} and ${HIGHER})::int as "higherWishes"
		from branch
		join theme as top on top.id = branch.top
		join coding on coding.theme_id = branch.theme_id and coding.removed_at is null
		join voice on voice.id = coding.voice_id
		join speaker on speaker.id = voice.speaker_id
		join conversation on conversation.id = voice.conversation_id
		where ${speakerAllows('analyse')}
		group by top.id, top.slug, top.label, top.position
		order by top.position, top.label`)
	return rows
}
